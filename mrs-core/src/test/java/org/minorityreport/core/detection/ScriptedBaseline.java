package org.minorityreport.core.detection;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;

/** Expects a constant, or the mean of what was sold within its look-back and is not masked. */
final class ScriptedBaseline implements BaselineModel {
  private static final double SPREAD = 1;

  private final double constant;
  private final Duration lookBack;
  private final List<BaselineQuestion> asked = new ArrayList<>();

  private ScriptedBaseline(double constant, Duration lookBack) {
    this.constant = constant;
    this.lookBack = lookBack;
  }

  static ScriptedBaseline constant(double units) {
    return new ScriptedBaseline(units, Duration.ofDays(1));
  }

  static ScriptedBaseline meanOf(Duration lookBack) {
    return new ScriptedBaseline(Double.NaN, lookBack);
  }

  /** {@return every question so far} */
  List<BaselineQuestion> asked() {
    return asked;
  }

  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("scripted-baseline")
        .version("1")
        .lookBack(lookBack)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public Expectations expect(BaselineQuestion question) {
    asked.add(question);
    Steps steps = question.asked();
    double[] expected = new double[steps.count()];
    double[] spread = new double[steps.count()];
    Arrays.fill(spread, SPREAD);
    for (int i = 0; i < expected.length; i++) {
      expected[i] = Double.isNaN(constant) ? mean(question, steps, i) : constant;
      spread[i] = Double.isNaN(expected[i]) ? Double.NaN : SPREAD;
    }
    return Expectations.of(steps, expected, spread);
  }

  private double mean(BaselineQuestion question, Steps steps, int index) {
    SalesSeries seen =
        question.series().between(steps.timeAt(index).minus(lookBack), steps.timeAt(index));
    double sum = 0;
    int known = 0;
    for (int i = 0; i < seen.size(); i++) {
      if (seen.isKnown(i) && !question.mask().hides(seen.steps().timeAt(i))) {
        sum += seen.unitsAt(i);
        known++;
      }
    }
    return known == 0 ? Double.NaN : sum / known;
  }
}
