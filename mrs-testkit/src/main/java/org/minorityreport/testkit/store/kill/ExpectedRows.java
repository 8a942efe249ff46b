package org.minorityreport.testkit.store.kill;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.log.LogStores;

/**
 * What a store must hold after so many seeded commits, kept in a store in memory. One thread at a
 * time.
 */
final class ExpectedRows {
  private static final CommitPosition OPEN_END = CommitPosition.of(Long.MAX_VALUE);

  private final SeededCommits commits;
  private final LogStore twin = LogStores.inMemory();

  ExpectedRows(SeededCommits commits) {
    this.commits = commits;
  }

  /**
   * The first difference between a store that stands still and what it must hold.
   *
   * @param store the store
   * @param after commits that were compared before
   * @param head the store's newest commit
   * @return a message, if there is a difference
   */
  Optional<String> difference(LogStore store, long after, long head) {
    for (Log<?> log : SeededCommits.LOGS) {
      for (RunId run : SeededCommits.RUNS) {
        List<StoredRow> found = rows(store, log, run, after, OPEN_END);
        Optional<String> difference = difference(log, run, after, head, found);
        if (difference.isEmpty()) {
          difference = newest(store, log, run, after, head);
        }
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  /**
   * The first difference between a store that is written and what it must hold: whatever is seen of
   * commits beyond those that are known must be the whole slice.
   *
   * @param store the store
   * @param after commits that were compared before
   * @param head a commit that was seen
   * @return a message, if there is a difference
   */
  Optional<String> differenceWhileWritten(LogStore store, long after, long head) {
    for (Log<?> log : SeededCommits.LOGS) {
      for (RunId run : SeededCommits.RUNS) {
        List<StoredRow> found = rows(store, log, run, after, OPEN_END);
        long last = found.isEmpty() ? 0 : found.get(found.size() - 1).position().value();
        Optional<String> difference = difference(log, run, after, Math.max(head, last), found);
        if (difference.isPresent()) {
          return difference;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<String> difference(
      Log<?> log, RunId run, long after, long to, List<StoredRow> found) {
    advance(to);
    Iterator<StoredRow> there = found.iterator();
    for (StoredRow row : rows(twin, log, run, after, CommitPosition.of(to))) {
      if (!there.hasNext()) {
        return Optional.of("expected " + shown(row) + ", found no further row of " + log);
      }
      StoredRow other = there.next();
      if (!shown(row).equals(shown(other))) {
        return Optional.of("expected " + shown(row) + ", found " + shown(other));
      }
    }
    return there.hasNext()
        ? Optional.of("expected no further row of " + log + ", found " + shown(there.next()))
        : Optional.empty();
  }

  /** Compares what the store says of keys, which may come from an index, with the rows. */
  private Optional<String> newest(LogStore store, Log<?> log, RunId run, long after, long head) {
    CommitPosition asOf = CommitPosition.of(head);
    long count = store.count(log, run, asOf);
    long expectedCount = twin.count(log, run, asOf);
    if (count != expectedCount) {
      return Optional.of(
          "expected "
              + expectedCount
              + " rows of "
              + log
              + " in run "
              + run
              + ", counted "
              + count);
    }
    Set<String> keys = new LinkedHashSet<>();
    rows(twin, log, run, Math.max(after, head - 3), asOf).forEach(row -> keys.add(row.key()));
    Map<String, StoredRow> expected = twin.latest(log, keys, asOf);
    Map<String, StoredRow> found = store.latest(log, keys, asOf);
    for (String key : keys) {
      String wanted = shownOrNothing(expected.get(key));
      String there = shownOrNothing(found.get(key));
      if (!there.equals(wanted)) {
        return Optional.of("expected " + wanted + " as newest of its key, found " + there);
      }
    }
    return Optional.empty();
  }

  private void advance(long to) {
    while (twin.head().value() < to) {
      twin.append(commits.commit(twin.head().value() + 1));
    }
  }

  private static List<StoredRow> rows(
      LogStore store, Log<?> log, RunId run, long after, CommitPosition to) {
    List<StoredRow> rows = new ArrayList<>();
    store.read(log, run, CommitPosition.of(after), to, rows::add);
    return rows;
  }

  private static String shownOrNothing(@Nullable StoredRow row) {
    return row == null ? "nothing" : shown(row);
  }

  private static String shown(StoredRow row) {
    return row
        + ", version "
        + row.version()
        + (row.isRetracted() ? ", retracted " : " ")
        + row.key()
        + ": "
        + row.text();
  }
}
