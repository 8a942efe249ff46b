package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** The newest of what was said about each report, in whatever order it comes. One thread. */
final class Newest<V> {
  private final Map<String, Dated<V>> byReport = new HashMap<>();

  void put(String report, Instant at, V value) {
    Dated<V> before = byReport.get(report);
    if (before == null || !at.isBefore(before.at())) {
      byReport.put(report, new Dated<>(at, value));
    }
  }

  /** Hands out the values, in no order: for what is counted. */
  void each(Consumer<V> taker) {
    byReport.values().forEach(dated -> taker.accept(dated.value()));
  }

  /**
   * Something said.
   *
   * @param at when
   * @param value what
   */
  private record Dated<V>(Instant at, V value) {}
}
