package org.minorityreport.cli;

import org.minorityreport.api.rehearsal.Replay;
import org.minorityreport.api.rehearsal.ReplayOutcome;
import org.minorityreport.core.rehearsal.RehearsalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a report anew from the sales and compares. */
@Command(
    name = "replay",
    mixinStandardHelpOptions = true,
    description = "Makes a report anew from the sales and compares it with the logs.",
    footer = {
      "",
      "Ends with 1 if it differs or the source has changed.",
      "Example: mrs replay MR-6a20e588 --store logs --inputs world",
      ExitCodes.TEXT
    })
final class ReplayCommand extends OfStore {
  @Mixin private final ModelOptions models = new ModelOptions();

  @Parameters(paramLabel = "ID", description = "A report.")
  private String id = "";

  ReplayCommand() {}

  @Override
  public Integer call() {
    store.inputs();
    try (Session session = store.reading(models.choice())) {
      Replay replay =
          session.mrs().audit().replay(id, (tick, done, all) -> store.progress("tick", done, all));
      show(replay, RehearsalText.of(replay));
      return replay.outcome() == ReplayOutcome.EQUAL ? ExitCodes.DONE : ExitCodes.FAILED;
    }
  }
}
