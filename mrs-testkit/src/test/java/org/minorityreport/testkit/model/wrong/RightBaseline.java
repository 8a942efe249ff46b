package org.minorityreport.testkit.model.wrong;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.series.Expectations;

/** The mean of the same time of day over a week; wrong models override a part of it. */
class RightBaseline implements BaselineModel {
  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("mean-of-a-week")
        .version("1")
        .lookBack(Duration.ofDays(7))
        .minimumHistory(Duration.ofDays(1))
        .build();
  }

  @Override
  public Expectations expect(BaselineQuestion question) {
    int first = question.series().steps().indexOf(question.asked().from());
    double[] expected = new double[question.asked().count()];
    double[] spread = new double[expected.length];
    for (int i = 0; i < expected.length; i++) {
      List<Double> values = values(question, basis(first, i));
      expected[i] = expected(values);
      spread[i] = Double.isNaN(expected[i]) ? Double.NaN : spread(values, expected[i]);
    }
    return Expectations.of(question.asked(), expected, spread);
  }

  /** The step before which everything lies that the i-th expectation rests on. */
  int basis(int first, int i) {
    return first + i;
  }

  List<Double> values(BaselineQuestion question, int at) {
    int perDay = Math.max(1, (int) (86_400 / question.asked().cadence().seconds()));
    List<Double> values = new ArrayList<>();
    for (int day = 1; day <= days(); day++) {
      int step = at - day * perDay;
      if (step >= 0 && counts(question, step)) {
        values.add(value(question, step));
      }
    }
    return values;
  }

  int days() {
    return 7;
  }

  boolean counts(BaselineQuestion question, int step) {
    return question.series().isKnown(step)
        && !question.mask().hides(question.series().steps().timeAt(step));
  }

  double value(BaselineQuestion question, int step) {
    return question.series().unitsAt(step);
  }

  double expected(List<Double> values) {
    double sum = values.stream().mapToDouble(Double::doubleValue).sum();
    return values.isEmpty() ? Double.NaN : Math.max(0, sum / values.size());
  }

  double spread(List<Double> values, double expected) {
    return 1 + Math.sqrt(expected);
  }
}
