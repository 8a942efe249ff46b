package org.minorityreport.testkit.store;

import static org.minorityreport.testkit.store.StoreRows.MAIN;
import static org.minorityreport.testkit.store.StoreRows.OTHER;
import static org.minorityreport.testkit.store.StoreRows.retraction;
import static org.minorityreport.testkit.store.StoreRows.row;
import static org.minorityreport.testkit.store.StoreRows.slice;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;

/** A few commits over several logs and runs, with versions and a retraction. */
final class Story {
  private static final Log<?> OPEN = Logs.REPORTS_DETECTED;
  private static final Log<?> ENDED = Logs.REPORTS_ENDED;

  static final List<Commit> COMMITS =
      List.of(
          commit(slice(OPEN, row("a", 'x')), slice(ENDED, row(ENDED, MAIN, "a", 'x'))),
          commit(slice(OPEN, row("b", 'x'), row(OPEN, OTHER, "a", 'x'), row("a", 'y'))),
          commit(
              slice(OPEN, retraction("a")), slice(Logs.EVENTS, row(Logs.EVENTS, OTHER, "d", 'x'))),
          commit(slice(OPEN, row("a", 'x')), slice(ENDED, row(ENDED, MAIN, "b", 'z'))));

  static final int LENGTH = COMMITS.size();

  private static final List<Answers> ANSWERS =
      IntStream.rangeClosed(0, LENGTH).mapToObj(Story::afterFirst).toList();

  private Story() {}

  private static Commit commit(LogSlice... slices) {
    return Commit.of(List.of(slices));
  }

  private static Answers afterFirst(int commits) {
    try (LogStore twin = LogStores.inMemory()) {
      COMMITS.subList(0, commits).forEach(twin::append);
      return Answers.of(twin);
    }
  }

  /** What a store says after so many commits. */
  static Answers after(int commits) {
    return ANSWERS.get(commits);
  }

  /** Tells the rest, from a number of commits on. */
  static void tell(LogStore store, long from) {
    COMMITS.subList((int) from, LENGTH).forEach(store::append);
  }

  /** That a store says what it should after some commits; a lost one is named first. */
  static void assertTold(LogStore store, long commits, String when) {
    assertKept(store, commits, when);
    Answers.same(store, after((int) commits), when);
  }

  /** That no commit is lost. */
  static void assertKept(LogStore store, long commits, String when) {
    long head = Answers.orFail(store::head, when).value();
    Expect.that(
        head >= commits,
        () ->
            "commit "
                + (head + 1)
                + " was acknowledged and is gone "
                + when
                + "; its rows: "
                + rows(head + 1));
  }

  /** The rows of a commit, from 1, in words. */
  private static String rows(long commit) {
    return COMMITS.get((int) commit - 1).slices().stream()
        .flatMap(slice -> slice.rows().stream())
        .map(Object::toString)
        .collect(Collectors.joining(", "));
  }
}
