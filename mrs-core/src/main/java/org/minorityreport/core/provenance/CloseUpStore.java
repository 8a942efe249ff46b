package org.minorityreport.core.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/**
 * A store of nothing but the rows of a run that bear on one report or event, which goes from commit
 * to commit as it is told. Hydration along it is hydration of the run, where that report or event
 * is concerned. Not thread-safe.
 */
final class CloseUpStore implements LogStore {
  private final RunId run;
  private final Map<Log<?>, List<StoredRow>> rows = new HashMap<>();
  private CommitPosition head = CommitPosition.START;

  /**
   * A store before its first commit.
   *
   * @param run the run of all rows
   * @param inCommitOrder the rows
   */
  CloseUpStore(RunId run, List<StoredRow> inCommitOrder) {
    this.run = run;
    inCommitOrder.forEach(row -> rows.computeIfAbsent(row.log(), l -> new ArrayList<>()).add(row));
  }

  /** Shows the rows up to a commit from now on. */
  void goTo(CommitPosition position) {
    head = position;
  }

  @Override
  public CommitPosition head() {
    return head;
  }

  @Override
  public void read(
      Log<?> log,
      RunId of,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    if (!of.equals(run)) {
      return;
    }
    for (StoredRow row : rows.getOrDefault(log, List.of())) {
      CommitPosition position = row.position();
      if (position.compareTo(after) > 0
          && position.compareTo(to) <= 0
          && position.compareTo(head) <= 0) {
        reader.accept(row);
      }
    }
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> keys, CommitPosition asOf) {
    Map<String, StoredRow> newest = new HashMap<>();
    read(
        log,
        run,
        CommitPosition.START,
        asOf,
        row -> {
          if (keys.contains(row.key())) {
            newest.put(row.key(), row);
          }
        });
    return newest;
  }

  @Override
  public long count(Log<?> log, RunId of, CommitPosition asOf) {
    long[] count = {0};
    read(log, of, CommitPosition.START, asOf, row -> count[0]++);
    return count[0];
  }

  @Override
  public List<RunId> runs() {
    return List.of(run);
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    return Optional.empty();
  }

  @Override
  public AppendResult append(Commit commit) {
    throw new LogStoreException("a close-up of rows takes none");
  }

  @Override
  public void close() {
    // holds nothing but rows
  }
}
