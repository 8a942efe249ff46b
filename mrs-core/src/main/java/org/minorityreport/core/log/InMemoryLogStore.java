package org.minorityreport.core.log;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/**
 * The store in memory. The writer prepares a whole commit before it publishes anything; readers see
 * rows only up to the head they asked for, which is published last.
 */
final class InMemoryLogStore implements LogStore {
  private final InstantSource clock;
  private final Map<LogOfRun, RowList> rows = new ConcurrentHashMap<>();
  private final Map<LogKey, KeyHistory> keys = new ConcurrentHashMap<>();
  private final Map<SubjectOfRun, CommitPosition> subjects = new HashMap<>();
  private final Map<CommitPosition, Instant> committedAt = new ConcurrentHashMap<>();
  private volatile CommitPosition head = CommitPosition.START;
  private volatile boolean closed;

  InMemoryLogStore(InstantSource clock) {
    this.clock = Objects.requireNonNull(clock, "clock");
  }

  @Override
  public synchronized AppendResult append(Commit commit) {
    checkOpen();
    commit.slices().forEach(LogSlice::check);
    commit.checkGuard(
        (run, subject) ->
            subjects.getOrDefault(new SubjectOfRun(run, subject), CommitPosition.START));
    CommitPosition position = head.next();
    Map<LogKey, KeyHistory> changed = new HashMap<>();
    Map<LogOfRun, Long> counts = new HashMap<>();
    List<StoredRow> accepted = new ArrayList<>();
    List<LogRow> acceptedRows = new ArrayList<>();
    long newRows = 0;
    long duplicates = 0;
    for (LogSlice slice : commit.slices()) {
      for (LogRow row : slice.rows()) {
        LogKey key = new LogKey(row.log(), row.key());
        KeyHistory history = changed.containsKey(key) ? changed.get(key) : keys.get(key);
        if (history != null && history.newestSays(row)) {
          duplicates++;
          continue;
        }
        int version = history == null ? 1 : history.newestVersion() + 1;
        newRows += history == null ? 1 : 0;
        LogOfRun place = new LogOfRun(row.log(), row.runId());
        long number = counts.merge(place, 1L, Long::sum) + size(place);
        StoredRow stored = StoredRow.of(row, version, position, number);
        changed.put(key, KeyHistory.after(history, row, stored));
        accepted.add(stored);
        acceptedRows.add(row);
      }
    }
    if (!accepted.isEmpty()) {
      publish(position, changed, accepted, acceptedRows);
    }
    return AppendResult.of(head, newRows, accepted.size() - newRows, duplicates);
  }

  @Override
  public CommitPosition head() {
    return head;
  }

  @Override
  public Optional<Instant> committedAt(CommitPosition position) {
    checkOpen();
    return position.compareTo(head) > 0
        ? Optional.empty()
        : Optional.ofNullable(committedAt.get(position));
  }

  @Override
  public List<RunId> runs() {
    checkOpen();
    CommitPosition seen = head;
    return rows.entrySet().stream()
        .filter(e -> e.getValue().count(seen) > 0)
        .map(e -> e.getKey().run())
        .sorted()
        .distinct()
        .toList();
  }

  @Override
  public void read(
      Log<?> log,
      RunId run,
      CommitPosition after,
      CommitPosition to,
      Consumer<? super StoredRow> reader) {
    checkOpen();
    CommitPosition seen = head;
    RowList list = rows.get(new LogOfRun(log, run));
    if (list != null) {
      list.read(after, to.compareTo(seen) < 0 ? to : seen, reader);
    }
  }

  @Override
  public Map<String, StoredRow> latest(Log<?> log, Collection<String> wanted, CommitPosition asOf) {
    checkOpen();
    CommitPosition seen = head;
    CommitPosition upTo = asOf.compareTo(seen) < 0 ? asOf : seen;
    Map<String, StoredRow> found = new TreeMap<>();
    for (String key : wanted) {
      KeyHistory history = keys.get(new LogKey(log, key));
      if (history != null) {
        history.newestAt(upTo).ifPresent(row -> found.put(key, row));
      }
    }
    return found;
  }

  @Override
  public long count(Log<?> log, RunId run, CommitPosition asOf) {
    checkOpen();
    CommitPosition seen = head;
    RowList list = rows.get(new LogOfRun(log, run));
    return list == null ? 0 : list.count(asOf.compareTo(seen) < 0 ? asOf : seen);
  }

  @Override
  public void close() {
    closed = true;
  }

  private void publish(
      CommitPosition position,
      Map<LogKey, KeyHistory> changed,
      List<StoredRow> accepted,
      List<LogRow> acceptedRows) {
    Instant now = clock.instant(); // first, as it is the host's and may fail
    for (int i = 0; i < accepted.size(); i++) {
      StoredRow row = accepted.get(i);
      rows.computeIfAbsent(new LogOfRun(row.log(), row.runId()), k -> new RowList()).add(row);
      acceptedRows
          .get(i)
          .subject()
          .ifPresent(s -> subjects.put(new SubjectOfRun(row.runId(), s), position));
    }
    keys.putAll(changed);
    committedAt.put(position, now);
    head = position;
  }

  private long size(LogOfRun place) {
    RowList list = rows.get(place);
    return list == null ? 0 : list.size();
  }

  private void checkOpen() {
    if (closed) {
      throw new LogStoreException("the store is closed");
    }
  }

  private record LogOfRun(Log<?> log, RunId run) {}

  private record LogKey(Log<?> log, String key) {}

  private record SubjectOfRun(RunId run, String subject) {}
}
