package org.minorityreport.cli;

import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.review.Done;
import org.minorityreport.core.run.RereviewReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Looks at judged reports again. */
@Command(
    name = "rereview",
    mixinStandardHelpOptions = true,
    description = {
      "Looks at judged reports again, with the data and models of today; decisions stay.",
      "With an ID only asks that the next round looks at it, which takes a note."
    },
    footer = {
      "",
      "Examples:",
      "  mrs rereview --store logs --inputs world --actor lee --role data_scientist",
      "  mrs rereview MR-6a20e588 --note 'the weather came late' --store logs --actor lee"
          + " --role data_scientist",
      ExitCodes.TEXT
    })
final class RereviewCommand extends OfStore {
  private static final int USUAL = 100;

  @Mixin private final ActorOption actor = new ActorOption();
  @Mixin private final ModelOptions models = new ModelOptions();

  @Parameters(arity = "0..1", paramLabel = "ID", description = "A report to be looked at again.")
  private @Nullable String id;

  @Option(names = "--note", paramLabel = "TEXT", description = "Why.")
  private String note = "";

  @Option(
      names = "--most",
      paramLabel = "N",
      description = "How many at most. Default: ${DEFAULT-VALUE}.")
  private int most = USUAL;

  RereviewCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.writing(actor.timed().andThen(models.choice()))) {
      if (id != null) {
        Done done = session.mrs().review().queueRereview(actor.actor(), id, note);
        show(done, "asked for: " + done.row().annotationId() + " at position " + done.position());
        return ExitCodes.DONE;
      }
      RereviewReport report = session.mrs().rereview(most);
      TreeMap<String, Object> figures = new TreeMap<>();
      figures.put("healthy", report.isHealthy());
      figures.put("queued", report.queued());
      figures.put("looked_at", report.looked());
      figures.put("left", report.left());
      show(
          figures,
          report.isHealthy()
              ? "looked at " + report.looked().size() + ", left " + report.left()
              : "health is not good: nothing was looked at (see mrs health)");
      return report.isHealthy() ? ExitCodes.DONE : ExitCodes.FAILED;
    }
  }
}
