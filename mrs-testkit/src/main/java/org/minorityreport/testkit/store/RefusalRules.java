package org.minorityreport.testkit.store;

import static org.minorityreport.testkit.store.StoreRows.MAIN;
import static org.minorityreport.testkit.store.StoreRows.OTHER;
import static org.minorityreport.testkit.store.StoreRows.commit;
import static org.minorityreport.testkit.store.StoreRows.row;
import static org.minorityreport.testkit.store.StoreRows.slice;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;

/** Commits that are refused, and then whole. */
final class RefusalRules {
  private static final Log<?> LOG = Logs.REPORTS_DETECTED;

  private RefusalRules() {}

  static List<StoreRule> all() {
    return List.of(
        StoreRule.of(
            10,
            "A slice by a writer that its log does not take refuses the commit whole",
            RefusalRules::wrongWriter),
        StoreRule.of(
            11,
            "A row in the slice of another log refuses the commit whole",
            RefusalRules::wrongLog),
        StoreRule.of(
            12,
            "A guarded commit is refused whole, naming the subject, if something came since",
            RefusalRules::guardHolds),
        StoreRule.of(
            13,
            "A guard does not mind other subjects, other runs, duplicates and what came before",
            RefusalRules::guardLetsPass),
        StoreRule.of(
            14, "A closed store refuses; closing it again does nothing", RefusalRules::closed),
        StoreRule.of(
            15,
            "A commit whose clock fails is absent whole",
            RefusalRules::failingClock,
            StoreCapability.TAKES_A_CLOCK));
  }

  private static void wrongWriter(Bench bench) {
    LogStore store = bench.store();
    LogSlice wrong =
        LogSlice.of(Logs.EVENTS, Writer.DETECTION, List.of(row(Logs.EVENTS, MAIN, "e", 'x')));
    Commit commit = Commit.of(List.of(slice(LOG, row("a", 'x')), wrong));

    Expect.refused(
        "a slice of minority_events_log by DETECTION",
        () -> store.append(commit),
        "DETECTION",
        "minority_events_log");
    nothingAppended(store);
    for (Writer writer : Logs.REPORTS_ENDED.writers()) {
      String name = writer.name();
      LogSlice right =
          LogSlice.of(
              Logs.REPORTS_ENDED, writer, List.of(row(Logs.REPORTS_ENDED, MAIN, name, 'x')));
      Expect.same(
          "new rows of minority_event_ended_log by " + writer,
          store.append(Commit.of(List.of(right))).newRows(),
          1L);
    }
  }

  private static void wrongLog(Bench bench) {
    LogStore store = bench.store();
    Commit commit = Commit.of(List.of(slice(LOG, row("a", 'x'), row(Logs.EVENTS, MAIN, "e", 'x'))));

    Expect.refused(
        "a row of minority_events_log in a slice of " + LOG,
        () -> store.append(commit),
        "minority_events_log");
    nothingAppended(store);
  }

  private static void nothingAppended(LogStore store) {
    VersionRules.holds(store);
    Expect.same("the newest position after a refusal", store.head(), CommitPosition.START);
    Expect.same("the runs after a refusal", store.runs(), List.of());
  }

  private static void guardHolds(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));
    store.append(commit(row("b", 'x')));
    Commit guarded =
        commit(row("c", 'x')).ifNothingAbout(MAIN, Set.of("a", "b"), CommitPosition.of(1));

    Expect.refused(
        "a commit guarded against rows about a or b since position 1, after b came at 2",
        () -> store.append(guarded),
        "b changed at position 2");
    VersionRules.holds(store, "a 1 x", "b 1 x");
    Expect.same("the newest position after a refusal", store.head(), CommitPosition.of(2));
  }

  private static void guardLetsPass(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));
    store.append(commit(row("b", 'x')));
    store.append(Commit.of(List.of(slice(LOG, row(LOG, OTHER, "a", 'x')))));
    store.append(commit(row("a", 'x')));

    passes(store, commit(row("a", 'y')), Set.of("a"), CommitPosition.of(1));
    passes(store, commit(row("a", 'z')), Set.of("never"), CommitPosition.START);
  }

  private static void passes(
      LogStore store, Commit commit, Set<String> subjects, CommitPosition seen) {
    Answers.orFail(
        () -> store.append(commit.ifNothingAbout(MAIN, subjects, seen)),
        "nothing came about " + subjects + " since position " + seen);
  }

  private static void closed(Bench bench) {
    LogStore store = bench.store();
    store.append(commit(row("a", 'x')));
    store.close();
    store.close();

    Expect.refused("an append to a closed store", () -> store.append(commit(row("b", 'x'))));
    Expect.refused("a read of a closed store", () -> VersionRules.holds(store, "a 1 x"));
  }

  private static void failingClock(Bench bench) {
    Deque<Instant> times = new ArrayDeque<>(List.of(Instant.EPOCH));
    LogStore store = bench.closing(bench.place(times::remove).open());
    store.append(commit(row("a", 'x')));
    try {
      store.append(commit(row("b", 'x')));
      throw new AssertionError("an append succeeds although the clock fails");
    } catch (NoSuchElementException | LogStoreException e) {
      VersionRules.holds(store, "a 1 x");
    }
    times.add(Instant.MAX);
    store.append(commit(row("c", 'x')));

    VersionRules.holds(store, "a 1 x", "c 1 x");
    Expect.same(
        "the time of commit 2", store.committedAt(CommitPosition.of(2)).orElse(null), Instant.MAX);
  }
}
