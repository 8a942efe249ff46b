package org.minorityreport.testkit.store;

import static org.minorityreport.testkit.store.StoreRows.MAIN;
import static org.minorityreport.testkit.store.StoreRows.OTHER;
import static org.minorityreport.testkit.store.StoreRows.commit;
import static org.minorityreport.testkit.store.StoreRows.row;
import static org.minorityreport.testkit.store.StoreRows.slice;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;

/** What is read, in which order, and as of when. */
final class ReadRules {
  private static final Log<?> LOG = Logs.REPORTS_DETECTED;
  private static final Log<?> ENDED = Logs.REPORTS_ENDED;
  private static final CommitPosition END = CommitPosition.of(Long.MAX_VALUE);

  private ReadRules() {}

  static List<StoreRule> all() {
    return List.of(
        StoreRule.of(
            20, "Positions are 1, 2, 3, ... across all logs and runs", ReadRules::positions),
        StoreRule.of(
            21, "Rows are read in the order in which they were appended", ReadRules::order),
        StoreRule.of(
            22, "A read begins after the one position and ends with the other", ReadRules::bounds),
        StoreRule.of(
            23,
            "The newest version as of a position is the one that stood then",
            ReadRules::latest),
        StoreRule.of(
            24, "Counts and row numbers are per log and run, as of a position", ReadRules::counts),
        StoreRule.of(25, "Rows come back byte for byte", ReadRules::bytes),
        StoreRule.of(26, "What a reader throws ends the read and comes through", ReadRules::thrown),
        StoreRule.of(
            27,
            "The time of a commit is what the clock said",
            ReadRules::times,
            StoreCapability.TAKES_A_CLOCK));
  }

  private static void positions(Bench bench) {
    LogStore store = bench.store();
    Expect.same("the newest position of an empty store", store.head(), CommitPosition.START);
    long expected = 0;
    for (Commit commit : Story.COMMITS) {
      expected++;
      CommitPosition next = CommitPosition.of(expected);
      Expect.same("the position of commit " + expected, store.append(commit).position(), next);
      Expect.same("the newest position after commit " + expected, store.head(), next);
      for (Log<?> log : Answers.LOGS) {
        for (RunId run : Answers.RUNS) {
          long at = expected;
          store.read(
              log,
              run,
              CommitPosition.of(at - 1),
              END,
              row -> Expect.same("the position of " + row, row.position().value(), at));
        }
      }
    }
  }

  private static void order(Bench bench) {
    LogStore store = bench.store();
    store.append(
        Commit.of(
            List.of(
                slice(LOG, row("d", 'x'), row("b", 'x')),
                slice(ENDED, row(ENDED, MAIN, "b", 'x')),
                slice(LOG, row("c", 'x')))));
    store.append(commit(row("a", 'x'), row("d", 'y')));

    Expect.same(
        "the rows in order",
        names(store, CommitPosition.START, END),
        List.of("d", "b", "c", "a", "d"));
  }

