package org.minorityreport.core.cohorting;

import java.time.Duration;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.ModelInfo;

/** Answers out of range. */
final class BrokenModel implements CohortModel {
  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("broken")
        .version("1")
        .lookBack(Duration.ZERO)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public CohortAnswer compare(CohortQuestion question) {
    return CohortAnswer.builder().score(2).build();
  }
}
