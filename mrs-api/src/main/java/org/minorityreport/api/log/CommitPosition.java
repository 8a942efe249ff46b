package org.minorityreport.api.log;

import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/** A place in the order of all commits of a store; 0 lies before the first. Immutable. */
public final class CommitPosition implements Comparable<CommitPosition> {
  /** Before the first commit. */
  public static final CommitPosition START = new CommitPosition(0);

  private final long value;

  private CommitPosition(long value) {
    this.value = value;
  }

  /**
   * The position with a number.
   *
   * @param value 0 or more
   * @return the position
   * @throws org.minorityreport.api.error.InvalidValueException if the number is negative
   */
  public static CommitPosition of(long value) {
    Rules.check(value >= 0, "position", value, "0 or more");
    return new CommitPosition(value);
  }

  /** {@return the number of the position} */
  public long value() {
    return value;
  }

  /** {@return the position of the commit after this one} */
  public CommitPosition next() {
    return new CommitPosition(value + 1);
  }

  @Override
  public int compareTo(CommitPosition other) {
    return Long.compare(value, other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CommitPosition that && value == that.value;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(value);
  }

  @Override
  public String toString() {
    return Long.toString(value);
  }
}
