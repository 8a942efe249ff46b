package org.minorityreport.core.review;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.core.json.LogCodec;

/**
 * What people did, by target, in the order of the commits. Each row is read once; memory grows with
 * what people did. Thread-safe.
 */
final class ActBook {
  private final LogStore store;
  private final RunId run;
  private final Map<String, List<Act>> byTarget = new HashMap<>();
  private final Map<AnnotationId, Act> byId = new HashMap<>();
  private CommitPosition readUpTo = CommitPosition.START;
  private long count;

  ActBook(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /** Takes in what was done up to a commit. */
  synchronized void refresh(CommitPosition upTo) {
    if (upTo.compareTo(readUpTo) <= 0) {
      return;
    }
    List<StoredRow> rows = new ArrayList<>();
    for (Log<?> log : List.of(Logs.USER_EDITS, Logs.USER_EVENT_EDITS)) {
      store.read(log, run, readUpTo, upTo, rows::add);
    }
    rows.stream()
        .sorted((one, other) -> one.position().compareTo(other.position()))
        .forEachOrdered(this::add);
    readUpTo = upTo;
  }

  private void add(StoredRow row) {
    if (row.isRetracted()) {
      List<Act> gone =
          byId.values().stream()
              .filter(act -> row.key().contains("\"" + act.id().value() + "\""))
              .toList();
      gone.forEach(
          act -> {
            byId.remove(act.id());
            about(act.row().targetId()).remove(act);
          });
      return;
    }
    UserEdit edit =
        row.log() == Logs.USER_EDITS
            ? LogCodec.read(Logs.USER_EDITS, row)
            : LogCodec.read(Logs.USER_EVENT_EDITS, row);
    count++;
    Act act = new Act(edit, row.position(), count);
    about(edit.targetId()).add(act);
    byId.put(act.id(), act);
  }

  private List<Act> about(String target) {
    return byTarget.computeIfAbsent(target, t -> new ArrayList<>());
  }

  /** {@return the act with an id, on whatever target} */
  synchronized Optional<Act> find(AnnotationId id) {
    return Optional.ofNullable(byId.get(id));
  }

  /** {@return the targets that anything was done about, sorted} */
  synchronized SortedSet<String> targets() {
    return new TreeSet<>(byTarget.keySet());
  }

  /** {@return all that was done about a target up to a commit, also what was taken back} */
  synchronized List<Act> all(String target, CommitPosition upTo) {
    return byTarget.getOrDefault(target, List.of()).stream()
        .filter(act -> act.position().compareTo(upTo) <= 0)
        .toList();
  }

  /**
   * What was done about a target up to a commit and stands then: not taken back, not on trial. An
   * act that takes another back stands too, unless it was taken back itself.
   */
  List<Act> effective(String target, CommitPosition upTo) {
    List<Act> all = all(target, upTo);
    List<Act> kept = new ArrayList<>();
    Set<AnnotationId> reverted = new HashSet<>();
    for (int i = all.size() - 1; i >= 0; i--) {
      Act act = all.get(i);
      if (!reverted.contains(act.id()) && !act.row().flags().contains(Act.SHADOW)) {
        kept.add(act);
        if (act.is(EditAction.REVERT)) {
          act.row().refersTo().ifPresent(reverted::add);
        }
      }
    }
    Collections.reverse(kept);
    return kept;
  }

  /** The same without the acts that take others back. */
  List<Act> standing(String target, CommitPosition upTo) {
    return effective(target, upTo).stream().filter(act -> !act.is(EditAction.REVERT)).toList();
  }

  /** The last act that says what becomes of a target. */
  Optional<Act> deciding(String target, CommitPosition upTo) {
    List<Act> deciding = standing(target, upTo).stream().filter(Act::isDeciding).toList();
    return deciding.isEmpty() ? Optional.empty() : Optional.of(deciding.get(deciding.size() - 1));
  }
}
