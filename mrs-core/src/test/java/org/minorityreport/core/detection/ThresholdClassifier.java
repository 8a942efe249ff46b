package org.minorityreport.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.Steps;

/**
 * A step deviates if it lies more than 5 units from what was expected; a run of so many deviating
 * known steps is an alarm, as severe as its greatest deviation in hundreds of units.
 */
final class ThresholdClassifier implements ClassifierModel {
  private static final double THRESHOLD = 5;

  private final int minRun;
  private final boolean acrossQuietSteps;

  private ThresholdClassifier(int minRun, boolean acrossQuietSteps) {
    this.minRun = minRun;
    this.acrossQuietSteps = acrossQuietSteps;
  }

  static ThresholdClassifier afterRunOf(int steps) {
    return new ThresholdClassifier(steps, false);
  }

  /** Breaks its contract: its alarms run on over steps that do not deviate. */
  static ThresholdClassifier acrossQuietSteps() {
    return new ThresholdClassifier(2, true);
  }

  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("threshold")
        .version("1")
        .lookBack(Duration.ofHours(6))
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public ClassifierAnswer classify(ClassifierQuestion question) {
    Expectations said = question.expectations();
    Steps steps = said.steps();
    byte[] signs = new byte[steps.count()];
    List<Alarm> alarms = new ArrayList<>();
    Run run = new Run(0);
    for (int i = 0; i < signs.length; i++) {
      if (question.series().isKnown(i) && said.isKnown(i)) {
        double deviation = question.series().unitsAt(i) - said.unitsAt(i);
        signs[i] = (byte) (Math.abs(deviation) > THRESHOLD ? Math.signum(deviation) : 0);
        if (signs[i] != run.sign && !(acrossQuietSteps && signs[i] == 0)) {
          run.addTo(alarms);
          run = new Run(signs[i]);
        }
        if (signs[i] != 0) {
          run.add(steps.timeAt(i), Math.abs(deviation));
        }
      }
    }
    run.addTo(alarms);
    return ClassifierAnswer.of(steps, signs, alarms);
  }

  /** Deviating steps one after the other. */
  private final class Run {
    private final int sign;
    private final List<Instant> steps = new ArrayList<>();
    private double greatest;

    Run(int sign) {
      this.sign = sign;
    }

    void add(Instant step, double deviation) {
      steps.add(step);
      greatest = Math.max(greatest, deviation);
    }

    void addTo(List<Alarm> alarms) {
      if (sign != 0 && steps.size() >= minRun) {
        alarms.add(
            Alarm.builder()
                .onset(steps.get(0))
                .lastDeviating(steps.get(steps.size() - 1))
                .direction(sign > 0 ? Direction.UPLIFT : Direction.DROP)
                .severity(Math.min(1, greatest / 100))
                .build());
      }
    }
  }
}
