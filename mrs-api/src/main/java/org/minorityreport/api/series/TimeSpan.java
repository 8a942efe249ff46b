package org.minorityreport.api.series;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/** A stretch of time from its start (included) to its end (excluded). Immutable. */
public final class TimeSpan {
  private final Instant from;
  private final Instant to;

  private TimeSpan(Instant from, Instant to) {
    this.from = Objects.requireNonNull(from, "from");
    this.to = Objects.requireNonNull(to, "to");
  }

  /**
   * The span between two times.
   *
   * @param from start, included
   * @param to end, excluded, not before the start
   * @return the span
   * @throws org.minorityreport.api.error.InvalidValueException if the end lies before the start
   */
  public static TimeSpan of(Instant from, Instant to) {
    Rules.check(!to.isBefore(from), "to", to, "not before from (" + from + ")");
    return new TimeSpan(from, to);
  }

  /**
   * The start.
   *
   * @return the first moment of the span
   */
  public Instant from() {
    return from;
  }

  /**
   * The end.
   *
   * @return the first moment after the span
   */
  public Instant to() {
    return to;
  }

  /**
   * Whether a time lies in the span.
   *
   * @param time any time
   * @return true if {@code from <= time < to}
   */
  public boolean contains(Instant time) {
    return !time.isBefore(from) && time.isBefore(to);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof TimeSpan that && from.equals(that.from) && to.equals(that.to);
  }

  @Override
  public int hashCode() {
    return 31 * from.hashCode() + to.hashCode();
  }

  @Override
  public String toString() {
    return "[" + from + ", " + to + ")";
  }
}
