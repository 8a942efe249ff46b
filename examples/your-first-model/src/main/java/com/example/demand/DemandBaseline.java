package com.example.demand;

import java.time.Duration;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.series.Expectations;

/** Expects of a step the mean of the same time of day over the two weeks before it. */
final class DemandBaseline implements BaselineModel {
  private static final int DAYS = 14;

  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("demand-baseline")
        .version("1")
        .lookBack(Duration.ofDays(DAYS))
        .minimumHistory(Duration.ofDays(1))
        .build();
  }

  @Override
  public Expectations expect(BaselineQuestion question) {
    int first = question.series().steps().indexOf(question.asked().from());
    double[] expected = new double[question.asked().count()];
    double[] spread = new double[expected.length];
    for (int i = 0; i < expected.length; i++) {
      double mean = mean(question, first + i);
      expected[i] = mean; // not a number where nothing is known: then nothing is expected
      spread[i] = 1 + 1.5 * Math.sqrt(mean);
    }
    return Expectations.of(question.asked(), expected, spread);
  }

  /** Only what lies before the step counts, and of that nothing that is masked. */
  private static double mean(BaselineQuestion question, int at) {
    int perDay = Math.max(1, (int) (86_400 / question.asked().cadence().seconds()));
    double sum = 0;
    int known = 0;
    for (int step = at - perDay; step >= Math.max(0, at - DAYS * perDay); step -= perDay) {
      boolean masked = question.mask().hides(question.series().steps().timeAt(step));
      if (question.series().isKnown(step) && !masked) {
        sum += question.series().unitsAt(step);
        known++;
      }
    }
    return known == 0 ? Double.NaN : Math.max(0, sum / known);
  }
}
