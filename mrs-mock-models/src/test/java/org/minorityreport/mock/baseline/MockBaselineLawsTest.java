package org.minorityreport.mock.baseline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.mock.Sales;

/** Laws of the baseline on any series, at a cadence of three hours so that weeks stay small. */
class MockBaselineLawsTest {
  private static final Cadence CADENCE = Cadence.parse("PT3H");
  private static final int PER_DAY = 8;
  private static final int LOOK_BACK = 28 * PER_DAY;
  private static final int COUNT = LOOK_BACK + 40;
  private static final Store STORE = Sales.store("America/New_York");
  private static final Instant START = Instant.parse("2025-10-15T00:00:00Z");

  private final MockBaseline model = MockBaseline.create(ModelConfig.builder().seed(0).build());

  @Property(tries = 60)
  void laterSteps_changeNothing(
      @ForAll("units") long[] units, @ForAll @IntRange(max = 39) int cut) {
    Expectations all = expect(series(units), StepMask.none(), LOOK_BACK, COUNT);
    SalesSeries seen = series(units).slice(0, LOOK_BACK + cut + 1);
    assertThat(expect(seen, StepMask.none(), LOOK_BACK, seen.size()))
        .isEqualTo(all.slice(0, cut + 1));
  }

  @Property(tries = 60)
  void stepItself_changesNothing(@ForAll("units") long[] units, @ForAll long other) {
    Expectations said = expect(series(units), StepMask.none(), COUNT - 1, COUNT);
    units[COUNT - 1] = other;
    assertThat(expect(series(units), StepMask.none(), COUNT - 1, COUNT)).isEqualTo(said);
  }

  @Property(tries = 60)
  void stepsBeforeTheLookBack_changeNothing(
      @ForAll("units") long[] units, @ForAll @IntRange(max = 39) int step) {
    SalesSeries whole = series(units);
    SalesSeries cut = whole.slice(step, COUNT);
    assertThat(expect(cut, StepMask.none(), LOOK_BACK, LOOK_BACK + 1))
        .isEqualTo(expect(whole, StepMask.none(), LOOK_BACK + step, LOOK_BACK + step + 1));
  }

  @Property(tries = 60)
  void maskedSteps_countAsUnknown(
      @ForAll("units") long[] units,
      @ForAll @IntRange(max = COUNT) int from,
      @ForAll @IntRange(max = 60) int length) {
    SalesSeries series = series(units);
    // a mask need not lie on the grid: a step is masked if its start is
    Instant start = series.steps().timeAt(from).minusSeconds(7);
    Instant end = series.steps().timeAt(from + length).plusNanos(1);
    StepMask mask = StepMask.of(List.of(TimeSpan.of(start, end)));
    Expectations masked = expect(series, mask, LOOK_BACK, COUNT);
    IntStream.range(0, COUNT)
        .filter(i -> mask.hides(series.steps().timeAt(i)))
        .forEach(i -> units[i] = SalesSeries.UNKNOWN);
    assertThat(expect(series(units), StepMask.none(), LOOK_BACK, COUNT)).isEqualTo(masked);
  }

  @Property(tries = 60)
  void range_saysWhatEachStepSaysAlone(@ForAll("units") long[] units) {
    Expectations range = expect(series(units), StepMask.none(), LOOK_BACK, COUNT);
    for (int i = 0; i < range.steps().count(); i++) {
      assertThat(expect(series(units), StepMask.none(), LOOK_BACK + i, LOOK_BACK + i + 1))
          .isEqualTo(range.slice(i, i + 1));
    }
  }

  @Property(tries = 20)
  void threads_agree(@ForAll("units") long[] units) {
    SalesSeries series = series(units);
    List<Expectations> said =
        IntStream.range(0, 16)
            .parallel()
            .mapToObj(i -> expect(series, StepMask.none(), LOOK_BACK, COUNT))
            .toList();
    assertThat(said).containsOnly(said.get(0));
  }

  private static SalesSeries series(long[] units) {
    return Sales.series(Steps.of(START, CADENCE, COUNT), units);
  }

  private Expectations expect(SalesSeries series, StepMask mask, int from, int to) {
    return model.expect(
        BaselineQuestion.builder()
            .series(series)
            .store(STORE)
            .mask(mask)
            .asked(series.steps().slice(from, to))
            .build());
  }

  /** Ordinary, empty, huge, negative and unknown steps mixed. */
  @Provide
  Arbitrary<long[]> units() {
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(12, Arbitraries.longs().between(0, 90_000)),
            net.jqwik.api.Tuple.of(2, Arbitraries.just(SalesSeries.UNKNOWN)),
            net.jqwik.api.Tuple.of(1, Arbitraries.longs()))
        .array(long[].class)
        .ofSize(COUNT);
  }
}
