package org.minorityreport.cli;

import java.util.TreeMap;
import org.minorityreport.core.model.ChosenModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Which models there are, and which answer. */
@Command(
    name = "models",
    mixinStandardHelpOptions = true,
    description = "The models that were found and chosen.",
    footer = {
      "",
      "A team's own models are found on the class path:",
      "  java -cp mrs.jar:team.jar org.minorityreport.cli.Main models --store logs",
      "",
      "Examples:",
      "  mrs models --store logs",
      "  mrs models --store logs --model baseline=team --parameter baseline.days=28",
      ExitCodes.TEXT
    })
final class ModelsCommand extends OfStore {
  @Mixin private final ModelOptions models = new ModelOptions();

  ModelsCommand() {}

  @Override
  public Integer call() {
    try (Session session = store.reading(models.choice())) {
      if (!store.json()) {
        store.line(session.mrs().models().text().stripTrailing());
        return ExitCodes.DONE;
      }
      for (ChosenModel chosen : session.mrs().models()) {
        TreeMap<String, Object> row = new TreeMap<>();
        row.put("role", chosen.role().wireName());
        row.put("provider", chosen.provider());
        row.put("model", chosen.model().info().id());
        row.put("reason", chosen.reason());
        row.put("where", chosen.origin().where());
        row.put("mock", chosen.origin().mock());
        row.put("parameters", chosen.origin().config().parameters());
        row.put("passed_over", chosen.origin().passedOver());
        store.json(row);
      }
    }
    return ExitCodes.DONE;
  }
}
