package org.minorityreport.core.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class DriftTest {
  /**
   * By hand: 20 each in two bins; smoothed shares of the reference (10.5, 10.5) / 21 = 0.5, 0.5, of
   * the window (5.5, 15.5) / 21; (5/21)(ln 31/11)... = -0.238095 x ln 0.523810 + 0.238095 x ln
   * 1.476190 = 0.153960 + 0.092730.
   */
  @Test
  void populationStability_ofTwoBins_isAsWorkedByHand() {
    assertThat(Drift.populationStability(new long[] {10, 10}, new long[] {5, 15}))
        .isCloseTo(0.246690, within(1e-5));
  }

  @Test
  void populationStability_ofAnEmptyBin_isFinite() {
    assertThat(Drift.populationStability(new long[] {10, 10}, new long[] {0, 20}))
        .isGreaterThan(0.25)
        .isFinite();
  }

  @Property(tries = 50)
  void populationStability_isNotNegative_andZeroForTheSame(
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -9, max = 9) Integer> a,
      @ForAll @Size(min = 1, max = 60) List<@IntRange(min = -9, max = 9) Integer> b) {
    assertThat(Drift.populationStability(tally(a), tally(b))).isNotNegative();
    assertThat(Drift.populationStability(tally(a), tally(a))).isZero();
  }

  @Property(tries = 50)
  void measures_doNotDependOnTheOrderOfValues(
      @ForAll @Size(min = 2, max = 60) List<@IntRange(min = -9, max = 9) Integer> values,
      @ForAll long seed) {
    List<Integer> shuffled = new ArrayList<>(values);
    Collections.shuffle(shuffled, new Random(seed));

    assertThat(tally(shuffled).quantiles(10)).isEqualTo(tally(values).quantiles(10));
    assertThat(tally(shuffled).mean()).isEqualTo(tally(values).mean());
    assertThat(tally(shuffled).deviation()).isEqualTo(tally(values).deviation());
  }

  @Test
  void quantiles_ofAHundredValues_areTheTenths() {
    Tally tally = new Tally();
    for (long i = 100; i >= 1; i--) {
      tally.add(i);
    }

    assertThat(tally.quantiles(10)).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L);
    assertThat(tally.in(List.of(10L, 90L))).containsExactly(10, 80, 10);
  }

  /** All in one bin: nothing is lost, and the bin is closed above by nothing. */
  @Test
  void quantiles_ofOneValue_areNone() {
    assertThat(tally(List.of(3, 3, 3)).quantiles(10)).isEmpty();
  }

  /** 2, 4, 4, 4, 5, 5, 7, 9 have mean 5 and deviation 2; a mean of 8 is 1.5 deviations away. */
  @Test
  void meanShift_isInDeviationsOfTheReference() {
    assertThat(Drift.meanShift(tally(List.of(2, 4, 4, 4, 5, 5, 7, 9)), tally(List.of(7, 9))))
        .isEqualTo(1.5);
  }

  private static Tally tally(List<Integer> values) {
    Tally tally = new Tally();
    values.forEach(value -> tally.add(value));
    return tally;
  }
}
