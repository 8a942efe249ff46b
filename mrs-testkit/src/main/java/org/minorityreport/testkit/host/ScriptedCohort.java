package org.minorityreport.testkit.host;

import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;

/** Gives every pair the score of the script. Immutable. */
final class ScriptedCohort implements CohortModel {
  private final ModelConfig config;

  ScriptedCohort(ModelConfig config) {
    this.config = config;
  }

  @Override
  public ModelInfo info() {
    return ScriptedModels.info(ModelRole.COHORT);
  }

  @Override
  public CohortAnswer compare(CohortQuestion question) {
    ScriptedModels.failIfScripted(config);
    double score = Double.parseDouble(config.parameters().getOrDefault(Script.SCORE, "0"));
    CohortAnswer.Builder answer = CohortAnswer.builder().score(score);
    return score > 0 ? answer.addReasons("temporal_overlap").build() : answer.build();
  }
}
