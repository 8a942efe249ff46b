package org.minorityreport.core.hydrate;

import com.google.common.io.ByteArrayDataInput;
import com.google.common.io.ByteArrayDataOutput;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;

/**
 * What of the rows of one subject in one log can matter to a view: the first and the latest, of all
 * and of the complete ones, and for each set of codes the latest degraded row behind the latest
 * complete one. As large for two rows as for two thousand. Rows may come in any order.
 *
 * <p>A correction (a key that comes again) may take away a row that was kept, and the one that then
 * counts is not known any more: the trace is {@linkplain #isCorrected() corrected} and to be made
 * again from all rows, which lie between {@link #firstCommit()} and {@link #lastCommit()}.
 */
final class Trace {
  private final String subject;
  private @Nullable Trace next;
  private @Nullable Pick first;
  private @Nullable Pick latest;
  private @Nullable Pick firstComplete;
  private @Nullable Pick latestComplete;
  private @Nullable Map<List<String>, Pick> degraded;
  private CommitPosition firstCommit = CommitPosition.of(Long.MAX_VALUE);
  private CommitPosition lastCommit = CommitPosition.START;
  private boolean corrected;
  private boolean touched;

  Trace(String subject) {
    this.subject = subject;
  }

  /** The trace that was kept. */
  Trace(String subject, Log<?> log, ByteArrayDataInput from) {
    this(subject);
    firstCommit = CommitPosition.of(from.readLong());
    lastCommit = CommitPosition.of(from.readLong());
    corrected = from.readBoolean();
    List<Pick> picks = KeptParts.list(from, in -> new Pick(log, in));
    first = pick(picks, from);
    latest = pick(picks, from);
    firstComplete = pick(picks, from);
    latestComplete = pick(picks, from);
    int count = from.readInt();
    for (int i = 0; i < count; i++) {
      Map<List<String>, Pick> kept = degraded == null ? new LinkedHashMap<>() : degraded;
      Pick row = picks.get(from.readInt());
      List<String> codes = row.codes();
      kept.put(codes == null ? List.of() : codes, row);
      degraded = kept;
    }
  }

  private static @Nullable Pick pick(List<Pick> picks, ByteArrayDataInput from) {
    int place = from.readInt();
    return place < 0 ? null : picks.get(place);
  }

  /** Keeps it, but for what came behind it. */
  void write(ByteArrayDataOutput to) {
    to.writeLong(firstCommit.value());
    to.writeLong(lastCommit.value());
    to.writeBoolean(corrected);
    List<Pick> picks = picks();
    to.writeInt(picks.size());
    picks.forEach(pick -> pick.write(to));
    to.writeInt(first == null ? -1 : picks.indexOf(first));
    to.writeInt(latest == null ? -1 : picks.indexOf(latest));
    to.writeInt(firstComplete == null ? -1 : picks.indexOf(firstComplete));
    to.writeInt(latestComplete == null ? -1 : picks.indexOf(latestComplete));
    List<Pick> marks = degraded == null ? List.of() : List.copyOf(degraded.values());
    to.writeInt(marks.size());
    marks.forEach(mark -> to.writeInt(picks.indexOf(mark)));
  }

  String subject() {
    return subject;
  }

  /** {@return the trace whose row came behind the newest one of this} */
  @Nullable Trace next() {
    return next;
  }

  void followedBy(Trace other) {
    next = other;
  }

  /**
   * Takes a row in.
   *
   * @param row the row
   * @param complete whether it gives all values of its stage
   */
  void accept(SeenRow row, boolean complete) {
    passed(row.position);
    if (row.version > 1 || row.retracted) {
      corrected = true;
    }
    if (!corrected && matters(row, complete)) {
      keep(new Pick(row), complete);
    }
  }

  /**
   * Most rows come in the order of their ticks and are the latest; others are mostly of no account.
   */
  private boolean matters(SeenRow row, boolean complete) {
    return !complete
        || latestComplete == null
        || latestComplete.isBefore(row.writtenAt, row.number)
        || firstComplete == null
        || !firstComplete.isBefore(row.writtenAt, row.number);
  }

  /** Forgets what was kept, not between which commits the rows lie; standing rows come next. */
  void startAgain() {
    first = null;
    latest = null;
    firstComplete = null;
    latestComplete = null;
    degraded = null;
    corrected = false;
  }

  /** Keeps a row of which the key did not come before. */
  void keep(Pick row, boolean complete) {
    if (first == null || !isAfter(first, row)) {
      first = row;
    }
    if (latest == null || isAfter(latest, row)) {
      latest = row;
    }
    if (complete) {
      if (firstComplete == null || !isAfter(firstComplete, row)) {
        firstComplete = row;
      }
      if (latestComplete == null || isAfter(latestComplete, row)) {
        latestComplete = row;
        forgetDegradedBefore(row);
      }
    } else if (latestComplete == null || isAfter(latestComplete, row)) {
      Map<List<String>, Pick> kept = degraded == null ? new LinkedHashMap<>() : degraded;
      List<String> codes = row.codes();
      kept.merge(codes == null ? List.of() : codes, row, (a, b) -> isAfter(a, b) ? b : a);
      degraded = kept;
    }
  }

  private static boolean isAfter(Pick known, Pick row) {
    return known.isBefore(row.writtenAt(), row.number());
  }

  private void forgetDegradedBefore(Pick complete) {
    if (degraded != null) {
      degraded.values().removeIf(row -> row.isBefore(complete.writtenAt(), complete.number()));
      degraded = degraded.isEmpty() ? null : degraded;
    }
  }

  private void passed(CommitPosition position) {
    firstCommit = position.compareTo(firstCommit) < 0 ? position : firstCommit;
    lastCommit = position.compareTo(lastCommit) > 0 ? position : lastCommit;
  }

  /** Marks it as touched; {@return whether it was not yet} */
  boolean touch() {
    boolean first = !touched;
    touched = true;
    return first;
  }

  void untouch() {
    touched = false;
  }

  boolean isCorrected() {
    return corrected;
  }

  CommitPosition firstCommit() {
    return firstCommit;
  }

  CommitPosition lastCommit() {
    return lastCommit;
  }

  @Nullable Pick latest() {
    return latest;
  }

  @Nullable Pick latestComplete() {
    return latestComplete;
  }

  /** {@return the rows that were kept, each once, by number} */
  List<Pick> picks() {
    TreeMap<Long, Pick> picks = new TreeMap<>();
    List<@Nullable Pick> kept = new ArrayList<>();
    kept.add(first);
    kept.add(latest);
    kept.add(firstComplete);
    kept.add(latestComplete);
    if (degraded != null) {
      kept.addAll(degraded.values());
    }
    for (Pick pick : kept) {
      if (pick != null) {
        picks.put(pick.number(), pick);
      }
    }
    return List.copyOf(picks.values());
  }
}
