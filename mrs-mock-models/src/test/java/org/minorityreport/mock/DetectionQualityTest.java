package org.minorityreport.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.mock.baseline.MockBaseline;
import org.minorityreport.mock.classifier.MockClassifier;

/** Baseline and classifier together on counts with daily and weekly rhythm. */
class DetectionQualityTest {
  private static final int WARM_UP_DAYS = 28;
  private static final Store STORE = Sales.store("Europe/London");

  private final ModelConfig config = ModelConfig.builder().seed(0).build();
  private final BaselineModel baseline = MockBaseline.create(config);
  private final ClassifierModel classifier = MockClassifier.create(config);

  private ClassifierAnswer detect(SalesSeries series, int from, int to) {
    Steps asked = series.steps().slice(from, to);
    Expectations expected =
        baseline.expect(
            BaselineQuestion.builder()
                .series(series)
                .store(STORE)
                .mask(StepMask.none())
                .asked(asked)
                .build());
    return classifier.classify(
        ClassifierQuestion.builder()
            .series(series.slice(from, to))
            .store(STORE)
            .expectations(expected)
            .build());
  }

  @ParameterizedTest(name = "{0}, {1} an hour")
  @CsvSource({"PT15M, 2", "PT15M, 20", "PT15M, 150", "PT1H, 2", "PT1H, 20", "PT1H, 150", "P1D, 20"})
  void quietDays_areFalselyReportedAboutOnceInAThousand(String cadence, double perHour) {
    SplittableRandom random = new SplittableRandom(20);
    Cadence step = Cadence.parse(cadence);
    int warmUp = (int) (WARM_UP_DAYS * 86_400L / step.seconds());
    int reports = 0;
    for (int store = 0; store < 20; store++) {
      long[] units = Sales.counts(step, WARM_UP_DAYS + 30, perHour, random);
      SalesSeries series = Sales.series(Steps.of(Sales.START, step, units.length), units);
      reports += detect(series, warmUp, units.length).alarms().size();
    }
    assertThat(reports).as("in 600 store-days").isLessThanOrEqualTo(1);
  }

  @ParameterizedTest(name = "{0} sigma: {1} found, {2} to the step")
  @CsvSource({"3, 0.85, 0.35", "4, 0.98, 0.8", "5, 1, 0.9", "6, 1, 0.9"})
  void threeHoursOff_areFoundWithTheirOnset(double sigma, double foundShare, double exactShare) {
    SplittableRandom random = new SplittableRandom(21);
    Cadence step = Cadence.parse("PT15M");
    int tries = 100;
    int found = 0;
    int exact = 0;
    for (int n = 0; n < tries; n++) {
      long[] units = Sales.counts(step, 36, 60, random);
      int onset = 30 * 96 + 40 + random.nextInt(32);
      int side = n % 2 == 0 ? 1 : -1;
      for (int i = onset; i < onset + 12; i++) {
        double shift = side * sigma * Math.sqrt(Sales.rate(step, i, 60));
        units[i] = Math.max(0, units[i] + 1000 * Math.round(shift));
      }
      SalesSeries series = Sales.series(Steps.of(Sales.START, step, units.length), units);
      ClassifierAnswer answer = detect(series, onset - 48, onset + 16);
      Instant at = series.steps().timeAt(onset);
      found += answer.alarms().stream().anyMatch(a -> near(a, at)) ? 1 : 0;
      exact += answer.alarms().stream().anyMatch(a -> a.onset().equals(at)) ? 1 : 0;
    }
    assertThat(found).as("found").isGreaterThanOrEqualTo((int) (foundShare * tries));
    assertThat(exact).as("to the step").isGreaterThanOrEqualTo((int) (exactShare * tries));
  }

  private static boolean near(Alarm alarm, Instant onset) {
    return Duration.between(onset, alarm.onset()).abs().compareTo(Duration.ofHours(3)) < 0;
  }

  @Test
  void degenerateSeries_areAnsweredWithoutFailure() {
    for (String cadence : new String[] {"PT15M", "PT1H", "PT6H", "P1D", "P7D"}) {
      int count = (int) Math.max(5, 36 * 86_400L / Cadence.parse(cadence).seconds());
      double huge = 9e15;
      IntStream.range(0, 7)
          .mapToObj(
              kind ->
                  Sales.series(
                      cadence,
                      count,
                      i ->
                          switch (kind) {
                            case 0 -> 0;
                            case 1 -> Double.NaN;
                            case 2 -> huge;
                            case 3 -> -huge;
                            case 4 -> i % 97 == 0 ? huge : 0;
                            case 5 -> i % 2 == 0 ? -3 : 3;
                            default -> i == count - 1 ? 1 : Double.NaN;
                          }))
          .forEach(series -> detect(series, 0, series.size()));
    }
  }

  @Test
  void constantSeries_neverAlarms() {
    SalesSeries series = Sales.series("PT15M", 40 * 96, i -> 7);
    assertThat(detect(series, WARM_UP_DAYS * 96, series.size()).alarms()).isEmpty();
  }
}
