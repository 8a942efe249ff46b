package org.minorityreport.testkit.model;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.testkit.model.AttributionCase.Possible;

/** How an attribution model is asked. */
final class AttributionQuestions
    implements RoleQuestions<AttributionModel, AttributionQuestion, AttributionAnswer> {
  static final AttributionQuestions INSTANCE = new AttributionQuestions();

  private static final List<String> REASONS =
      List.of("no_candidate", "weak_evidence", "conflicting_evidence");

  private AttributionQuestions() {}

  @Override
  public ModelRole role() {
    return ModelRole.ATTRIBUTION;
  }

  @Override
  public String letters() {
    return "ATT";
  }

  @Override
  public List<Told<AttributionQuestion>> ordinary(ModelInfo info) {
    Possible weather = new Possible(3, false, "weather", -1, 30, 1);
    Possible video = new Possible(1, false, "social_media", 0, 12, 0);
    Possible leaflet = new Possible(2, true, "paid_media", -72, 336, 1);
    Possible shelf = new Possible(4, false, "competitor_action", -5, 48, 2);
    Possible[] many = new Possible[40];
    for (int i = 0; i < many.length; i++) {
      String category = AttributionCase.CATEGORIES.get(i % AttributionCase.CATEGORIES.size());
      many[i] = new Possible(100 + i, i % 3 == 0, category, 20 - 7 * i, 24 + i, i % 5);
    }
    return List.of(
        AttributionCase.of(ReportCase.ordinary(31), weather).told(),
        AttributionCase.of(ReportCase.ordinary(32), video, leaflet).told(),
        AttributionCase.of(ReportCase.drop(33), leaflet, weather, shelf).told(),
        new AttributionCase(ReportCase.ordinary(34), List.of(leaflet), "CL-SPIKE").told(),
        AttributionCase.of(ReportCase.ordinary(35), many).told());
  }

  @Override
  public Arbitrary<Told<AttributionQuestion>> any(
      ModelBench<AttributionModel, AttributionQuestion, AttributionAnswer> bench) {
    return AttributionCase.any().map(AttributionCase::told);
  }

  @Override
  public AttributionAnswer ask(AttributionModel model, AttributionQuestion question) {
    return model.attribute(question);
  }

  /** Rising confidences are refused where an answer is made: then the model has thrown. */
  @Override
  public String fault(AttributionQuestion question, AttributionAnswer answer) {
    String reason = answer.abstainReason().orElse("");
    if (!reason.isEmpty() && !REASONS.contains(reason)) {
      return "the reason to abstain is '" + reason + "', not one of " + REASONS;
    }
    if (reason.isEmpty() && answer.causes().isEmpty()) {
      return "it names neither a cause nor a reason to abstain";
    }
    double quality = answer.qualityScore().orElse(0);
    return ClusterQuestions.isShare(quality)
        ? ""
        : "the quality it claims is " + quality + ", not within [0, 1]";
  }

  @Override
  public String difference(AttributionAnswer first, AttributionAnswer then) {
    return "the causes are " + words(first) + ", and " + words(then);
  }

  private static String words(AttributionAnswer answer) {
    return answer.causes().stream().map(c -> c.cause() + " " + c.confidence()).toList()
        + answer.abstainReason().map(r -> " (" + r + ")").orElse("");
  }
}
