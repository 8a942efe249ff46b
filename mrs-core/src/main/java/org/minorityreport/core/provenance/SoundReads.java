package org.minorityreport.core.provenance;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.provenance.LogGap;

/**
 * Reads what can be read. A store refuses a read that meets damage; the commits read are then
 * halved until the one is found that cannot be read, so that only it is left out. Not thread-safe.
 */
final class SoundReads {
  private final LogStore store;
  private final RunId run;
  private final CommitPosition upTo;
  private final Instant lastTick;
  private final Map<Log<?>, Map<Long, String>> damaged =
      new TreeMap<>(Comparator.comparing((Log<?> log) -> Logs.all().indexOf(log)));

  /**
   * Reads of one state of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param upTo later commits are not looked at
   * @param lastTick rows of later ticks are left out
   */
  SoundReads(LogStore store, RunId run, CommitPosition upTo, Instant lastTick) {
    this.store = store;
    this.run = run;
    this.upTo = upTo;
    this.lastTick = lastTick;
  }

  /** {@return the rows of a log that are wanted, in commit order} */
  List<StoredRow> read(Log<?> log, Predicate<? super StoredRow> wanted) {
    return read(log, 0, upTo.value(), wanted);
  }

  /** {@return what could not be read so far, in the order of the logs} */
  List<LogGap> gaps() {
    List<LogGap> gaps = new ArrayList<>();
    damaged.forEach((log, commits) -> gaps.addAll(gaps(log, commits)));
    return gaps;
  }

  private List<StoredRow> read(
      Log<?> log, long after, long to, Predicate<? super StoredRow> wanted) {
    List<StoredRow> rows = new ArrayList<>();
    try {
      store.read(
          log,
          run,
          CommitPosition.of(after),
          CommitPosition.of(to),
          row -> {
            if (!row.writtenAt().isAfter(lastTick) && wanted.test(row)) {
              rows.add(row);
            }
          });
      return rows;
    } catch (LogStoreException e) {
      if (to - after <= 1) {
        damaged.computeIfAbsent(log, l -> new TreeMap<>()).put(to, String.valueOf(e.getMessage()));
        return List.of();
      }
    }
    long middle = after + (to - after) / 2;
    rows.clear();
    rows.addAll(read(log, after, middle, wanted));
    rows.addAll(read(log, middle, to, wanted));
    return rows;
  }

  /** Commits in a row are one gap; its message is that of the first. */
  private static List<LogGap> gaps(Log<?> log, Map<Long, String> commits) {
    List<LogGap> gaps = new ArrayList<>();
    for (Map.Entry<Long, String> commit : commits.entrySet()) {
      LogGap last = gaps.isEmpty() ? null : gaps.get(gaps.size() - 1);
      if (last != null && last.lastPosition() + 1 == commit.getKey()) {
        gaps.set(
            gaps.size() - 1, LogGap.builder().from(last).lastPosition(commit.getKey()).build());
      } else {
        gaps.add(
            LogGap.builder()
                .log(log.wireName())
                .firstPosition(commit.getKey())
                .lastPosition(commit.getKey())
                .message(commit.getValue())
                .build());
      }
    }
    return gaps;
  }
}
