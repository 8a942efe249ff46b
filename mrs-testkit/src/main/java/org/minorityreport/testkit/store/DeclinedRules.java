package org.minorityreport.testkit.store;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** A store that cannot do something does not do it by half. */
final class DeclinedRules {
  private DeclinedRules() {}

  static List<StoreRule> all() {
    return List.of(
        StoreRule.without(
            90,
            StoreCapability.TAKES_A_CLOCK,
            "Without our clock a commit has a time all the same, which stays",
            DeclinedRules::ownClock),
        StoreRule.without(
            91,
            StoreCapability.LASTS,
            "A store that does not last is empty when it is opened again",
            DeclinedRules::forgets),
        StoreRule.without(
            92,
            StoreCapability.HAS_ONE_WRITER,
            "Where a second writer is not refused, the two have nothing in common",
            DeclinedRules::apart),
        StoreRule.without(
            93,
            StoreCapability.IS_READ_ELSEWHERE,
            "A store that is not read elsewhere cannot be opened for reading",
            bench -> absent("openForReading", () -> bench.place().openForReading())),
        StoreRule.without(
            94,
            StoreCapability.VERIFIES,
            "A store that does not verify does not say that it is sound",
            bench -> absent("verify", () -> bench.place().verify())),
        StoreRule.without(
            95,
            StoreCapability.TAKES_A_DISK,
            "A store that does not take our disk makes no call to it; the process kill tries it",
            DeclinedRules::noCalls));
  }

  private static void ownClock(Bench bench) {
    LogStore store = bench.store();
    store.append(Story.COMMITS.get(0));
    Optional<Instant> first = store.committedAt(CommitPosition.of(1));
    store.append(Story.COMMITS.get(1));

    Expect.that(first.isPresent(), () -> "commit 1 has no time");
    Expect.same("the time of commit 1", store.committedAt(CommitPosition.of(1)), first);
    Expect.same(
        "the time of a commit that is not there",
        store.committedAt(CommitPosition.of(3)),
        Optional.empty());
  }

  private static void forgets(Bench bench) {
    StorePlace place = bench.place();
    try (LogStore store = place.open()) {
      store.append(Story.COMMITS.get(0));
    }
    Answers.same(
        bench.closing(place.open()), Story.after(0), "LASTS is declined, and after opening again");
  }

  private static void apart(Bench bench) {
    StorePlace place = bench.place();
    LogStore first = bench.closing(place.open());
    LogStore second;
    try {
      second = bench.closing(place.open());
    } catch (LogStoreException e) {
      throw new AssertionError(
          "HAS_ONE_WRITER is declined, but a second writer is refused: do not decline it", e);
    }
    first.append(Story.COMMITS.get(0));
    Answers.same(second, Story.after(0), "HAS_ONE_WRITER is declined: the second after a commit");
    Story.tell(second, 0);
    Answers.same(first, Story.after(1), "HAS_ONE_WRITER is declined: the first after others");
  }

  private static void absent(String what, Runnable call) {
    try {
      call.run();
    } catch (UnsupportedOperationException e) {
      return;
    }
    throw new AssertionError(what + " works although it is declined: do not decline it");
  }

  private static void noCalls(Bench bench) {
    FaultyDisk disk = new FaultyDisk();
    LogStore store = bench.closing(bench.place(disk).open());
    Story.tell(store, 0);
    store.close();

    Expect.same("calls to a disk that is declined", disk.calls(), 0);
  }
}
