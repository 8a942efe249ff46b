package org.minorityreport.core.feed;

import java.util.Comparator;

/**
 * The key of a baseline prediction, its series aside.
 *
 * @param from its first step, in seconds since 1970
 * @param writtenAt its tick, in seconds and nanoseconds as the log sorts them
 * @param nanos the nanoseconds of the tick
 * @param tail number of the rest of the key: model, version and route
 */
record DayPlace(long from, long writtenAt, int nanos, int tail) implements Comparable<DayPlace> {
  private static final Comparator<DayPlace> ORDER =
      Comparator.comparingLong(DayPlace::from)
          .thenComparingLong(DayPlace::writtenAt)
          .thenComparingInt(DayPlace::nanos)
          .thenComparingInt(DayPlace::tail);

  @Override
  public int compareTo(DayPlace other) {
    return ORDER.compare(this, other);
  }
}
