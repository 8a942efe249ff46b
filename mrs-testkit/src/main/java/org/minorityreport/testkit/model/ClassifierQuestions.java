package org.minorityreport.testkit.model;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;

/** How a classifier is asked. */
final class ClassifierQuestions
    implements RoleQuestions<ClassifierModel, ClassifierQuestion, ClassifierAnswer> {
  static final ClassifierQuestions INSTANCE = new ClassifierQuestions();

  private ClassifierQuestions() {}

  @Override
  public ModelRole role() {
    return ModelRole.CLASSIFIER;
  }

  @Override
  public String letters() {
    return "CLS";
  }

  @Override
  public List<Told<ClassifierQuestion>> ordinary(ModelInfo info) {
    SeriesCase hours = SeriesCase.ordinary(SeriesCase.HOURS, 11);
    SeriesCase quarters = SeriesCase.ordinary(SeriesCase.QUARTERS, 12);
    Bump up = new Bump(-12, 9, Bump.Kind.TREBLE);
    Bump down = new Bump(-30, 6, Bump.Kind.NOTHING);
    Bump gap = new Bump(-8, 2, Bump.Kind.UNKNOWN);
    return List.of(
        last(hours, info, 24, null).told(),
        last(hours.with(gap, up), info, 48, null).told(),
        last(quarters.with(up), info, 96, open(quarters.cadence(), -12, -4)).told(),
        last(quarters.with(down), info, 96, null).told(),
        last(SeriesCase.ordinary(SeriesCase.QUARTERS, 13).with(gap, up, down), info, 96, null)
            .told());
  }

  private static ClassifierCase last(
      SeriesCase sales,
      ModelInfo info,
      int steps,
      @org.jspecify.annotations.Nullable OpenWindow open) {
    int lookBack = (int) sales.cadence().stepsIn(info.lookBack());
    return new ClassifierCase(sales, -steps - lookBack, 0, open);
  }

  private static OpenWindow open(Cadence cadence, int onset, int last) {
    return OpenWindow.builder()
        .onset(cadence.plus(SeriesCase.now(cadence), onset))
        .direction(Direction.UPLIFT)
        .lastDeviating(cadence.plus(SeriesCase.now(cadence), last))
        .raisedAt(cadence.plus(SeriesCase.now(cadence), last))
        .build();
  }

  @Override
  public Arbitrary<Told<ClassifierQuestion>> any(
      ModelBench<ClassifierModel, ClassifierQuestion, ClassifierAnswer> bench) {
    return ClassifierCase.any(bench, 40, 12).map(ClassifierCase::told);
  }

  @Override
  public ClassifierAnswer ask(ClassifierModel model, ClassifierQuestion question) {
    return model.classify(question);
  }

  @Override
  public String fault(ClassifierQuestion question, ClassifierAnswer answer) {
    if (!answer.steps().equals(question.series().steps())) {
      return "it answers about " + answer.steps() + ", not about " + question.series().steps();
    }
    for (int i = 0; i < answer.steps().count(); i++) {
      if (answer.signAt(i) != 0 && !question.series().isKnown(i)) {
        return "the step at "
            + answer.steps().timeAt(i)
            + " deviates "
            + side(answer.signAt(i))
            + ", but is unknown";
      }
    }
    for (Alarm alarm : answer.alarms()) {
      String fault = fault(question, answer, alarm);
      if (!fault.isEmpty()) {
        return fault;
      }
    }
    return "";
  }

  /** The ends of an alarm deviate to its side, and so does each known step between them. */
  private static String fault(ClassifierQuestion question, ClassifierAnswer answer, Alarm alarm) {
    int first = answer.steps().indexOf(alarm.onset());
    int last = answer.steps().indexOf(alarm.lastDeviating());
    for (int i = first; i <= last; i++) {
      boolean counts = i == first || i == last || question.series().isKnown(i);
      if (counts && answer.signAt(i) != alarm.direction().sign()) {
        return words(alarm)
            + " holds the step at "
            + answer.steps().timeAt(i)
            + ", which deviates "
            + side(answer.signAt(i));
      }
    }
    return "";
  }

  @Override
  public String difference(ClassifierAnswer first, ClassifierAnswer then) {
    if (!first.steps().equals(then.steps())) {
      return "the steps answered about are " + first.steps() + ", and " + then.steps();
    }
    for (int i = 0; i < first.steps().count(); i++) {
      if (first.signAt(i) != then.signAt(i)) {
        return "the step at "
            + first.steps().timeAt(i)
            + " deviates "
            + side(first.signAt(i))
            + ", and "
            + side(then.signAt(i));
      }
    }
    return "the alarms are " + words(first.alarms()) + ", and " + words(then.alarms());
  }

  private static List<String> words(List<Alarm> alarms) {
    return alarms.stream().map(a -> words(a) + " of severity " + a.severity()).toList();
  }

  static String words(Alarm alarm) {
    String side = alarm.direction() == Direction.UPLIFT ? "the uplift" : "the drop";
    return side + " from " + alarm.onset() + " to " + alarm.lastDeviating();
  }

  static String side(int sign) {
    return sign == 0 ? "not at all" : sign > 0 ? "upwards" : "downwards";
  }
}
