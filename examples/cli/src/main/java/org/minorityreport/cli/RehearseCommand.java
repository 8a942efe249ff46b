package org.minorityreport.cli;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.rehearsal.RehearsalText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a whole run anew from the sales and compares. */
@Command(
    name = "rehearse",
    mixinStandardHelpOptions = true,
    description = {
      "Makes a whole run anew from the sales, in memory, and compares every log.",
      "Appends nothing."
    },
    footer = {
      "",
      "Ends with 1 if a row is missing, extra or different.",
      "Example: mrs rehearse main --store logs --inputs world",
      ExitCodes.TEXT
    })
final class RehearseCommand extends OfStore {
  @Mixin private final ModelOptions models = new ModelOptions();

  @Parameters(
      arity = "0..1",
      paramLabel = "RUN",
      description = "The run; that of --run-id unless said.")
  private @Nullable String run;

  RehearseCommand() {}

  @Override
  public Integer call() {
    store.inputs();
    try (Session session = store.reading(models.choice())) {
      Rehearsal rehearsal =
          session
              .mrs()
              .audit()
              .rehearse(
                  run == null ? session.mrs().run() : RunId.of(run),
                  LogStores.inMemory(),
                  (tick, done, all) -> store.progress("tick", done, all));
      show(rehearsal, RehearsalText.of(rehearsal));
      boolean same =
          rehearsal.logs().stream()
              .allMatch(log -> log.missing() == 0 && log.extra() == 0 && log.different() == 0);
      return same ? ExitCodes.DONE : ExitCodes.FAILED;
    }
  }
}
