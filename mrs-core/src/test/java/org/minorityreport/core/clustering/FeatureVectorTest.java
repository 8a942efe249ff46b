package org.minorityreport.core.clustering;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;

class FeatureVectorTest {
  private static final Offset<Double> NEAR = within(1e-6);
  private static final double NAN = Double.NaN;
  private static final List<Integer> OF_SHAPE = List.of(1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 15);

  @Test
  void slicesOfAnotherLengthThanTheirSteps_areRefused() {
    Steps steps = Steps.of(Slices.ONSET, Slices.QUARTER_HOUR, 3);
    UnitsColumn two = Slices.units(1, 2);

    assertThatThrownBy(() -> FeatureVector.of(steps, two, two, ZoneId.of("UTC")))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("actual");
  }

  @Property(tries = 300)
  void anySlice_hasSixteenFiniteBoundedFeatures(
      @ForAll @Size(min = 1, max = 40) List<@LongRange(min = -5, max = 100_000) Long> actual,
      @ForAll @LongRange(min = -5, max = 100_000) long expected) {
    long[] sold = actual.stream().mapToLong(v -> v < -3 ? SalesSeries.UNKNOWN : v).toArray();
    long[] forecast = actual.stream().mapToLong(v -> expected).toArray();

    FeatureVector features = of(sold, forecast, Slices.ONSET);

    assertThat(features.values()).hasSize(16).allMatch(v -> Math.abs(v) <= 30);
    assertThat(features.standardised()).hasSize(16).allMatch(v -> Math.abs(v) < 200);
  }

  @Property(tries = 300)
  void sameAnomalyAtAStoreThatSellsMore_hasTheSameVector(
      @ForAll @Size(min = 4, max = 40) List<@LongRange(min = 0, max = 100_000) Long> actual,
      @ForAll @LongRange(min = 1, max = 100_000) long expected,
      @ForAll @IntRange(min = 2, max = 5000) int factor) {
    long[] sold = actual.stream().mapToLong(Long::longValue).toArray();
    long[] forecast = actual.stream().mapToLong(v -> expected + v % 7).toArray();

    assertThat(of(times(factor, sold), times(factor, forecast), Slices.ONSET).values())
        .isEqualTo(of(sold, forecast, Slices.ONSET).values());
  }

  @Property(tries = 100)
  void sameAnomalyAWeekLater_hasTheSameVector(
      @ForAll @Size(min = 4, max = 40) List<@LongRange(min = 0, max = 100_000) Long> actual) {
    long[] sold = actual.stream().mapToLong(Long::longValue).toArray();
    long[] forecast = actual.stream().mapToLong(v -> 1000).toArray();

    assertThat(of(sold, forecast, Slices.ONSET.plusSeconds(7 * 86_400)).values())
        .isEqualTo(of(sold, forecast, Slices.ONSET).values());
  }

  @Test
  void underFourKnownSteps_hasNoShapeButLevelAndTime() {
    FeatureVector features = Slices.features(2, NAN, 2, 2);

    assertThat(features.isTooShort()).isTrue();
    for (int index : OF_SHAPE) {
      assertThat(features.values().get(index)).as(FeatureVector.NAMES.get(index)).isZero();
    }
    assertThat(features.values().get(0)).isCloseTo(Math.log(2), NEAR);
    assertThat(features.values().get(10)).isCloseTo(0, NEAR);
    assertThat(Slices.features(2, NAN, 2, 2, 2).isTooShort()).isFalse();
  }

  @Test
  void plateau_isFlatAtItsHeight() {
    List<Double> features = Slices.features(2, 2, 2, 2, 2, 2).values();

    assertThat(features.get(0)).isCloseTo(Math.log(2), NEAR);
    assertThat(features.get(1)).isCloseTo(Math.log(2), NEAR);
    assertThat(features.get(2)).isCloseTo(0.5, NEAR);
    assertThat(features.subList(3, 10)).containsOnly(0.0);
    assertThat(features.get(11)).isOne();
    assertThat(features.get(15)).isZero();
  }

  @Test
  void dropThatMirrorsAnUplift_differsInLevelOnly() {
    List<Double> uplift = Slices.features(1.25, 2, 4, 2, 1.25).values();
    List<Double> drop = Slices.features(0.8, 0.5, 0.25, 0.5, 0.8).values();

    assertThat(drop.get(1)).isCloseTo(-uplift.get(1), within(0.05));
    assertThat(drop.get(2)).isEqualTo(uplift.get(2));
    assertThat(drop.get(8)).isCloseTo(uplift.get(8), within(0.1));
    assertThat(drop.get(0)).isNegative();
    assertThat(uplift.get(0)).isPositive();
  }

