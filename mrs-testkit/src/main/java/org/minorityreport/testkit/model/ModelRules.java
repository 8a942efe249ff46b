package org.minorityreport.testkit.model;

import org.minorityreport.api.model.ModelRole;

/** The rules of every role. */
final class ModelRules {
  private ModelRules() {}

  static RoleRules<?, ?, ?> of(ModelRole role) {
    return switch (role) {
      case BASELINE -> BaselineRules.all();
      case CLASSIFIER -> ClassifierRules.all();
      case CLUSTER -> ClusterRules.all();
      case ATTRIBUTION -> AttributionRules.all();
      case COHORT -> CohortRules.all();
    };
  }
}
