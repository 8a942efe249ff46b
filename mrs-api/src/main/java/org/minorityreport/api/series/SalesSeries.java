package org.minorityreport.api.series;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.value.Units;

/**
 * What was sold of one SKU at one store, step by step, over primitive arrays with explicit
 * unknowns.
 *
 * <p>Immutable and thread-safe. A {@linkplain #slice slice} shares the arrays of the whole, so that
 * cutting a series at a tick copies nothing.
 */
public final class SalesSeries {
  /** Stands in arrays of thousandths where nothing is known. */
  public static final long UNKNOWN = Long.MIN_VALUE;

  private final SeriesId id;
  private final Steps steps;
  private final long[] thousandths;
  private final long @Nullable [] revenueCents;
  private final int offset;

  private SalesSeries(
      SeriesId id, Steps steps, long[] thousandths, long @Nullable [] revenueCents, int offset) {
    this.id = Objects.requireNonNull(id, "id");
    this.steps = Objects.requireNonNull(steps, "steps");
    this.thousandths = thousandths;
    this.revenueCents = revenueCents;
    this.offset = offset;
  }

  /**
   * A series without revenue.
   *
   * @param id store and SKU
   * @param steps the range covered
   * @param thousandths units sold per step in thousandths, {@link #UNKNOWN} where not known; copied
   * @return the series
   * @throws org.minorityreport.api.error.InvalidValueException if there are not as many values as
   *     steps
   */
  public static SalesSeries of(SeriesId id, Steps steps, long[] thousandths) {
    return of(id, steps, thousandths, null);
  }

  /**
   * A series with revenue.
   *
   * @param id store and SKU
   * @param steps the range covered
   * @param thousandths units sold per step in thousandths, {@link #UNKNOWN} where not known; copied
   * @param revenueCents money taken per step in hundredths, {@link #UNKNOWN} where not known, or
   *     null if the source has no revenue; copied
   * @return the series
   * @throws org.minorityreport.api.error.InvalidValueException if there are not as many values as
   *     steps
   */
  public static SalesSeries of(
      SeriesId id, Steps steps, long[] thousandths, long @Nullable [] revenueCents) {
    Rules.check(thousandths.length == steps.count(), "units", thousandths.length, steps.toString());
    if (revenueCents != null) {
      Rules.check(
          revenueCents.length == steps.count(), "revenue", revenueCents.length, steps.toString());
    }
    return new SalesSeries(
        id, steps, thousandths.clone(), revenueCents == null ? null : revenueCents.clone(), 0);
  }

  /**
   * Store and SKU.
   *
   * @return the id
   */
  public SeriesId id() {
    return id;
  }

  /**
   * The range covered.
   *
   * @return the steps
   */
  public Steps steps() {
    return steps;
  }

  /**
   * The number of steps, known or not.
   *
   * @return 0 or more
   */
  public int size() {
    return steps.count();
  }

  /**
   * Whether the units of a step are known.
   *
   * @param index index of the step, {@code 0 <= index < size}
   * @return false for a missing step
   */
  public boolean isKnown(int index) {
    return thousandthsAt(index) != UNKNOWN;
  }

  /**
   * The units of a step, exactly.
   *
   * @param index index of the step, {@code 0 <= index < size}
   * @return thousandths of a unit, or {@link #UNKNOWN}
   */
  public long thousandthsAt(int index) {
    return thousandths[offset + Objects.checkIndex(index, size())];
  }

  /**
   * The units of a step as a number to compute with.
   *
   * @param index index of the step, {@code 0 <= index < size}
   * @return units, NaN where not known
   */
  public double unitsAt(int index) {
    long value = thousandthsAt(index);
    return value == UNKNOWN ? Double.NaN : value / (double) Units.PER_UNIT;
  }

  /**
   * The money taken in a step, exactly.
   *
   * @param index index of the step, {@code 0 <= index < size}
   * @return hundredths of the currency, or {@link #UNKNOWN}
   */
  public long revenueCentsAt(int index) {
    Objects.checkIndex(index, size());
    return revenueCents == null ? UNKNOWN : revenueCents[offset + index];
  }

  /**
   * The average price of a unit over the known, unmasked steps that have revenue.
   *
   * @param mask steps to leave out
   * @return the price, empty where no units were sold or no revenue is known
   */
  public Optional<Price> price(StepMask mask) {
    long units = 0;
    long cents = 0;
    BitSet hidden = mask.among(steps);
    for (int i = hidden.nextClearBit(0); i < size(); i = hidden.nextClearBit(i + 1)) {
      if (isKnown(i) && revenueCentsAt(i) != UNKNOWN) {
        units += thousandthsAt(i);
        cents += revenueCentsAt(i);
      }
    }
    return units > 0 ? Optional.of(Price.of(cents, units)) : Optional.empty();
  }

  /**
   * The part of the series between two indices, without copying.
   *
   * @param first index of the first step kept
   * @param end index after the last step kept
   * @return the part
   */
  public SalesSeries slice(int first, int end) {
    return new SalesSeries(id, steps.slice(first, end), thousandths, revenueCents, offset + first);
  }

  /**
   * The steps that lie wholly between two times, without copying.
   *
   * @param from nothing that begins earlier is kept
   * @param to nothing that ends later is kept
   * @return the part, empty if no step lies between
   */
  public SalesSeries between(Instant from, Instant to) {
    int first = clamp(-steps.cadence().between(from, steps.from()));
    int end = clamp(steps.cadence().between(steps.from(), to));
    return slice(Math.min(first, end), end);
  }

  private int clamp(long index) {
    return (int) Math.max(0, Math.min(size(), index));
  }

  /** Equal content, whatever arrays it is cut from. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SalesSeries that
        && id.equals(that.id)
        && steps.equals(that.steps)
        && Arrays.equals(part(thousandths), that.part(that.thousandths))
        && Arrays.equals(part(revenueCents), that.part(that.revenueCents));
  }

  @Override
  public int hashCode() {
    return Objects.hash(id, steps, Arrays.hashCode(part(thousandths)));
  }

  private long @Nullable [] part(long @Nullable [] values) {
    return values == null ? null : Arrays.copyOfRange(values, offset, offset + size());
  }

  @Override
  public String toString() {
    return id + ", " + steps;
  }
}
