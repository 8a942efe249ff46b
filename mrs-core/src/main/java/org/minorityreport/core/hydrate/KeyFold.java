package org.minorityreport.core.hydrate;

import com.google.common.io.ByteArrayDataInput;
import com.google.common.io.ByteArrayDataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.snapshot.Snapshot;
import org.minorityreport.core.snapshot.SnapshotWriter;

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
  private final KeptMap<String, Slot> slots = new KeptMap<>();
  private final KeptMap<String, SortedSet<String>> keys = new KeptMap<>();
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

  private KeptForm<String, Slot> slotForm() {
    return new KeptForm<>(
        "keys of " + log.wireName(),
        text -> text,
        text -> text,
        (slot, to) -> slot.write(to),
        (key, from) -> new Slot(log, from));
  }

  private KeptForm<String, SortedSet<String>> keyForm() {
    return KeptParts.texts("subjects of " + log.wireName());
  }

  void goOnFrom(Snapshot snapshot) {
    slots.goOnFrom(slotForm().in(snapshot));
    keys.goOnFrom(keyForm().in(snapshot));
  }

  void keep(SnapshotWriter to) throws IOException {
    slotForm().write(slots, to);
    keyForm().write(keys, to);
  }

  void accept(SeenRow row) {
    StoredRow stored = row.row();
    Slot slot = slots.held(stored.key(), Slot::new);
    Pick known = slot.newest;
    if (known == null || known.version() < row.version) {
      slot.newest = new Pick(row);
    }
    if (!row.retracted) {
      slot.subjects.addAll(subjects.apply(stored));
      slot.subjects.forEach(s -> keys.held(s, TreeSet::new).add(stored.key()));
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
    return standing(keys.get(subject), slots::get, rows);
  }

  /** {@return the rows about a subject that stood when this was kept, by key} */
  List<SourcedRow<R>> keptAbout(String subject, RowSource.Rows rows) {
    return standing(keys.kept().get(subject), slots.kept()::get, rows);
  }

  private List<SourcedRow<R>> standing(
      @Nullable SortedSet<String> about,
      Function<String, @Nullable Slot> slot,
      RowSource.Rows rows) {
    List<SourcedRow<R>> standing = new ArrayList<>();
    for (String key : about == null ? List.<String>of() : about) {
      Slot found = slot.apply(key);
      Pick newest = found == null ? null : found.newest;
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

    Slot() {}

    Slot(Log<?> log, ByteArrayDataInput from) {
      newest = from.readBoolean() ? new Pick(log, from) : null;
      subjects.addAll(KeptParts.texts(from));
    }

    void write(ByteArrayDataOutput to) {
      to.writeBoolean(newest != null);
      if (newest != null) {
        newest.write(to);
      }
      KeptParts.writeTexts(subjects, to);
    }
  }
}
