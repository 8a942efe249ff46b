package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.log.LogStores;

/** Any history of appends, compared after each commit with one flat list that is searched. */
class InMemoryModelTest {
  private static final List<Log<?>> LOGS = List.of(Logs.REPORTS_DETECTED, Logs.REPORTS_ENDED);
  private static final List<RunId> RUNS = List.of(StoreRows.MAIN, StoreRows.OTHER);
  private static final List<String> KEYS = List.of("a", "b", "c");

  /** A row to append: few keys and contents, so that versions and duplicates are common. */
  record Entry(Log<?> log, RunId run, String key, char content) {
    LogSlice slice() {
      return StoreRows.slice(log, StoreRows.row(log, run, key, content));
    }
  }

  /** A row of the reference. */
  record Kept(Entry entry, int version, long position, long number) {}

  /** All rows ever appended, in order; every question is a walk over them. */
  private static final class Reference {
    private final List<Kept> rows = new ArrayList<>();
    private long head;

    AppendResult append(List<Entry> commit) {
      long before = rows.size();
      long newRows = 0;
      for (Entry entry : commit) {
        Kept newest = newest(entry.log(), entry.run(), entry.key(), head + 1);
        if (newest == null || newest.entry().content() != entry.content()) {
          int version = newest == null ? 1 : newest.version() + 1;
          newRows += newest == null ? 1 : 0;
          rows.add(
              new Kept(entry, version, head + 1, count(entry.log(), entry.run(), head + 1) + 1));
        }
      }
      long added = rows.size() - before;
      head += added > 0 ? 1 : 0;
      return AppendResult.of(
          CommitPosition.of(head), newRows, added - newRows, commit.size() - added);
    }

    Kept newest(Log<?> log, RunId run, String key, long asOf) {
      Kept newest = null;
      for (Kept row : rows) {
        Entry e = row.entry();
        boolean same = e.log() == log && e.run().equals(run) && e.key().equals(key);
        newest = same && row.position() <= asOf ? row : newest;
      }
      return newest;
    }

    long count(Log<?> log, RunId run, long asOf) {
      return between(log, run, 0, asOf).size();
    }

    List<Kept> between(Log<?> log, RunId run, long after, long to) {
      return rows.stream()
          .filter(r -> r.entry().log() == log && r.entry().run().equals(run))
          .filter(r -> r.position() > after && r.position() <= to)
          .toList();
    }
  }

  @Property(tries = 300)
  void store_anyHistory_saysWhatTheListSays(@ForAll("histories") List<List<Entry>> history) {
    LogStore store = LogStores.inMemory();
    Reference reference = new Reference();

    for (List<Entry> commit : history) {
      AppendResult result = store.append(Commit.of(commit.stream().map(Entry::slice).toList()));

      assertThat(result).isEqualTo(reference.append(commit));
      assertThat(store.head()).isEqualTo(CommitPosition.of(reference.head));
    }
    for (Log<?> log : LOGS) {
      for (RunId run : RUNS) {
        for (long at = 0; at <= reference.head + 1; at++) {
          assertSame(store, reference, log, run, at);
        }
      }
    }
  }

  private static void assertSame(
      LogStore store, Reference reference, Log<?> log, RunId run, long at) {
    CommitPosition position = CommitPosition.of(at);
    assertThat(store.count(log, run, position)).isEqualTo(reference.count(log, run, at));
    assertThat(read(store, log, run, CommitPosition.START, position))
        .isEqualTo(reference.between(log, run, 0, at));
    assertThat(read(store, log, run, position, CommitPosition.of(Long.MAX_VALUE)))
        .isEqualTo(reference.between(log, run, at, reference.head));
    Map<String, Integer> expected = new TreeMap<>();
    for (String key : KEYS) {
      Kept newest = reference.newest(log, run, key, at);
      if (newest != null) {
        expected.put(StoreRows.key(run, key), newest.version());
      }
    }
    Map<String, Integer> found = new TreeMap<>();
    store
        .latest(log, KEYS.stream().map(k -> StoreRows.key(run, k)).toList(), position)
        .forEach((key, row) -> found.put(key, row.version()));
    assertThat(found).isEqualTo(expected);
  }

  private static List<Kept> read(
      LogStore store, Log<?> log, RunId run, CommitPosition after, CommitPosition to) {
    List<Kept> rows = new ArrayList<>();
    store.read(log, run, after, to, row -> rows.add(kept(row)));
    return rows;
  }

  private static Kept kept(StoredRow row) {
    char content = StoreRows.content(row);
    String key = StoreRows.name(row);
    return new Kept(
        new Entry(row.log(), row.runId(), key, content),
        row.version(),
        row.position().value(),
        row.rowNumber());
  }

  @Provide
  Arbitrary<List<List<Entry>>> histories() {
    Arbitrary<Log<?>> logs = Arbitraries.of(LOGS);
    Arbitrary<Entry> entry =
        Combinators.combine(
                logs, Arbitraries.of(RUNS), Arbitraries.of(KEYS), Arbitraries.of('x', 'y'))
            .as(Entry::new);
    return entry.list().ofMaxSize(5).list().ofMaxSize(12);
  }
}
