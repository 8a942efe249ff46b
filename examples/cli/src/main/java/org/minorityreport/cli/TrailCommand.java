package org.minorityreport.cli;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.core.provenance.ProvenanceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Every row about a report or event, and what it changed. */
@Command(
    name = "trail",
    mixinStandardHelpOptions = true,
    description = "Every row about a report or event in order, and what it changed.",
    footer = {
      "",
      "Examples:",
      "  mrs trail MR-6a20e588 --store logs",
      "  mrs trail MR-6a20e588 --field confidence_score --store logs",
      ExitCodes.TEXT
    })
final class TrailCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Parameters(paramLabel = "ID", description = "A report or event.")
  private String id = "";

  @Option(
      names = "--field",
      paramLabel = "FIELD",
      description = "Only this field: each value it had, with tick, version and row.")
  private @Nullable String field;

  TrailCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      if (field != null) {
        FieldHistory history = session.mrs().audit().history(id, field);
        show(history, ProvenanceText.of(history));
      } else {
        Trail trail = session.mrs().audit().trail(id, asOf.asOf());
        show(trail, ProvenanceText.of(trail));
      }
    }
    return ExitCodes.DONE;
  }
}
