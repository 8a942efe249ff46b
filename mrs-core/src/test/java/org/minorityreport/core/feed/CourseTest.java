package org.minorityreport.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/** How a report goes on by the curve of its cluster (spec 8.5). */
class CourseTest {
  /** Twice the baseline in the first half, as usual in the second. */
  private static final Course FRONT = Course.of(halves(2, 1));

  /** As usual in the first half, three times the baseline in the second. */
  private static final Course BACK = Course.of(halves(1, 3));

  private static List<Double> halves(double first, double second) {
    List<Double> curve = new ArrayList<>(Collections.nCopies(16, first));
    curve.addAll(Collections.nCopies(16, second));
    return curve;
  }

  /** Catches an outlook that goes on at the rate of now whatever the cluster says. */
  @Test
  void atHalfItsTime_whatIsToCome_isWhatTheOtherHalfOfTheCurveHolds() {
    assertThat(FRONT.total(100, 100, 4, 8)).as("all of it is there").isEqualTo(100);
    assertThat(FRONT.total(50, 100, 4, 8)).as("half as strong").isEqualTo(50);
    assertThat(FRONT.total(100, 50, 2, 8)).as("a quarter of the time").isEqualTo(200);
    assertThat(BACK.total(0, 100, 4, 8)).as("nothing yet: the typical case").isEqualTo(200);
    assertThat(BACK.total(50, 150, 6, 8))
        .as("half as strong as usual: 50 for 100, and 50 more at half of 2 a unit")
        .isEqualTo(100);
  }

  @Test
  void withoutCurve_orAgainstIt_itGoesOnAsItWent() {
    assertThat(Course.STEADY.total(30, 100, 2, 8)).isCloseTo(120, within(1e-9));
    assertThat(FRONT.total(-30, 100, 2, 8)).isCloseTo(-120, within(1e-9));
  }

  @Test
  void atItsEnd_orWithNothingExpected_nothingIsToCome() {
    assertThat(BACK.total(70, 100, 8, 8)).isEqualTo(70);
    assertThat(BACK.total(70, 0, 4, 8)).isEqualTo(70);
  }

  @Test
  void aWeakBeginning_isNotBlownUp() {
    assertThat(Course.of(halves(1.05, 2)).total(100, 100, 4, 8)).isEqualTo(100 + 8 * 100);
  }

  /** Whatever is sold is sold in some unit: the outlook grows with it. */
  @Property(tries = 200)
  void total_isInvariantToTheScaleOfSales(
      @ForAll @Size(32) List<@DoubleRange(min = 0, max = 8) Double> curve,
      @ForAll @DoubleRange(min = -50, max = 400) double soFar,
      @ForAll @DoubleRange(min = 1, max = 0.95e3) double baseline,
      @ForAll @DoubleRange(min = 0.05, max = 1) double done) {
    Course course = Course.of(curve);
    double one = course.total(soFar, baseline, 10 * done, 10);
    double thousand = course.total(1000 * soFar, 1000 * baseline, 10 * done, 10);
    assertThat(one).isFinite();
    assertThat(thousand).isCloseTo(1000 * one, within(1e-6 * (1 + Math.abs(thousand))));
  }
}
