package org.minorityreport.mock.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.mock.Sales;

/** Series of scores: 100 units are expected with a spread of 1, so units are 100 plus the score. */
class MockClassifierTest {
  private static final double UNKNOWN = Double.NaN;

  private final MockClassifier model = MockClassifier.create(ModelConfig.builder().seed(0).build());

  private ClassifierAnswer classify(String cadence, double... scores) {
    SalesSeries series = Sales.series(cadence, scores.length, i -> 100 + scores[i]);
    double[] expected = IntStream.range(0, scores.length).mapToDouble(i -> 100).toArray();
    double[] spread = IntStream.range(0, scores.length).mapToDouble(i -> 1).toArray();
    return model.classify(
        ClassifierQuestion.builder()
            .series(series)
            .store(Sales.store("UTC"))
            .expectations(Expectations.of(series.steps(), expected, spread))
            .build());
  }

  private static void assertWindow(ClassifierAnswer answer, int onset, int last) {
    assertThat(answer.alarms()).hasSize(1);
    Alarm alarm = answer.alarms().get(0);
    assertThat(answer.steps().indexOf(alarm.onset())).as("onset").isEqualTo(onset);
    assertThat(answer.steps().indexOf(alarm.lastDeviating())).as("last").isEqualTo(last);
  }

  @Test
  void noSteps_noAnswer() {
    assertThat(classify("PT15M").alarms()).isEmpty();
  }

  @Test
  void allUnknown_nothingDeviates() {
    ClassifierAnswer answer = classify("PT15M", UNKNOWN, UNKNOWN);
    assertThat(answer.alarms()).isEmpty();
    assertThat(answer.signAt(0)).isZero();
  }

  @Test
  void weakStepsTogether_areAnAlarmFromTheFirstOfThem() {
    ClassifierAnswer answer = classify("PT15M", 0.3, -0.5, 3.8, 3.8, 3.8, 0.1);
    assertWindow(answer, 2, 4);
    assertThat(answer.alarms().get(0).direction()).isEqualTo(Direction.UPLIFT);
  }

  @Test
  void drop_isFoundLikeAnUplift() {
    ClassifierAnswer answer = classify("PT15M", 0.3, -3.8, -3.8, -3.8, 0.1);
    assertWindow(answer, 1, 3);
    assertThat(answer.alarms().get(0).direction()).isEqualTo(Direction.DROP);
    assertThat(answer.signAt(1)).isEqualTo(-1);
  }

  @Test
  void twoStepsThatDeviate_areNoAlarmYet() {
    ClassifierAnswer answer = classify("PT15M", 0, 3.5, 3.5, 0);
    assertThat(answer.alarms()).isEmpty();
    assertThat(answer.signAt(1)).isEqualTo(1);
  }

  @Test
  void unknownStep_neitherBreaksNorExtendsARun() {
    assertWindow(classify("PT15M", 0, UNKNOWN, 4, UNKNOWN, 4, 4, UNKNOWN), 2, 5);
  }

  @Test
  void stepOfTheOtherSide_breaksARun() {
    assertWindow(classify("PT15M", 4, -3, 7, 0), 2, 2);
  }

  @Test
  void afterAStrongStep_aFaintOneStillDeviates() {
    assertWindow(afterQuiet(1.2, 7, 1.2, 1.2), 8, 10);
    assertThat(afterQuiet(1.2, 7, 0.2).signAt(9)).isZero();
  }

  @Test
  void quietStepWhileItBuildsUp_doesNotMoveTheOnset() {
    assertWindow(afterQuiet(3.2, 2.4, -1, 4, 4, 4), 7, 12);
    assertWindow(afterQuiet(3.2, 2.4, -1.6, 4, 4, 4), 10, 12);
  }

  @Test
  void chanceStep_isNotBridgedToALaterAnomaly() {
    assertWindow(afterQuiet(1.9, 0.2, 0.1, 4, 4, 4), 10, 12);
  }

  /** Seven quiet steps come first, so that all sums are whole. */
  private ClassifierAnswer afterQuiet(double... scores) {
    double[] all = new double[7 + scores.length];
    System.arraycopy(scores, 0, all, 7, scores.length);
    return classify("PT15M", all);
  }

  @Test
  void sumsReachBackTwoHoursAndNoFurther() {
    double[] nine = IntStream.range(0, 9).mapToDouble(i -> 2.2).toArray(); // 6.2 over eight
    assertThat(classify("PT15M", nine).alarms()).isEmpty();
    double[] eight = IntStream.range(0, 8).mapToDouble(i -> 2.3).toArray(); // 6.5 over eight
    assertWindow(classify("PT15M", eight), 0, 7);
  }

  @ParameterizedTest(name = "{0}: {1} yes, {2} no")
  @CsvSource({"PT15M, 6.4, 6.2", "PT1H, 5.3, 5.2", "P1D, 6.1, 5.9", "P7D, 6.1, 5.9"})
  void oneStep_isAnAlarmFromTheBoundOfItsCadence(String cadence, double above, double below) {
    assertThat(classify(cadence, 0, above).alarms()).hasSize(1);
    assertThat(classify(cadence, 0, below).alarms()).isEmpty();
  }

  @Test
  void dailySteps_areNotSummed() {
    assertThat(classify("P1D", 5, 5, 5, 5, 5).alarms()).isEmpty();
  }

  @Test
  void severity_growsWithScoreAndDuration() {
    double weak = classify("PT15M", 0, 7).alarms().get(0).severity();
    double strong = classify("PT15M", 0, 14).alarms().get(0).severity();
    double longer = classify("PT15M", 0, 7, 7, 7).alarms().get(0).severity();
    assertThat(weak).isBetween(0.2, 0.4);
    assertThat(strong).isGreaterThan(weak);
    assertThat(longer).isGreaterThan(weak);
  }
}
