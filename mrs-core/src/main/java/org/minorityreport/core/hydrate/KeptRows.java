package org.minorityreport.core.hydrate;

import org.jspecify.annotations.Nullable;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LazyRecord;
import org.minorityreport.core.snapshot.Section;

/**
 * Reports or events as they were shown when they were kept. Queries ask several things of one
 * before they go on to the next, so the last one looked at stays at hand. Thread-safe.
 *
 * @param <T> what is shown
 */
final class KeptRows<T> {
  private final Section section;
  private final Class<T> type;
  private volatile @Nullable Last<T> last;

  KeptRows(Section section, Class<T> type) {
    this.section = section;
    this.type = type;
  }

  int size() {
    return section.size();
  }

  String id(int place) {
    return section.key(place);
  }

  /** {@return a row of which only what is asked for is read} */
  T readings(int place) {
    Last<T> known = last;
    if (known == null || known.place() != place) {
      known = new Last<>(place, LazyRecord.of(type, section.value(place)));
      last = known;
    }
    return known.row();
  }

  /** {@return the row} */
  T whole(int place) {
    return CanonicalJson.read(section.value(place), type);
  }

  /**
   * What was looked at last.
   *
   * @param place its place
   * @param row itself
   */
  private record Last<T>(int place, T row) {}
}
