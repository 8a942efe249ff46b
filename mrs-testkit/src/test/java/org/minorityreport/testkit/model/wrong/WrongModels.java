package org.minorityreport.testkit.model.wrong;

import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;

/** Offers a wrong model, or with the key {@code right} the right one of a role. */
public class WrongModels implements ModelProvider {
  /** Used by name. */
  public WrongModels() {}

  @Override
  public String id() {
    return "wrong";
  }

  @Override
  public Set<ModelRole> roles() {
    return EnumSet.allOf(ModelRole.class);
  }

  @Override
  public Model create(ModelRole role, ModelConfig config) {
    String key = Objects.requireNonNull(config.parameters().get("wrong"));
    if (!key.equals("right")) {
      return WrongModel.of(key).maker().get();
    }
    return switch (role) {
      case BASELINE -> new RightBaseline();
      case CLASSIFIER -> new RightClassifier();
      case CLUSTER -> new RightCluster();
      case ATTRIBUTION -> new RightAttribution();
      case COHORT -> new RightCohort();
    };
  }
}
