package org.minorityreport.testkit.model.wrong;

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

/**
 * A step deviates if it lies three spreads off; two such steps in a row are an alarm. Wrong models
 * override a part of it.
 */
class RightClassifier implements ClassifierModel {
  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("three-spreads")
        .version("1")
        .lookBack(Duration.ofHours(6))
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public ClassifierAnswer classify(ClassifierQuestion question) {
    Steps steps = question.series().steps();
    byte[] signs = signs(question);
    List<Alarm> alarms = new ArrayList<>();
    int first = -1;
    int last = -1;
    int count = 0;
    for (int i = 0; i < signs.length; i++) {
      if (!question.series().isKnown(i)) {
        continue;
      }
      if (first >= 0 && signs[i] != signs[first]) {
        add(alarms, question, signs, first, last, count);
        first = -1;
      }
      if (signs[i] != 0) {
        count = first < 0 ? 1 : count + 1;
        first = first < 0 ? i : first;
        last = i;
      }
    }
    if (first >= 0) {
      add(alarms, question, signs, first, last, count);
    }
    return ClassifierAnswer.of(steps, signs, alarms);
  }

  byte[] signs(ClassifierQuestion question) {
    byte[] signs = new byte[question.series().size()];
    for (int i = 0; i < signs.length; i++) {
      double score = score(question, i);
      signs[i] = (byte) (score >= 3 ? 1 : score <= -3 ? -1 : 0);
    }
    return signs;
  }

  /** Actual minus expected in spreads; 0 where unknown. */
  double score(ClassifierQuestion question, int step) {
    if (!question.series().isKnown(step) || !question.expectations().isKnown(step)) {
      return 0;
    }
    double off = question.series().unitsAt(step) - question.expectations().unitsAt(step);
    return off / question.expectations().spreadAt(step);
  }

  void add(
      List<Alarm> alarms,
      ClassifierQuestion question,
      byte[] signs,
      int first,
      int last,
      int count) {
    if (count < 2) {
      return;
    }
    double peak = 0;
    for (int i = first; i <= last; i++) {
      peak = Math.max(peak, Math.abs(score(question, i)));
    }
    alarms.add(alarm(question, first, last, signs[first], severity(peak)));
  }

  double severity(double peak) {
    return peak / (1 + peak);
  }

  static Alarm alarm(ClassifierQuestion question, int first, int last, int sign, double severity) {
    Steps steps = question.series().steps();
    return Alarm.builder()
        .onset(steps.timeAt(first))
        .lastDeviating(steps.timeAt(last))
        .direction(sign > 0 ? Direction.UPLIFT : Direction.DROP)
        .severity(severity)
        .build();
  }
}
