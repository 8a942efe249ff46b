package com.example.demand;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;

/** A step deviates if it lies three spreads off; two such steps in a row are an alarm. */
final class DemandClassifier implements ClassifierModel {
  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("demand-classifier")
        .version("1")
        .lookBack(Duration.ofHours(6))
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public ClassifierAnswer classify(ClassifierQuestion question) {
    byte[] signs = new byte[question.series().size()];
    List<Alarm> alarms = new ArrayList<>();
    Run run = new Run();
    for (int i = 0; i < signs.length; i++) {
      if (question.series().isKnown(i)) { // what is not known neither ends nor extends a run
        double score = score(question, i);
        signs[i] = (byte) (score >= 3 ? 1 : score <= -3 ? -1 : 0);
        if (signs[i] != run.sign) {
          run.raise(question.series().steps(), alarms);
          run = new Run();
        }
        run.add(i, signs[i], Math.abs(score));
      }
    }
    run.raise(question.series().steps(), alarms);
    return ClassifierAnswer.of(question.series().steps(), signs, alarms);
  }

  private static double score(ClassifierQuestion question, int i) {
    if (!question.expectations().isKnown(i)) {
      return 0;
    }
    double off = question.series().unitsAt(i) - question.expectations().unitsAt(i);
    return off / question.expectations().spreadAt(i);
  }

  /** Steps in a row that deviate to one side. */
  private static final class Run {
    private int sign;
    private int first;
    private int last;
    private int count;
    private double peak;

    void add(int step, int side, double score) {
      first = count == 0 ? step : first;
      last = step;
      sign = side;
      count++;
      peak = Math.max(peak, score);
    }

    void raise(Steps steps, List<Alarm> alarms) {
      if (sign != 0 && count >= 2) {
        alarms.add(
            Alarm.builder()
                .onset(steps.timeAt(first))
                .lastDeviating(steps.timeAt(last))
                .direction(sign > 0 ? Direction.UPLIFT : Direction.DROP)
                .severity(peak / (1 + peak))
                .build());
      }
    }
  }
}