  private static void bounds(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));
    store.append(commit(row("b", 'x'), row("c", 'x')));
    store.append(commit(row("d", 'x')));

    between(store, 1, 2, "b", "c");
    between(store, 0, 1, "a");
    between(store, 2, 3, "d");
    between(store, 1, 1);
    between(store, 2, 1);
    between(store, 0, Long.MAX_VALUE, "a", "b", "c", "d");
    between(store, 3, Long.MAX_VALUE);
  }

  private static void between(LogStore store, long after, long to, String... expected) {
    Expect.same(
        "the rows after position " + after + " up to " + to,
        names(store, CommitPosition.of(after), CommitPosition.of(to)),
        List.of(expected));
  }

  private static List<String> names(LogStore store, CommitPosition after, CommitPosition to) {
    List<String> names = new ArrayList<>();
    store.read(LOG, MAIN, after, to, row -> names.add(StoreRows.name(row)));
    return names;
  }

  private static void latest(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));
    store.append(commit(row("b", 'x')));
    store.append(commit(row("a", 'y')));

    latestIs(store, 0, "");
    latestIs(store, 1, "a 1 x");
    latestIs(store, 2, "a 1 x b 1 x");
    latestIs(store, 3, "a 2 y b 1 x");
    latestIs(store, Long.MAX_VALUE, "a 2 y b 1 x");
  }

  private static void latestIs(LogStore store, long asOf, String expected) {
    List<String> keys = List.of("a", "b", "z").stream().map(k -> StoreRows.key(MAIN, k)).toList();
    Map<String, StoredRow> found = store.latest(LOG, keys, CommitPosition.of(asOf));
    List<String> texts = new ArrayList<>();
    for (String key : keys) {
      StoredRow row = found.get(key);
      if (row != null) {
        texts.add(StoreRows.name(row) + " " + row.version() + " " + StoreRows.content(row));
      }
    }
    Expect.same("the newest versions as of position " + asOf, String.join(" ", texts), expected);
    Expect.same("how many keys were found as of " + asOf, found.size(), texts.size());
  }

  private static void counts(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));
    store.append(Commit.of(List.of(slice(LOG, row(LOG, OTHER, "a", 'x'), row("b", 'x')))));
    store.append(commit(row("a", 'x'), row("a", 'y')));

    countIs(store, MAIN, 0, 0);
    countIs(store, MAIN, 1, 1);
    countIs(store, OTHER, 1, 0);
    countIs(store, MAIN, 2, 2);
    countIs(store, OTHER, 2, 1);
    countIs(store, MAIN, Long.MAX_VALUE, 3);
    Expect.same("rows of an empty log", store.count(Logs.EVENTS, MAIN, END), 0L);
    Expect.same("the row numbers of run main", numbers(store, MAIN), List.of(1L, 2L, 3L));
    Expect.same("the row numbers of run other", numbers(store, OTHER), List.of(1L));
    Expect.same("the runs, by name", store.runs(), List.of(MAIN, OTHER));
  }

  private static void countIs(LogStore store, RunId run, long asOf, long expected) {
    Expect.same(
        "the number of rows of run " + run + " as of position " + asOf,
        store.count(LOG, run, CommitPosition.of(asOf)),
        expected);
  }

  private static List<Long> numbers(LogStore store, RunId run) {
    List<Long> numbers = new ArrayList<>();
    store.read(LOG, run, CommitPosition.START, END, row -> numbers.add(row.rowNumber()));
    return numbers;
  }

  private static void bytes(Bench bench) {
    LogStore store = bench.store();
    String notes = "\u00e9\u4e2d\ud83d\ude00 \\\" \\n \\u0000 " + "long ".repeat(5_000);
    String json =
        "{\"run_id\":\"main\",\"written_at\":\"1970-01-01T00:00:00Z\",\"version\":1,"
            + "\"report_id\":\"a\",\"notes\":\""
            + notes
            + "\"}";
    LogRow row = LogRow.of(LOG, json.getBytes(StandardCharsets.UTF_8));
    store.append(commit(row));

    store.read(
        LOG,
        MAIN,
        CommitPosition.START,
        END,
        found ->
            Expect.that(
                found.text().equals(json),
                () -> "a row of " + json.length() + " characters came back as " + found.text()));
    Expect.same("the number of rows", store.count(LOG, MAIN, END), 1L);
  }

  private static void thrown(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x'), row("b", 'x')));
    List<String> seen = new ArrayList<>();
    try {
      store.read(
          LOG,
          MAIN,
          CommitPosition.START,
          END,
          row -> {
            seen.add(StoreRows.name(row));
            throw new NoSuchElementException("enough");
          });
      throw new AssertionError("what a reader threw was swallowed");
    } catch (NoSuchElementException e) {
      Expect.same("the rows given to a reader that had enough", seen, List.of("a"));
    }
    Expect.same("the rows afterwards", names(store, CommitPosition.START, END).size(), 2);
  }

  private static void times(Bench bench) {
    Deque<Instant> times = new ArrayDeque<>(List.of(Instant.EPOCH, Instant.MAX));
    LogStore store = bench.closing(bench.place(times::remove).open());
    store.append(commit(row("a", 'x')));
    store.append(commit(row("a", 'y')));
    timeIs(store, CommitPosition.START, null);
    timeIs(store, CommitPosition.of(1), Instant.EPOCH);
    timeIs(store, CommitPosition.of(2), Instant.MAX);
    timeIs(store, END, null);
  }

  static void timeIs(LogStore store, CommitPosition at, @Nullable Instant expected) {
    Expect.same("the time of commit " + at, store.committedAt(at).orElse(null), expected);
  }
}
