package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.CommitPosition;

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
