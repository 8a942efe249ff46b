package org.minorityreport.api.series;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.value.Units;

/**
 * What a baseline model expected of each step of a range, and how far known sales usually lie from
 * it. Immutable and thread-safe.
 */
public final class Expectations {
  private final Steps steps;
  private final long[] thousandths;
  private final double[] spread;

  private Expectations(Steps steps, long[] thousandths, double[] spread) {
    this.steps = steps;
    this.thousandths = thousandths;
    this.spread = spread;
  }

  /**
   * The expectations of a range, rounded as they are said: units half-even to three decimals,
   * spread half-even to six.
   *
   * @param steps the range asked about
   * @param expected expected units per step, 0 or more; NaN where nothing can be said
   * @param spread one standard deviation of actual minus expected per step, above 0; NaN exactly
   *     where {@code expected} is
   * @return the expectations
   * @throws org.minorityreport.api.error.InvalidValueException if the lengths differ or a value is
   *     out of range
   */
  public static Expectations of(Steps steps, double[] expected, double[] spread) {
    Rules.check(expected.length == steps.count(), "expected_units", expected.length, "of " + steps);
    Rules.check(spread.length == steps.count(), "spread", spread.length, "of " + steps);
    long[] thousandths = new long[expected.length];
    double[] rounded = new double[expected.length];
    for (int i = 0; i < expected.length; i++) {
      if (Double.isNaN(expected[i])) {
        Rules.check(
            Double.isNaN(spread[i]), "spread", spread[i], "absent where nothing is expected");
        thousandths[i] = SalesSeries.UNKNOWN;
        rounded[i] = Double.NaN;
      } else {
        Rules.check(expected[i] >= 0, "expected_units", expected[i], "0 or more");
        thousandths[i] = Units.toThousandths(expected[i]);
        rounded[i] = Num.round(spread[i]);
        Rules.check(rounded[i] > 0, "spread", spread[i], "above 0");
      }
    }
    return new Expectations(steps, thousandths, rounded);
  }

  /**
   * Nothing expected of a range.
   *
   * @param steps the range
   * @return expectations of which each is unknown
   */
  public static Expectations unknown(Steps steps) {
    long[] thousandths = new long[steps.count()];
    double[] spread = new double[steps.count()];
    Arrays.fill(thousandths, SalesSeries.UNKNOWN);
    Arrays.fill(spread, Double.NaN);
    return new Expectations(steps, thousandths, spread);
  }

  /**
   * The range.
   *
   * @return the steps
   */
  public Steps steps() {
    return steps;
  }

  /**
   * Whether something is expected of a step.
   *
   * @param index index of the step
   * @return false where the model could say nothing
   */
  public boolean isKnown(int index) {
    return thousandths[index] != SalesSeries.UNKNOWN;
  }

  /**
   * The expected units of a step, exactly as said.
   *
   * @param index index of the step
   * @return thousandths of a unit, or {@link SalesSeries#UNKNOWN}
   */
  public long thousandthsAt(int index) {
    return thousandths[index];
  }

  /**
   * The expected units of a step as a number to compute with.
   *
   * @param index index of the step
   * @return units, NaN where nothing is expected
   */
  public double unitsAt(int index) {
    return isKnown(index) ? thousandths[index] / (double) Units.PER_UNIT : Double.NaN;
  }

  /**
   * One standard deviation of actual minus expected.
   *
   * @param index index of the step
   * @return units, above 0; NaN where nothing is expected
   */
  public double spreadAt(int index) {
    return spread[index];
  }

  /**
   * The part between two indices.
   *
   * @param first index of the first step kept
   * @param end index after the last step kept
   * @return the part
   */
  public Expectations slice(int first, int end) {
    return new Expectations(
        steps.slice(first, end),
        Arrays.copyOfRange(thousandths, first, end),
        Arrays.copyOfRange(spread, first, end));
  }

  /**
   * These expectations followed by those of the steps after them.
   *
   * @param next expectations of the steps that begin where these end
   * @return both in one range
   * @throws org.minorityreport.api.error.InvalidValueException if {@code next} does not begin there
   */
  public Expectations then(Expectations next) {
    Rules.check(
        next.steps.from().equals(steps.to()) && next.steps.cadence().equals(steps.cadence()),
        "next",
        next.steps,
        "the steps from " + steps.to() + " on");
    int count = steps.count() + next.steps.count();
    long[] units = Arrays.copyOf(thousandths, count);
    double[] spreads = Arrays.copyOf(spread, count);
    System.arraycopy(next.thousandths, 0, units, steps.count(), next.steps.count());
    System.arraycopy(next.spread, 0, spreads, steps.count(), next.steps.count());
    return new Expectations(Steps.of(steps.from(), steps.cadence(), count), units, spreads);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expectations that
        && steps.equals(that.steps)
        && Arrays.equals(thousandths, that.thousandths)
        && Arrays.equals(spread, that.spread);
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps, Arrays.hashCode(thousandths));
  }

  @Override
  public String toString() {
    return "expectations of " + steps;
  }
}
