package org.minorityreport.testkit.model.wrong;

import java.time.Duration;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.ModelInfo;

/** One cause in one region is one event; wrong models override a part of it. */
class RightCohort implements CohortModel {
  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("cause-and-region")
        .version("1")
        .lookBack(Duration.ZERO)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public CohortAnswer compare(CohortQuestion question) {
    boolean cause =
        question
            .one()
            .report()
            .proposedCauseCategory()
            .equals(question.other().report().proposedCauseCategory());
    boolean region = same(question.one().store().region(), question.other().store().region());
    TreeSet<String> reasons = new TreeSet<>();
    if (cause) {
      reasons.add("shared_cause");
    }
    if (region) {
      reasons.add("same_region");
    }
    return answer(question, score(cause, region), reasons);
  }

  boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }

  double score(boolean cause, boolean region) {
    return cause && region ? 0.8 : 0.1;
  }

  CohortAnswer answer(CohortQuestion question, double score, SortedSet<String> reasons) {
    return CohortAnswer.builder().score(score).reasons(reasons).build();
  }
}
