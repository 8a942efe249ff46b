package org.minorityreport.core.lifecycle;

import java.time.Instant;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;

/** What was seen of the features of one model in its two windows. One thread. */
final class Observations {
  private final Watched model;
  private final SortedMap<String, Tally> reference = new TreeMap<>();
  private final SortedMap<String, Tally> window = new TreeMap<>();

  Observations(Watched model) {
    this.model = model;
  }

  Watched model() {
    return model;
  }

  void see(String feature, Instant at, long value) {
    if (model.isInWindow(at)) {
      window.computeIfAbsent(feature, k -> new Tally()).add(value);
    }
    if (model.hasReference() && model.isInReference(at)) {
      reference.computeIfAbsent(feature, k -> new Tally()).add(value);
    }
  }

  /** Hands out the features that were seen often enough in both windows, by name. */
  void each(int minimum, BiConsumer<String, Pair> taker) {
    window.forEach(
        (feature, now) -> {
          Tally before = reference.get(feature);
          if (before != null && before.size() >= minimum && now.size() >= minimum) {
            taker.accept(feature, new Pair(before, now));
          }
        });
  }

  /**
   * A feature in both windows.
   *
   * @param reference what it was
   * @param window what it is
   */
  record Pair(Tally reference, Tally window) {}
}
