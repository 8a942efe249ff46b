package org.minorityreport.testkit.store;

import static org.minorityreport.testkit.store.StoreRows.MAIN;
import static org.minorityreport.testkit.store.StoreRows.commit;
import static org.minorityreport.testkit.store.StoreRows.row;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;

/** Closing and opening again, and who may have a store open. */
final class LastingRules {
  private LastingRules() {}

  static List<StoreRule> all() {
    return List.of(
        StoreRule.of(
            40,
            "What was acknowledged is there, unchanged, after closing and opening again",
            LastingRules::lasts,
            StoreCapability.LASTS),
        StoreRule.of(
            41,
            "Versions, duplicates and guards go on after opening again",
            LastingRules::goesOn,
            StoreCapability.LASTS),
        StoreRule.of(
            42,
            "A second writer is refused, the first goes on, and the next gets the store",
            LastingRules::oneWriter,
            StoreCapability.HAS_ONE_WRITER),
        StoreRule.of(
            43,
            "A reader does not keep a writer out",
            LastingRules::readerFirst,
            StoreCapability.LASTS,
            StoreCapability.IS_READ_ELSEWHERE),
        StoreRule.of(
            44,
            "A sound store is found sound, open and closed",
            LastingRules::sound,
            StoreCapability.VERIFIES),
        StoreRule.of(
            45,
            "The time of a commit stays when the store is opened again",
            LastingRules::timesStay,
            StoreCapability.LASTS,
            StoreCapability.TAKES_A_CLOCK));
  }

  private static void lasts(Bench bench) {
    for (int i = 0; i <= Story.LENGTH; i++) {
      StorePlace place = bench.place();
      try (LogStore store = place.open()) {
        Story.COMMITS.subList(0, i).forEach(store::append);
      }
      try (LogStore store = place.open()) {
        Story.assertTold(store, i, "after closing and opening again");
      }
    }
  }

  private static void goesOn(Bench bench) {
    StorePlace place = bench.place();
    try (LogStore store = place.open()) {
      store.append(commit(row("a", 'x'), row("b", 'x')));
      store.append(commit(row("a", 'y')));
    }
    try (LogStore store = place.open()) {
      Expect.same(
          "how many rows said before are duplicates after opening again",
          store.append(commit(row("a", 'y'), row("b", 'x'))).duplicates(),
          2L);
      Expect.refused(
          "after opening again, a commit guarded against rows about a since position 1",
          () ->
              store.append(
                  commit(row("c", 'x')).ifNothingAbout(MAIN, Set.of("a"), CommitPosition.of(1))),
          "a changed at position 2");
      store.append(commit(row("a", 'x'), row("b", 'z')));
      VersionRules.holds(store, "a 1 x", "b 1 x", "a 2 y", "a 3 x", "b 2 z");
    }
  }

  private static void oneWriter(Bench bench) {
    StorePlace place = bench.place();
    LogStore first = bench.closing(place.open());
    first.append(Story.COMMITS.get(0));
    for (int i = 0; i < 2; i++) {
      Expect.refused(
          "a second writer while the first has the store open", () -> bench.closing(place.open()));
    }
    Story.tell(first, 1);
    Story.assertTold(first, Story.LENGTH, "after a second writer was refused");
    first.close();
    Answers.orFail(place::open, "when the first writer has closed the store").close();
  }

  private static void readerFirst(Bench bench) {
    StorePlace place = bench.place();
    place.open().close();
    LogStore reader = bench.closing(place.openForReading());
    LogStore store = bench.closing(Answers.orFail(place::open, "while a reader is open"));
    Story.tell(store, 0);
    store.close();
    Story.assertTold(reader, Story.LENGTH, "for a reader when the writer is gone");
  }

  private static void timesStay(Bench bench) {
    Deque<Instant> times = new ArrayDeque<>(List.of(Instant.EPOCH, Instant.MAX));
    StorePlace place = bench.place(times::remove);
    try (LogStore store = place.open()) {
      store.append(Story.COMMITS.get(0));
      store.append(Story.COMMITS.get(1));
    }
    LogStore again = bench.closing(place.open());
    ReadRules.timeIs(again, CommitPosition.of(1), Instant.EPOCH);
    ReadRules.timeIs(again, CommitPosition.of(2), Instant.MAX);
  }

  private static void sound(Bench bench) {
    StorePlace place = bench.place();
    LogStore store = bench.closing(place.open());
    Expect.same("faults of an empty store", place.verify(), List.of());
    Story.tell(store, 0);
    Expect.same("faults of a sound store that is open", place.verify(), List.of());
    store.close();
    Expect.same("faults of a sound store that is closed", place.verify(), List.of());
  }
}
