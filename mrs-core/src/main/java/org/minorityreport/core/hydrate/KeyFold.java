package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;

/**
 * One log of one run, folded by key: for logs whose key is not subject and tick, and that hold few
 * rows. Keeps where the newest version of each key is. Rows may come in any order. Not thread-safe
 * while rows come in.
 *
 * @param <R> type of the rows
 */
final class KeyFold<R extends LogRecord> {
  private final Log<R> log;
  private final Function<StoredRow, Collection<String>> subjects;
  private final Map<String, Slot> slots = new HashMap<>();
  private final Map<String, SortedSet<String>> keys = new HashMap<>();
  private Set<String> touched = new HashSet<>();

  /**
   * A fold.
   *
   * @param log the log
   * @param subjects what a row with content is about
   */
  KeyFold(Log<R> log, Function<StoredRow, Collection<String>> subjects) {
    this.log = log;
    this.subjects = subjects;
  }

  Log<R> log() {
    return log;
  }

  void accept(SeenRow row) {
    StoredRow stored = row.row();
    Slot slot = slots.computeIfAbsent(stored.key(), key -> new Slot());
    Pick known = slot.newest;
    if (known == null || known.version() < row.version) {
      slot.newest = new Pick(row);
    }
    if (!row.retracted) {
      slot.subjects.addAll(subjects.apply(stored));
      slot.subjects.forEach(s -> keys.computeIfAbsent(s, k -> new TreeSet<>()).add(stored.key()));
    }
    touched.addAll(slot.subjects);
  }

  /** {@return the subjects with rows since this was last asked} */
  Set<String> takeTouched() {
    Set<String> taken = touched;
    touched = new HashSet<>();
    return taken;
  }

  /** {@return the rows about a subject that stand, by key} */
  List<SourcedRow<R>> about(String subject, RowSource.Rows rows) {
    List<SourcedRow<R>> standing = new ArrayList<>();
    for (String key : keys.getOrDefault(subject, new TreeSet<>())) {
      Slot slot = slots.get(key);
      Pick newest = slot == null ? null : slot.newest;
      if (newest != null && !newest.isRetracted()) {
        standing.add(SourcedRow.read(log, newest, rows));
      }
    }
    return standing;
  }

  /** The newest version of a key, and all that its versions are about. */
  private static final class Slot {
    private @Nullable Pick newest;
    private final Set<String> subjects = new HashSet<>();
  }
}
