package org.minorityreport.api.series;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/** A range of consecutive steps of one grid. Immutable. */
public final class Steps {
  private final Instant from;
  private final Cadence cadence;
  private final int count;

  private Steps(Instant from, Cadence cadence, int count) {
    this.from = Objects.requireNonNull(from, "from");
    this.cadence = Objects.requireNonNull(cadence, "cadence");
    this.count = count;
  }

  /**
   * Some steps from a start on.
   *
   * @param from start of the first step, on the grid of the cadence
   * @param cadence length of a step
   * @param count number of steps, 0 or more
   * @return the range
   * @throws org.minorityreport.api.error.InvalidValueException if the start is off the grid or the
   *     count negative
   */
  public static Steps of(Instant from, Cadence cadence, int count) {
    Rules.check(cadence.onGrid(from), "from", from, "on the grid of " + cadence);
    Rules.check(count >= 0, "count", count, "0 or more");
    return new Steps(from, cadence, count);
  }

  /**
   * The steps that begin at or after one time and end at or before another.
   *
   * @param from start of the first step, on the grid
   * @param to end of the last step; nothing before {@code from} gives an empty range
   * @param cadence length of a step
   * @return the range
   */
  public static Steps between(Instant from, Instant to, Cadence cadence) {
    return of(from, cadence, Math.toIntExact(Math.max(0, cadence.between(from, to))));
  }

  /**
   * The start of the first step.
   *
   * @return a time on the grid
   */
  public Instant from() {
    return from;
  }

  /**
   * The end of the last step.
   *
   * @return a time on the grid; {@link #from} if there is no step
   */
  public Instant to() {
    return timeAt(count);
  }

  /**
   * The length of a step.
   *
   * @return the cadence
   */
  public Cadence cadence() {
    return cadence;
  }

  /**
   * The number of steps.
   *
   * @return 0 or more
   */
  public int count() {
    return count;
  }

  /**
   * The start of a step.
   *
   * @param index any index; those outside the range name steps before and after it
   * @return the start of that step
   */
  public Instant timeAt(int index) {
    return cadence.plus(from, index);
  }

  /**
   * The index of the step that holds a time.
   *
   * @param time any time
   * @return the index, negative before the range and {@code >= count} after it
   */
  public int indexOf(Instant time) {
    return Math.toIntExact(cadence.between(from, time));
  }

  /**
   * The part of the range between two indices.
   *
   * @param first index of the first step kept
   * @param end index after the last step kept
   * @return the sub-range
   */
  public Steps slice(int first, int end) {
    Objects.checkFromToIndex(first, end, count);
    return new Steps(timeAt(first), cadence, end - first);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Steps that
        && count == that.count
        && from.equals(that.from)
        && cadence.equals(that.cadence);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * from.hashCode() + cadence.hashCode()) + count;
  }

  @Override
  public String toString() {
    return count + " steps of " + cadence + " from " + from;
  }
}
