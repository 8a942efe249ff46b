package org.minorityreport.testkit.model.wrong;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;

/** Classifiers that are wrong on purpose. */
final class WrongClassifiers {
  private WrongClassifiers() {}

  private static WrongModel wrong(
      String key, String wrong, int rule, String message, Supplier<Model> maker) {
    String id = "MRS-CLS-" + (rule < 10 ? "0" : "") + rule;
    return new WrongModel("classifier-" + key, ModelRole.CLASSIFIER, wrong, id, message, maker);
  }

  static List<WrongModel> all() {
    List<WrongModel> all = new ArrayList<>(ofSteps());
    all.addAll(ofWindows());
    return all;
  }

  private static List<WrongModel> ofSteps() {
    return List.of(
        wrong(
            "unknown",
            "lets unknown steps deviate like the one before",
            5,
            "deviates upwards, but is unknown",
            () ->
                new RightClassifier() {
                  @Override
                  byte[] signs(ClassifierQuestion question) {
                    byte[] signs = super.signs(question);
                    for (int i = 1; i < signs.length; i++) {
                      signs[i] = question.series().isKnown(i) ? signs[i] : signs[i - 1];
                    }
                    return signs;
                  }
                }),
        wrong(
            "early",
            "sets the onset a step before the first that deviates",
            5,
            "which deviates not at all",
            () ->
                new RightClassifier() {
                  @Override
                  void add(
                      List<Alarm> alarms,
                      ClassifierQuestion question,
                      byte[] signs,
                      int first,
                      int last,
                      int count) {
                    if (count >= 2) {
                      alarms.add(alarm(question, Math.max(0, first - 1), last, signs[first], 0.5));
                    }
                  }
                }),
        wrong(
            "learns",
            "raises its bound with the loudest step it was ever asked about",
            8,
            "of another model that was asked other questions before",
            () ->
                new RightClassifier() {
                  private double loudest;

                  @Override
                  double score(ClassifierQuestion question, int step) {
                    double score = super.score(question, step);
                    loudest = Math.max(loudest, Math.abs(score));
                    return Math.abs(score) * 4 < loudest ? 0 : score;
                  }

                  @Override
                  public ClassifierAnswer classify(ClassifierQuestion question) {
                    super.signs(question);
                    return super.classify(question);
                  }
                }),
        wrong(
            "constant",
            "divides by what the series itself varies, and takes NaN for a deviation",
            12,
            "but nothing there is out of the ordinary; asked about quarter-hourly sales of 20",
            () ->
                new RightClassifier() {
                  @Override
                  byte[] signs(ClassifierQuestion question) {
                    byte[] signs = new byte[question.series().size()];
                    double all = 0;
                    for (int i = 0; i < signs.length; i++) {
                      all += Math.abs(score(question, i));
                    }
                    for (int i = 0; i < signs.length; i++) {
                      double share = score(question, i) / (all / signs.length);
                      int sign = share < -3 ? -1 : share <= 3 ? 0 : 1;
                      signs[i] = (byte) (question.series().isKnown(i) ? sign : 0);
                    }
                    return signs;
                  }
                }),
        wrong(
            "severity",
            "has a severity without upper end",
            15,
            "it threw org.minorityreport.api.error.InvalidValueException: severity is ",
            () ->
                new RightClassifier() {
                  @Override
                  double severity(double peak) {
                    return peak / 1000;
                  }
                }),
        wrong(
            "drops",
            "never raises a drop and does not say so",
            20,
            "no drop is raised; decline DROPS if that is meant",
            () ->
                new RightClassifier() {
                  @Override
                  double score(ClassifierQuestion question, int step) {
                    return Math.max(0, super.score(question, step));
                  }
                }),
        wrong(
            "daily",
            "computes the hour of a step from its number in the day",
            22,
            "it threw java.lang.ArithmeticException: / by zero",
            () ->
                new RightClassifier() {
                  @Override
                  double score(ClassifierQuestion question, int step) {
                    long perHour = 3600 / question.series().steps().cadence().seconds();
                    return step / perHour < 0 ? 0 : super.score(question, step);
                  }
                }),
        wrong(
            "down!DROPS",
            "declines drops and raises them",
            21,
            "DROPS is declined, but one is found: do not decline it",
            RightClassifier::new),
        wrong(
            "days!DAILY_STEPS",
            "declines steps of a day and lets them deviate",
            23,
            "but DAILY_STEPS is declined: do not decline it",
            RightClassifier::new),
        wrong(
            "halves",
            "raises a long window once more in its middle",
            25,
            " begins within the ",
            () ->
                new RightClassifier() {
                  @Override
                  void add(
                      List<Alarm> alarms,
                      ClassifierQuestion question,
                      byte[] signs,
                      int first,
                      int last,
                      int count) {
                    super.add(alarms, question, signs, first, last, count);
                    int middle = (first + last) / 2;
                    if (count >= 4 && signs[middle] == signs[first]) {
                      alarms.add(alarm(question, middle, last, signs[first], 0.5));
                    }
                  }
                }));
  }

