package org.minorityreport.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.TreeMap;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.cli.page.RunPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Writes a page about a run. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description = {
      "Writes one HTML page about a run, to be opened from disk: figures, events over time, each",
      "event with its sales, causes and decisions, and what was degraded. Needs no network."
    },
    footer = {
      "",
      "Examples:",
      "  mrs report --store logs --out run.html",
      "  mrs report --store logs --as-of month-end --events 100 --out month-end.html",
      ExitCodes.TEXT
    })
final class ReportCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The page.")
  private Path out = Path.of("");

  @Option(
      names = "--events",
      paramLabel = "N",
      defaultValue = "40",
      description = "How many events it shows, the greatest. Default: ${DEFAULT-VALUE}.")
  private int events;

  ReportCommand() {}

  @Override
  public Integer call() throws IOException {
    if (events < 0) {
      throw new UsageException("--events " + events + " is less than 0");
    }
    try (Session session = store.reading()) {
      RunPage page = new RunPage(session.mrs(), session.logs(), asOf.asOf(), events);
      WholeFile.write(
          out,
          to -> {
            Writer writer = new BufferedWriter(new OutputStreamWriter(to, StandardCharsets.UTF_8));
            page.write(writer);
            writer.flush();
          });
    }
    TreeMap<String, Object> written = new TreeMap<>();
    written.put("file", out.toString());
    written.put("bytes", Files.size(out));
    show(written, "wrote " + out);
    return ExitCodes.DONE;
  }
}
