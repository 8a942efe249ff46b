package org.minorityreport.cli;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.rehearsal.RunComparison;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.rehearsal.RehearsalText;
import org.minorityreport.core.rehearsal.RunComparisons;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What two runs say differently. */
@Command(
    name = "compare",
    mixinStandardHelpOptions = true,
    description = "What two runs say differently: reports only in one, other causes, totals.",
    footer = {
      "",
      "Examples:",
      "  mrs compare main second --store logs",
      "  mrs compare main main --as-of-a monday --store logs",
      ExitCodes.TEXT
    })
final class CompareCommand extends OfStore {
  @Parameters(index = "0", paramLabel = "RUN", description = "One run.")
  private String runA = "";

  @Parameters(index = "1", paramLabel = "RUN", description = "The other.")
  private String runB = "";

  @Option(names = "--as-of-a", paramLabel = "MOMENT", description = "A past state of the one.")
  private @Nullable String momentA;

  @Option(names = "--as-of-b", paramLabel = "MOMENT", description = "A past state of the other.")
  private @Nullable String momentB;

  CompareCommand() {}

  @Override
  public Integer call() {
    try (DirectoryLogStore logs = store.opened()) {
      RunComparison comparison =
          RunComparisons.compare(
              logs, RunId.of(runA), moment(momentA), RunId.of(runB), moment(momentB));
      show(comparison, RehearsalText.of(comparison));
    }
    return ExitCodes.DONE;
  }

  private static AsOf moment(@Nullable String text) {
    return text == null ? AsOf.now() : AsOfOption.parse(text);
  }
}
