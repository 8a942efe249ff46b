package org.minorityreport.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.core.Mrs;
import picocli.CommandLine.Option;

/** Which models a run uses. */
final class ModelOptions {
  @Option(
      names = "--model",
      paramLabel = "ROLE=PROVIDER",
      description = "Which provider on the class path answers in a role.")
  private Map<String, String> models = new LinkedHashMap<>();

  @Option(
      names = "--parameter",
      paramLabel = "ROLE.NAME=VALUE",
      description = "A parameter of the model that --model names for the role.")
  private Map<String, String> parameters = new LinkedHashMap<>();

  @Option(names = "--governed", description = "Only approved versions of models may answer.")
  private boolean governed;

  /** {@return what is said to the builder} */
  Consumer<Mrs.Builder> choice() {
    Map<ModelRole, ModelConfig.Builder> configs = new TreeMap<>();
    models.forEach((role, provider) -> configs.put(role(role), ModelConfig.builder().seed(0)));
    parameters.forEach(
        (name, value) -> {
          int dot = name.indexOf('.');
          ModelConfig.Builder config = dot < 0 ? null : configs.get(role(name.substring(0, dot)));
          if (config == null) {
            throw new UsageException(
                "--parameter " + name + ": say ROLE.NAME=VALUE, and --model ROLE=PROVIDER with it");
          }
          config.putParameters(name.substring(dot + 1), value);
        });
    return builder -> {
      models.forEach(
          (role, provider) -> {
            ModelConfig.Builder config = configs.get(role(role));
            if (config != null) {
              builder.model(role(role), provider, config.build());
            }
          });
      if (governed) {
        builder.governed();
      }
    };
  }

  static ModelRole role(String word) {
    try {
      return ModelRole.valueOf(word.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new UsageException(
          "'" + word + "' is no role; there are baseline, classifier, cluster, attribution, cohort",
          e);
    }
  }
}
