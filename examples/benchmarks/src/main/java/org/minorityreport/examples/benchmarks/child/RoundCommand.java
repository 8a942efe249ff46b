package org.minorityreport.examples.benchmarks.child;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.examples.benchmarks.candidate.Candidate;
import org.minorityreport.examples.benchmarks.candidate.CandidateName;
import org.minorityreport.examples.benchmarks.workload.ReportTicks;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code round}: one candidate, warmed up, then timed once. */
@Command(name = "round", hidden = true, description = "Times one candidate once; for children.")
public final class RoundCommand implements Callable<Integer> {
  @Option(names = "--candidate", required = true)
  private String candidate = "";

  @Option(names = "--commits", required = true)
  private long commits;

  @Option(names = "--warm-up", required = true)
  private long warmUp;

  @Option(names = "--commit", required = true)
  private int rowsPerCommit;

  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public RoundCommand() {}

  @Override
  public Integer call() throws Exception {
    CandidateName name = CandidateName.parse(candidate);
    round(name, warmUp);
    Runtime.getRuntime().gc();
    Figures figures = round(name, commits);
    if (spec != null) {
      spec.commandLine().getOut().println(figures.json());
    }
    return 0;
  }

  private Figures round(CandidateName name, long count) throws Exception {
    ReportTicks ticks = new ReportTicks(rowsPerCommit);
    Path folder = Folders.empty(directory);
    TimedRound round = new TimedRound(ticks, count);
    try {
      Figures figures;
      long closing;
      try (Candidate open = name.kind().open(folder, name.threads())) {
        if (name.kind().isReplay()) {
          new TimedRound(ticks, count).run(open, true);
        }
        round.run(open, !name.kind().isReplay());
        figures = round.figures(open.bytes());
        closing = System.nanoTime();
      }
      return figures.with("close_seconds", (System.nanoTime() - closing) / 1e9);
    } finally {
      Folders.delete(folder);
    }
  }
}