  @Test
  void earlyPeak_liesLeftOfALateOne() {
    List<Double> early = Slices.features(4, 3, 2, 1.5, 1.2, 1.2, 1.2).values();
    List<Double> late = Slices.features(1.2, 1.2, 1.2, 1.5, 2, 3, 4).values();

    assertThat(early.get(2)).isLessThan(0.1);
    assertThat(late.get(2)).isGreaterThan(0.9);
    assertThat(early.get(5)).isNegative();
    assertThat(late.get(5)).isCloseTo(-early.get(5), NEAR);
    assertThat(early.get(4)).isCloseTo(late.get(3), NEAR);
    assertThat(late.get(3)).isPositive();
    assertThat(late.get(4)).isZero();
  }

  @Test
  void unknownStep_liesOnTheLineBetweenItsNeighbours() {
    List<Double> whole = Slices.features(1, 2, 3, 4, 5).values();
    List<Double> gap = Slices.features(1, 2, NAN, 4, 5).values();

    assertThat(gap.subList(1, 10)).isEqualTo(whole.subList(1, 10));
  }

  @Test
  void unknownStepsAtTheEdges_repeatTheNearestKnownOne() {
    List<Double> whole = Slices.features(2, 2, 3, 4, 3, 3).values();
    List<Double> gap = Slices.features(NAN, 2, 3, 4, 3, NAN).values();

    assertThat(gap.subList(1, 10)).isEqualTo(whole.subList(1, 10));
  }

  @Test
  void nothingSoldAndNothingExpected_isNoDeviation() {
    FeatureVector features =
        of(new long[] {0, 0, 0, 0, 0}, new long[] {0, 0, 0, 0, 0}, Slices.ONSET);

    assertThat(features.values().get(0)).isZero();
    assertThat(features.values().get(11)).isZero();
  }

  @Test
  void ratiosBeyondTheBounds_areClamped() {
    FeatureVector soldOut = of(new long[4], new long[] {5, 5, 5, 5}, Slices.ONSET);
    FeatureVector unexpected = of(new long[] {5, 5, 5, 5}, new long[4], Slices.ONSET);

    assertThat(soldOut.values().get(0)).isCloseTo(-Math.log(64), NEAR);
    assertThat(soldOut.values().get(1)).isCloseTo(-Math.log(64), NEAR);
    assertThat(unexpected.values().get(0)).isCloseTo(Math.log(64), NEAR);
  }

  @Test
  void shareDeviating_countsKnownStepsATenthOff() {
    assertThat(Slices.features(2, 2, 1.05, NAN, 2).values().get(11)).isCloseTo(0.75, NEAR);
  }

  @Test
  void hourAndWeekend_areThoseOfTheStore() {
    Instant fridayEvening = Instant.parse("2025-08-08T22:00:00Z");
    UnitsColumn four = Slices.units(1, 1, 1, 1);
    Steps steps = Steps.of(fridayEvening, Slices.QUARTER_HOUR, 4);

    List<Double> london = FeatureVector.of(steps, four, four, ZoneId.of("Europe/London")).values();
    List<Double> kolkata = FeatureVector.of(steps, four, four, ZoneId.of("Asia/Kolkata")).values();

    assertThat(london.get(14)).isZero();
    assertThat(kolkata.get(14)).isOne();
    assertThat(london.get(12)).isCloseTo(Math.sin(2 * Math.PI * 23 / 24), NEAR);
    assertThat(london.get(13)).isCloseTo(Math.cos(2 * Math.PI * 23 / 24), NEAR);
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTC", "America/Los_Angeles", "Pacific/Auckland"})
  void dailySteps_areDatesInEveryZone(String zone) {
    Steps steps = Steps.of(Instant.parse("2025-08-09T00:00:00Z"), Cadence.parse("P1D"), 4);
    UnitsColumn four = Slices.units(1, 1, 1, 1);

    List<Double> features = FeatureVector.of(steps, four, four, ZoneId.of(zone)).values();

    assertThat(features.get(12)).isZero();
    assertThat(features.get(13)).isOne();
    assertThat(features.get(14)).isCloseTo(0.5, NEAR);
    assertThat(features.get(10)).isCloseTo(Math.log(96), NEAR);
  }

  private static FeatureVector of(long[] actual, long[] expected, Instant onset) {
    return FeatureVector.of(
        Steps.of(onset, Slices.QUARTER_HOUR, actual.length),
        UnitsColumn.of(actual),
        UnitsColumn.of(expected),
        ZoneId.of("UTC"));
  }

  private static long[] times(int factor, long[] values) {
    long[] product = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      product[i] = values[i] * factor;
    }
    return product;
  }
}
