package org.minorityreport.testkit.host;

import java.util.EnumSet;
import java.util.Set;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;

/**
 * Offers models that answer as a {@link Script} says, for every role. Not found through {@link
 * java.util.ServiceLoader}, so that it never comes into service by itself: a {@link Scenario} is
 * given it. Immutable and thread-safe, and so are its models.
 */
public final class ScriptedModels implements ModelProvider {
  /** Makes the provider. */
  public ScriptedModels() {}

  @Override
  public String id() {
    return "scripted";
  }

  @Override
  public Set<ModelRole> roles() {
    return EnumSet.allOf(ModelRole.class);
  }

  @Override
  public Model create(ModelRole role, ModelConfig config) {
    return switch (role) {
      case BASELINE -> new ScriptedBaseline(config);
      case CLASSIFIER -> new ScriptedClassifier(config);
      case CLUSTER -> new ScriptedCluster(config);
      case ATTRIBUTION -> new ScriptedAttribution(config);
      case COHORT -> new ScriptedCohort(config);
    };
  }

  static ModelInfo info(ModelRole role) {
    return ModelInfo.builder()
        .name("scripted-" + role.wireName())
        .version("1")
        .lookBack(java.time.Duration.ZERO)
        .minimumHistory(java.time.Duration.ZERO)
        .build();
  }

  /** Throws if the script says so. */
  static void failIfScripted(ModelConfig config) {
    String message = config.parameters().get(Script.FAILS);
    if (message != null) {
      throw new IllegalStateException(message);
    }
  }
}
