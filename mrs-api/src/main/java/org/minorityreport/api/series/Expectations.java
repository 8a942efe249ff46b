package org.minorityreport.api.series;

import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.value.Units;

/**
 * What a baseline model expected of each step of a range, and how far known sales usually lie from
 * it. Immutable and thread-safe; a {@linkplain #slice slice} shares the arrays of the whole.
 */
public final class Expectations {
  private final Steps steps;
  private final long[] thousandths;
  private final double[] spread;
  private final int offset;

  private Expectations(Steps steps, long[] thousandths, double[] spread, int offset) {
    this.steps = steps;
    this.thousandths = thousandths;
    this.spread = spread;
    this.offset = offset;
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
    checkLength("expected_units", expected.length, steps);
    checkLength("spread", spread.length, steps);
    long[] thousandths = new long[expected.length];
    double[] rounded = new double[expected.length];
    for (int i = 0; i < expected.length; i++) {
      if (i > 0 && expected[i] == expected[i - 1] && spread[i] == spread[i - 1]) {
        thousandths[i] = thousandths[i - 1]; // the steps of one season
        rounded[i] = rounded[i - 1];
      } else if (Double.isNaN(expected[i])) {
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
    return new Expectations(steps, thousandths, rounded, 0);
  }

  private static void checkLength(String field, int length, Steps steps) {
    if (length != steps.count()) {
      throw Rules.broken(field, length, "of " + steps);
    }
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
    return new Expectations(steps, thousandths, spread, 0);
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
    return thousandthsAt(index) != SalesSeries.UNKNOWN;
  }

  /**
   * The expected units of a step, exactly as said.
   *
   * @param index index of the step
   * @return thousandths of a unit, or {@link SalesSeries#UNKNOWN}
   */
  public long thousandthsAt(int index) {
    return thousandths[offset + Objects.checkIndex(index, steps.count())];
  }

  /**
   * The expected units of a step as a number to compute with.
   *
   * @param index index of the step
   * @return units, NaN where nothing is expected
   */
  public double unitsAt(int index) {
    long value = thousandthsAt(index);
    return value == SalesSeries.UNKNOWN ? Double.NaN : value / (double) Units.PER_UNIT;
  }

  /**
   * One standard deviation of actual minus expected.
   *
   * @param index index of the step
   * @return units, above 0; NaN where nothing is expected
   */
  public double spreadAt(int index) {
    return spread[offset + Objects.checkIndex(index, steps.count())];
  }

  /**
   * The part between two indices, without copying.
   *
   * @param first index of the first step kept
   * @param end index after the last step kept
   * @return the part
   */
  public Expectations slice(int first, int end) {
    return new Expectations(steps.slice(first, end), thousandths, spread, offset + first);
  }

  /**
   * These expectations alone, for whoever keeps a part longer than the whole.
   *
   * @return equal expectations that share no memory with others
   */
  public Expectations copy() {
    int end = offset + steps.count();
    return new Expectations(
        steps,
        Arrays.copyOfRange(thousandths, offset, end),
        Arrays.copyOfRange(spread, offset, end),
        0);
  }

  /**
   * These expectations followed by those of the steps after them.
   *
   * @param next expectations of the steps that begin where these end
   * @return both in one range
   * @throws org.minorityreport.api.error.InvalidValueException if {@code next} does not begin there
   */
  public Expectations then(Expectations next) {
    if (!next.steps.from().equals(steps.to()) || !next.steps.cadence().equals(steps.cadence())) {
      throw Rules.broken("next", next.steps, "the steps from " + steps.to() + " on");
    }
    int count = steps.count() + next.steps.count();
    long[] units = new long[count];
    double[] spreads = new double[count];
    copyTo(units, spreads, 0);
    next.copyTo(units, spreads, steps.count());
    return new Expectations(Steps.of(steps.from(), steps.cadence(), count), units, spreads, 0);
  }

  private void copyTo(long[] units, double[] spreads, int at) {
    System.arraycopy(thousandths, offset, units, at, steps.count());
    System.arraycopy(spread, offset, spreads, at, steps.count());
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Expectations that
        && steps.equals(that.steps)
        && Arrays.equals(thousandths, offset, end(), that.thousandths, that.offset, that.end())
        && Arrays.equals(spread, offset, end(), that.spread, that.offset, that.end());
  }

  @Override
  public int hashCode() {
    return Objects.hash(steps, Arrays.hashCode(copy().thousandths));
  }

  private int end() {
    return offset + steps.count();
  }

  @Override
  public String toString() {
    return "expectations of " + steps;
  }
}
