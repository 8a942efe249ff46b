package org.minorityreport.examples.benchmarks.fold;

import java.time.Instant;
import org.minorityreport.api.id.Sku;

/**
 * A stretch of a series in which more was sold than usual.
 *
 * @param sku the series
 * @param from its first step
 * @param to its end
 */
record InjectedWindow(Sku sku, Instant from, Instant to) {
  boolean overlaps(Sku other, Instant otherFrom, Instant otherTo) {
    return sku.equals(other) && otherFrom.isBefore(to) && otherTo.isAfter(from);
  }
}
