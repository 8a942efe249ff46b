package org.minorityreport.cli;

import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.core.provenance.ProvenanceText;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Says where a shown value comes from. */
@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Says where a shown value comes from: row, log, position, stage, models, inputs.",
    footer = {"", "Example: mrs explain MR-6a20e588 proposed_cause --store logs", ExitCodes.TEXT})
final class ExplainCommand extends OfStore {
  @Mixin private final AsOfOption asOf = new AsOfOption();

  @Parameters(index = "0", paramLabel = "ID", description = "A report or event.")
  private String id = "";

  @Parameters(index = "1", paramLabel = "FIELD", description = "Wire name of the field.")
  private String field = "";

  ExplainCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading()) {
      Explanation explanation = session.mrs().audit().explain(id, field, asOf.asOf());
      show(explanation, ProvenanceText.of(explanation));
    }
    return ExitCodes.DONE;
  }
}
