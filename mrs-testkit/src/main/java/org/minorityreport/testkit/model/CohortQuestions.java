package org.minorityreport.testkit.model;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.testkit.model.CohortCase.Side;

/** How a cohort model is asked. */
final class CohortQuestions implements RoleQuestions<CohortModel, CohortQuestion, CohortAnswer> {
  static final CohortQuestions INSTANCE = new CohortQuestions();

  private static final List<String> REASONS =
      List.of(
          "same_region",
          "same_retailer",
          "shared_cause",
          "shared_cluster",
          "shared_evidence",
          "temporal_overlap");

  private CohortQuestions() {}

  @Override
  public ModelRole role() {
    return ModelRole.COHORT;
  }

  @Override
  public String letters() {
    return "COH";
  }

  @Override
  public List<Told<CohortQuestion>> ordinary(ModelInfo info) {
    Side heat = new Side(1, "Corner Shops", "Yorkshire", "weather", "CL-SPIKE", "C-0001", 0);
    List<Side> others =
        List.of(
            new Side(2, "Corner Shops", "Yorkshire", "weather", "CL-SPIKE", "C-0001", 1),
            new Side(3, "Big Sheds", "Yorkshire", "weather", "", "", -2),
            new Side(4, "Big Sheds", "Wales", "weather", "CL-SPIKE", "C-0002", 0),
            new Side(5, "Corner Shops", "Wales", "social_media", "CL-RAMP", "C-0003", 6),
            new Side(6, "Corner Shops", "", "unknown", "CL-SPIKE", "", 0));
    List<Told<CohortQuestion>> all = new ArrayList<>();
    others.forEach(other -> all.add(new CohortCase(heat, other, 12).told()));
    return all;
  }

  @Override
  public Arbitrary<Told<CohortQuestion>> any(
      ModelBench<CohortModel, CohortQuestion, CohortAnswer> bench) {
    return CohortCase.any().map(CohortCase::told);
  }

  @Override
  public CohortAnswer ask(CohortModel model, CohortQuestion question) {
    return model.compare(question);
  }

  /** A score out of range is refused where an answer is made: then the model has thrown. */
  @Override
  public String fault(CohortQuestion question, CohortAnswer answer) {
    for (String reason : answer.reasons()) {
      if (!REASONS.contains(reason)) {
        return "a reason is '" + reason + "', not one of " + REASONS;
      }
    }
    return "";
  }

  @Override
  public String difference(CohortAnswer first, CohortAnswer then) {
    return "the score is " + words(first) + ", and " + words(then);
  }

  static String words(CohortAnswer answer) {
    return answer.score() + " " + answer.reasons();
  }
}
