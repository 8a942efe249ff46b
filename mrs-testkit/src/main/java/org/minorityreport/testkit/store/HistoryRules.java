package org.minorityreport.testkit.store;

import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStores;

/** Any history of appends, compared with the store in memory. */
final class HistoryRules {
  private static final int TRIES = 120;

  /** Fewer where each commit waits for a disk that is not ours. */
  private static final int SLOW_TRIES = 25;

  private HistoryRules() {}

  static List<StoreRule> all() {
    return List.of(
        StoreRule.of(
            50,
            "Any history of appends and openings says what the store in memory says",
            HistoryRules::anyHistory),
        StoreRule.of(
            51,
            "Commits that are appended together come to what they come to one by one, and one that"
                + " is refused takes back none before it",
            HistoryRules::together));
  }

  private static void together(Bench bench) {
    for (int seed = 0; seed < SLOW_TRIES; seed++) {
      List<Commit> commits =
          History.random(seed).steps().stream().map(History.Step::commit).toList();
      LogStore store = bench.store();
      LogStore twin = bench.closing(LogStores.inMemory());
      for (int done = 0; done < commits.size(); ) {
        List<AppendResult> expected = new ArrayList<>();
        boolean refused = false;
        for (int i = done; i < commits.size() && !refused; i++) {
          try {
            expected.add(twin.append(commits.get(i)));
          } catch (LogStoreException e) {
            refused = true;
          }
        }
        String what =
            "what became of the commits from " + done + " on, appended together, seed " + seed;
        Expect.same(
            what,
            together(store, commits.subList(done, commits.size())),
            refused ? "refused" : expected);
        Answers.same(store, Answers.of(twin), "after commits appended together, seed " + seed);
        done += expected.size() + 1;
      }
      bench.clear();
    }
  }

  private static Object together(LogStore store, List<Commit> commits) {
    try {
      return store.appendAll(commits);
    } catch (LogStoreException e) {
      return "refused";
    }
  }

  private static void anyHistory(Bench bench) {
    boolean slow =
        bench.claims(StoreCapability.LASTS) && !bench.claims(StoreCapability.TAKES_A_DISK);
    for (int seed = 0; seed < (slow ? SLOW_TRIES : TRIES); seed++) {
      History history = History.random(seed);
      if (!failure(bench, history).isEmpty()) {
        History shortest = history.shrunk(shorter -> !failure(bench, shorter).isEmpty());
        throw new AssertionError(
            failure(bench, shortest)
                + "; the shortest history that shows it (from seed "
                + seed
                + "): "
                + shortest);
      }
    }
  }

  /** What goes wrong, empty if nothing does. */
  private static String failure(Bench bench, History history) {
    try {
      tell(bench, history);
      return "";
    } catch (AssertionError e) {
      return String.valueOf(e.getMessage());
    } catch (RuntimeException e) {
      return "the store threw " + e;
    } finally {
      bench.clear();
    }
  }

  private static void tell(Bench bench, History history) {
    StorePlace place = bench.place();
    LogStore twin = bench.closing(LogStores.inMemory());
    LogStore store = bench.closing(place.open());
    int number = 0;
    for (History.Step step : history.steps()) {
      number++;
      if (step.reopen() && bench.claims(StoreCapability.LASTS)) {
        store.close();
        store = bench.closing(place.open());
      }
      Expect.same("what became of append " + number, result(store, step), result(twin, step));
    }
    Answers.same(store, Answers.of(twin), "after the last append");
  }

  /** Refusals are compared as well, but for their words. */
  private static Object result(LogStore store, History.Step step) {
    try {
      AppendResult result = store.append(step.commit());
      return result;
    } catch (LogStoreException e) {
      return "refused";
    }
  }
}
