package org.minorityreport.testkit.store.wrong;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;

/** Stores in memory, wrong without any help of a disk. */
final class WrongInMemory {
  private WrongInMemory() {}

  /** Stamps each row with the number of its arrival, so that no two are equal. */
  static final class IgnoresDuplicates extends InMemoryKit {
    @Override
    LogStore wrapped(LogStore store) {
      return new ForwardingStore(store) {
        private long rows;

        @Override
        public AppendResult append(Commit commit) {
          return super.append(with(commit, row -> Stream.of(numbered(row, rows++))));
        }
      };
    }
  }

  /** Takes a retraction for nothing to keep. */
  static final class ForgetsRetractions extends InMemoryKit {
    @Override
    LogStore wrapped(LogStore store) {
      return new ForwardingStore(store) {
        @Override
        public AppendResult append(Commit commit) {
          return super.append(
              with(commit, row -> row.isRetracted() ? Stream.empty() : Stream.of(row)));
        }
      };
    }
  }

  /** Counts commits per log, as one table for each log would. */
  static final class CountsPositionsPerLog extends InMemoryKit {
    @Override
    LogStore wrapped(LogStore store) {
      return new ForwardingStore(store) {
        private final Map<Log<?>, Long> positions = new HashMap<>();

        @Override
        public AppendResult append(Commit commit) {
          AppendResult result = super.append(commit);
          long position = result.position().value();
          if (result.appended() > 0) {
            for (LogSlice slice : commit.slices()) {
              position = positions.merge(slice.log(), 1L, Long::sum);
            }
          }
          return AppendResult.of(
              CommitPosition.of(position),
              result.newRows(),
              result.newVersions(),
              result.duplicates());
        }
      };
    }
  }

  /** Reads in the order of keys, as an index gives them. */
  static final class ReordersRows extends InMemoryKit {
    @Override
    LogStore wrapped(LogStore store) {
      return new ForwardingStore(store) {
        @Override
        public void read(
            Log<?> log,
            RunId run,
            CommitPosition after,
            CommitPosition to,
            Consumer<? super StoredRow> reader) {
          List<StoredRow> rows = new ArrayList<>();
          super.read(log, run, after, to, rows::add);
          rows.sort(Comparator.comparing(StoredRow::key));
          rows.forEach(reader);
        }
      };
    }
  }

  /** Reads up to a position and leaves it out. */
  static final class StopsOneCommitEarly extends InMemoryKit {
    @Override
    LogStore wrapped(LogStore store) {
      return new ForwardingStore(store) {
        @Override
        public void read(
            Log<?> log,
            RunId run,
            CommitPosition after,
            CommitPosition to,
            Consumer<? super StoredRow> reader) {
          boolean bounded = to.compareTo(head()) <= 0 && to.value() > 0;
          CommitPosition end = bounded ? CommitPosition.of(to.value() - 1) : to;
          super.read(log, run, after, end, reader);
        }
      };
    }
  }

  /** Looks one commit too far. */
  static final class AsOfOffByOne extends InMemoryKit {
    @Override
    LogStore wrapped(LogStore store) {
      return new ForwardingStore(store) {
        @Override
        public Map<String, StoredRow> latest(
            Log<?> log, Collection<String> keys, CommitPosition asOf) {
          return super.latest(log, keys, asOf.compareTo(head()) < 0 ? asOf.next() : asOf);
        }
      };
    }
  }

  private static Commit with(Commit commit, Function<LogRow, Stream<LogRow>> change) {
    Commit changed =
        Commit.of(
            commit.slices().stream()
                .map(
                    slice ->
                        LogSlice.of(
                            slice.log(),
                            slice.writer(),
                            slice.rows().stream().flatMap(change).toList()))
                .toList());
    return commit.guardedRun().isEmpty()
        ? changed
        : changed.ifNothingAbout(
            commit.guardedRun().get(), commit.guardedSubjects(), commit.guardedAt().orElseThrow());
  }

  private static LogRow numbered(LogRow row, long number) {
    if (row.isRetracted()) {
      return row; // which may have nothing but its key
    }
    String json = new String(row.json(1), UTF_8);
    String open = json.substring(0, json.length() - 1);
    return LogRow.of(row.log(), (open + ",\"arrival\":" + number + "}").getBytes(UTF_8));
  }
}