  private static List<WrongModel> ofWindows() {
    return List.of(
        wrong(
            "drivers",
            "forgives every step of a series of which something dear was ever measured",
            26,
            " is added that was recorded at ",
            () ->
                new RightClassifier() {
                  @Override
                  byte[] signs(ClassifierQuestion question) {
                    boolean dear =
                        question.covariates().drivers().stream()
                            .anyMatch(known -> known.driver().value().orElse(0) > 100);
                    return dear ? new byte[question.series().size()] : super.signs(question);
                  }
                }),
        wrong(
            "gone",
            "raises a window only while its last step deviates",
            30,
            " was gone when data after ",
            () ->
                new RightClassifier() {
                  @Override
                  void add(
                      List<Alarm> alarms,
                      ClassifierQuestion question,
                      byte[] signs,
                      int first,
                      int last,
                      int count) {
                    if (last == signs.length - 1) {
                      super.add(alarms, question, signs, first, last, count);
                    }
                  }
                }),
        wrong(
            "turns",
            "gives a window the direction of its sum, and the sum may turn",
            31,
            " turned into its opposite when data after ",
            () ->
                new RightClassifier() {
                  @Override
                  byte[] signs(ClassifierQuestion question) {
                    byte[] signs = super.signs(question);
                    int i = 0;
                    while (i < signs.length) {
                      int end = i;
                      double sum = 0;
                      while (end < signs.length && signs[end] != 0) {
                        sum += score(question, end++);
                      }
                      java.util.Arrays.fill(signs, i, end, (byte) (sum < 0 ? -1 : 1));
                      i = Math.max(end, i + 1);
                    }
                    return signs;
                  }
                }),
        wrong(
            "moves",
            "dates a window further back once it is four steps long",
            32,
            "onset of the window at 2025-08-07T",
            () ->
                new RightClassifier() {
                  @Override
                  byte[] signs(ClassifierQuestion question) {
                    byte[] signs = super.signs(question);
                    for (int i = 1; i + 3 < signs.length; i++) {
                      boolean isLong =
                          signs[i] != 0
                              && signs[i + 1] == signs[i]
                              && signs[i + 2] == signs[i]
                              && signs[i + 3] == signs[i];
                      if (isLong && signs[i - 1] == 0 && question.series().isKnown(i - 1)) {
                        signs[i - 1] = signs[i];
                      }
                    }
                    return signs;
                  }
                }),
        wrong(
            "back",
            "lets the newest step go on more easily than it will have done a step later",
            33,
            " went back to ",
            () ->
                new RightClassifier() {
                  @Override
                  byte[] signs(ClassifierQuestion question) {
                    byte[] signs = super.signs(question);
                    int n = signs.length - 1;
                    if (n >= 2
                        && signs[n] == 0
                        && question.series().isKnown(n)
                        && signs[n - 1] != 0
                        && signs[n - 1] == signs[n - 2]) {
                      signs[n] = signs[n - 1];
                    }
                    return signs;
                  }
                }),
        wrong(
            "remembers",
            "trusts no series that was once far off, however long ago",
            34,
            ", which lie more than the look-back of PT6H before it",
            () ->
                new RightClassifier() {
                  @Override
                  void add(
                      List<Alarm> alarms,
                      ClassifierQuestion question,
                      byte[] signs,
                      int first,
                      int last,
                      int count) {
                    for (int i = 0; i < first; i++) {
                      if (signs[i] < 0) {
                        return;
                      }
                    }
                    super.add(alarms, question, signs, first, last, count);
                  }
                }));
  }
}
