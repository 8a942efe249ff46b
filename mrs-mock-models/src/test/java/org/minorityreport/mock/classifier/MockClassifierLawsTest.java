package org.minorityreport.mock.classifier;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.mock.Sales;

/** Laws of the classifier on any residuals. */
class MockClassifierLawsTest {
  private static final int COUNT = 60;
  private static final int LONGEST_SUM = 8;

  private final MockClassifier model = MockClassifier.create(ModelConfig.builder().seed(0).build());

  @Property(tries = 300)
  void laterSteps_changeNeitherSignsNorOnsets(
      @ForAll("scores") double[] scores, @ForAll @IntRange(min = 1, max = COUNT - 1) int cut) {
    ClassifierAnswer later = classify(scores, 0, COUNT);
    ClassifierAnswer now = classify(scores, 0, cut);
    for (int i = 0; i < cut; i++) {
      assertThat(now.signAt(i)).isEqualTo(later.signAt(i));
    }
    for (Alarm alarm : now.alarms()) {
      assertThat(later.alarms())
          .anySatisfy(
              grown -> {
                assertThat(grown.onset()).isEqualTo(alarm.onset());
                assertThat(grown.direction()).isEqualTo(alarm.direction());
                assertThat(grown.lastDeviating()).isAfterOrEqualTo(alarm.lastDeviating());
                assertThat(grown.severity()).isGreaterThanOrEqualTo(alarm.severity());
              });
    }
  }

  @Property(tries = 300)
  void shorterLookBack_changesNoSignBeyondTheLongestSumAndAddsNoAlarm(
      @ForAll("scores") double[] scores, @ForAll @IntRange(min = 1, max = COUNT - 1) int from) {
    ClassifierAnswer all = classify(scores, 0, COUNT);
    ClassifierAnswer cut = classify(scores, from, COUNT);
    for (int i = LONGEST_SUM; i < COUNT - from; i++) {
      assertThat(cut.signAt(i)).isEqualTo(all.signAt(from + i));
    }
    assertThat(cut.alarms())
        .allSatisfy(
            alarm ->
                assertThat(all.alarms())
                    .anySatisfy(
                        whole -> {
                          assertThat(whole.lastDeviating()).isAfterOrEqualTo(alarm.lastDeviating());
                          assertThat(whole.onset()).isBeforeOrEqualTo(alarm.onset());
                        }));
  }

  @Property(tries = 300)
  void alarmAfterTheLongestSum_isTheSameWhereverTheQuestionBegins(
      @ForAll("scores") double[] scores, @ForAll @IntRange(min = 1, max = COUNT - 1) int from) {
    ClassifierAnswer all = classify(scores, 0, COUNT);
    ClassifierAnswer cut = classify(scores, from, COUNT);
    all.alarms().stream()
        .filter(alarm -> all.steps().indexOf(alarm.onset()) >= from + LONGEST_SUM)
        .forEach(alarm -> assertThat(cut.alarms()).contains(alarm));
  }

  @Property(tries = 300)
  void alarms_beginAndEndAtStepsOfTheirSide(@ForAll("scores") double[] scores) {
    ClassifierAnswer answer = classify(scores, 0, COUNT);
    for (Alarm alarm : answer.alarms()) {
      int first = answer.steps().indexOf(alarm.onset());
      int last = answer.steps().indexOf(alarm.lastDeviating());
      assertThat(answer.signAt(first)).isEqualTo(alarm.direction().sign());
      assertThat(answer.signAt(last)).isEqualTo(alarm.direction().sign());
      for (int i = first; i <= last; i++) {
        boolean known = !Double.isNaN(scores[i]);
        assertThat(answer.signAt(i)).isEqualTo(known ? alarm.direction().sign() : 0);
      }
    }
  }

  @Property(tries = 30)
  void threads_agree(@ForAll("scores") double[] scores) {
    List<ClassifierAnswer> said =
        IntStream.range(0, 16).parallel().mapToObj(i -> classify(scores, 0, COUNT)).toList();
    assertThat(said).containsOnly(said.get(0));
  }

  private ClassifierAnswer classify(double[] scores, int from, int to) {
    SalesSeries series = Sales.series("PT15M", COUNT, i -> 100 + scores[i]);
    double[] expected = IntStream.range(0, COUNT).mapToDouble(i -> 100).toArray();
    double[] spread = IntStream.range(0, COUNT).mapToDouble(i -> 0.5 + i % 3).toArray();
    return model.classify(
        ClassifierQuestion.builder()
            .series(series.slice(from, to))
            .store(Sales.store("UTC"))
            .expectations(Expectations.of(series.steps(), expected, spread).slice(from, to))
            .build());
  }

  /** Quiet, deviating, wild and unknown steps mixed. */
  @Provide
  Arbitrary<double[]> scores() {
    return Arbitraries.frequencyOf(
            Tuple.of(4, Arbitraries.doubles().between(-2, 2)),
            Tuple.of(4, Arbitraries.doubles().between(2, 5)),
            Tuple.of(2, Arbitraries.doubles().between(-5, -2)),
            Tuple.of(1, Arbitraries.doubles().between(-1e6, 1e6)),
            Tuple.of(1, Arbitraries.just(Double.NaN)))
        .array(double[].class)
        .ofSize(COUNT);
  }
}
