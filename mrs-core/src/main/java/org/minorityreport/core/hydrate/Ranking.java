package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;

/**
 * The orders that reports and events have in common; equals are left to the id.
 *
 * @param <T> what is ordered
 */
final class Ranking<T> {
  private final Readings<T> readings;
  private final boolean descending;

  Ranking(Readings<T> readings, boolean descending) {
    this.readings = readings;
    this.descending = descending;
  }

  Comparator<T> by(Comparator<T> ascending) {
    return descending ? ascending.reversed() : ascending;
  }

  /** {@return by a value; what has none comes last, whichever the direction} */
  <V extends Comparable<? super V>> Comparator<T> bySome(
      Function<T, Optional<V>> value, Comparator<T> ascending) {
    return Comparator.comparing((T row) -> value.apply(row).isEmpty()).thenComparing(by(ascending));
  }

  Comparator<T> severity() {
    return by(Comparator.comparingDouble(readings::severity));
  }

  Comparator<T> lastChanged() {
    return by(Comparator.comparingLong(readings::lastChanged));
  }

  Comparator<T> impact() {
    Comparator<T> byUnits = Comparator.comparing(row -> readings.unitsAbove(row).abs());
    return ((Comparator<T>) this::compareImpact).thenComparing(by(byUnits));
  }

  /** Reads each impact once: of a great view nearly all the time goes into this. */
  private int compareImpact(T left, T right) {
    Optional<BigDecimal> one = readings.impact(left);
    Optional<BigDecimal> other = readings.impact(right);
    if (one.isEmpty() || other.isEmpty()) {
      return Boolean.compare(one.isEmpty(), other.isEmpty());
    }
    int ascending = one.get().abs().compareTo(other.get().abs());
    return descending ? -ascending : ascending;
  }
}
