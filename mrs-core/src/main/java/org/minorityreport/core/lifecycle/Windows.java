package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.minorityreport.api.record.LogRecord;

/** The newest of what was said about each report in each of the two windows. One thread. */
final class Windows<V> {
  private final Watched model;
  private final Newest<V> reference = new Newest<>();
  private final Newest<V> window = new Newest<>();

  Windows(Watched model) {
    this.model = model;
  }

  void put(String report, LogRecord row, V value) {
    Instant at = row.writtenAt();
    if (model.isInWindow(at)) {
      window.put(report, at, value);
    }
    if (model.hasReference() && model.isInReference(at)) {
      reference.put(report, at, value);
    }
  }

  /** Hands out what is newest, each with a moment of its window; in no order. */
  void each(BiConsumer<Instant, V> taker) {
    reference.each(value -> taker.accept(model.reference().from(), value));
    window.each(value -> taker.accept(model.window().to(), value));
  }
}
