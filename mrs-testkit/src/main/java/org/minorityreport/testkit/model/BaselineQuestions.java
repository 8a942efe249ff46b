package org.minorityreport.testkit.model;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.value.Units;

/** How a baseline is asked. */
final class BaselineQuestions
    implements RoleQuestions<BaselineModel, BaselineQuestion, Expectations> {
  static final BaselineQuestions INSTANCE = new BaselineQuestions();

  private BaselineQuestions() {}

  @Override
  public ModelRole role() {
    return ModelRole.BASELINE;
  }

  @Override
  public String letters() {
    return "BAS";
  }

  @Override
  public List<Told<BaselineQuestion>> ordinary(ModelInfo info) {
    Bump promotion = new Bump(-30, 6, Bump.Kind.TREBLE);
    Bump gap = new Bump(-9, 3, Bump.Kind.UNKNOWN);
    return List.of(
        BaselineCase.of(SeriesCase.ordinary(SeriesCase.HOURS, 1), all(info, SeriesCase.HOURS), 1)
            .told(),
        BaselineCase.of(
                SeriesCase.ordinary(SeriesCase.HOURS, 2).with(promotion, gap),
                all(info, SeriesCase.HOURS),
                24)
            .masking(-30, 6)
            .told(),
        BaselineCase.of(
                SeriesCase.ordinary(SeriesCase.HOURS, 3), all(info, SeriesCase.HOURS) / 3, 24)
            .told(),
        BaselineCase.of(
                SeriesCase.ordinary(SeriesCase.QUARTERS, 4), all(info, SeriesCase.QUARTERS), 4)
            .told(),
        BaselineCase.of(
                SeriesCase.ordinary(SeriesCase.QUARTERS, 5).with(promotion, gap),
                all(info, SeriesCase.QUARTERS),
                96)
            .told());
  }

  /** The look-back in steps. */
  static int all(ModelInfo info, Cadence cadence) {
    return (int) cadence.stepsIn(info.lookBack());
  }

  @Override
  public Arbitrary<Told<BaselineQuestion>> any(
      ModelBench<BaselineModel, BaselineQuestion, Expectations> bench) {
    return BaselineCase.any(bench, 0).map(BaselineCase::told);
  }

  @Override
  public Expectations ask(BaselineModel model, BaselineQuestion question) {
    return model.expect(question);
  }

  /**
   * Negative and missing numbers are refused where an answer is made: then the model has thrown.
   */
  @Override
  public String fault(BaselineQuestion question, Expectations answer) {
    return answer.steps().equals(question.asked())
        ? ""
        : "it answers about " + answer.steps() + ", not about " + question.asked();
  }

  @Override
  public String difference(Expectations first, Expectations then) {
    if (!first.steps().equals(then.steps())) {
      return "the steps answered about are " + first.steps() + ", and " + then.steps();
    }
    for (int i = 0; i < first.steps().count(); i++) {
      if (first.thousandthsAt(i) != then.thousandthsAt(i)
          || Double.compare(first.spreadAt(i), then.spreadAt(i)) != 0) {
        return "of the step at "
            + first.steps().timeAt(i)
            + " it expects "
            + words(first, i)
            + ", and "
            + words(then, i);
      }
    }
    return first + " is not " + then;
  }

  static String words(Expectations said, int step) {
    return said.isKnown(step)
        ? Units.fromThousandths(said.thousandthsAt(step)).toPlainString()
            + " (spread "
            + said.spreadAt(step)
            + ")"
        : "nothing it could say";
  }
}
