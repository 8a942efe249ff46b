package org.minorityreport.testkit.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;
import org.minorityreport.testkit.store.disk.PowerLoss;

/** The story told on a disk with a fault, and what must hold afterwards. */
final class Trial {
  private final Bench bench;
  private final FaultyDisk disk;
  private int acknowledged;

  /** How many commits were handed in last. */
  private int underWay = 1;

  private Trial(Bench bench, FaultyDisk disk) {
    this.bench = bench;
    this.disk = disk;
  }

  /**
   * Tells the story until something fails, the store being closed and opened in the middle: the
   * first half commit by commit, the second in one piece.
   */
  static Trial on(Bench bench, FaultyDisk disk) {
    bench.clear();
    Trial trial = new Trial(bench, disk);
    StorePlace place = bench.place(disk);
    boolean works = trial.tell(place, Story.LENGTH / 2);
    if (works) {
      trial.tell(place, Story.LENGTH);
    }
    return trial;
  }

  private boolean tell(StorePlace place, int end) {
    try (LogStore store = bench.closing(place.open())) {
      while (acknowledged < end) {
        append(store, acknowledged + (end - acknowledged > 1 && end == Story.LENGTH ? 2 : 1));
      }
      return true;
    } catch (LogStoreException e) {
      return false;
    } catch (RuntimeException e) {
      throw new AssertionError(
          disk.firstFailure() + " failed, and the store threw " + e + " instead of saying so", e);
    }
  }

  private void append(LogStore store, int end) {
    underWay = end - acknowledged;
    try {
      store.appendAll(Story.COMMITS.subList(acknowledged, end));
      acknowledged = end;
    } catch (LogStoreException e) {
      assertAbsentAndPoisoned(store);
      throw e;
    }
  }

  /** What was refused is not seen, and after a failed force nothing more is taken. */
  private void assertAbsentAndPoisoned(LogStore store) {
    int number = acknowledged + 1;
    String where = disk.firstFailure() + " failed, commit " + number + " was refused";
    Expect.that(
        store.head().value() >= acknowledged && store.head().value() < acknowledged + underWay,
        () -> where + " and is read all the same: the newest position is " + store.head());
    if (disk.firstFailure().contains("force of")) {
      try {
        store.append(Story.COMMITS.get(acknowledged));
      } catch (LogStoreException e) {
        return;
      }
      throw new AssertionError(
          where
              + ", and then the store took it without being opened again: after a failed force the"
              + " disk may have dropped what it says it holds");
    }
  }

  FaultyDisk disk() {
    return disk;
  }

  /** How many commits were acknowledged. */
  int acknowledged() {
    return acknowledged;
  }

  /** The call that failed first, in words. */
  String failure() {
    return disk.firstFailure();
  }

  /** Whether the fault was met. */
  boolean failed() {
    return !disk.firstFailure().isEmpty();
  }

  /** Every acknowledged commit is there, none is half there, and the store goes on. */
  void holdsOn(FaultyDisk left, String event) {
    bench.clear();
    StorePlace place = bench.place(left);
    LogStore store = open(place, event);
    long found = store.head().value();
    Story.assertKept(store, acknowledged, event);
    Expect.that(
        found <= Math.min(acknowledged + underWay, Story.LENGTH),
        () -> "commit " + found + " is there " + event + ", but was never appended");
    assertWhole(store, event);
    Answers.same(store, Story.after((int) found), event);
    assertSound(place, event);
    Answers.orFail(
        () -> {
          Story.tell(store, found);
          return true;
        },
        "going on " + event);
    store.close();
    assertComplete(place, "when the store had gone on " + event);
  }

  /** The same, and then the power is lost. */
  void holdsOnAndStays(FaultyDisk left, String event) {
    holdsOn(left, event);
    bench.clear();
    assertComplete(
        bench.place(left.afterPowerLoss(PowerLoss.KEEPS_NOTHING, 0)),
        "when the store had gone on " + event + " and lost its power at the end");
  }

  private LogStore open(StorePlace place, String event) {
    return bench.closing(Answers.orFail(place::open, "opening again " + event));
  }

  private void assertComplete(StorePlace place, String event) {
    LogStore store = open(place, event);
    Story.assertTold(store, Story.LENGTH, event);
    assertSound(place, event);
    store.close();
  }

  private void assertSound(StorePlace place, String event) {
    if (bench.claims(StoreCapability.VERIFIES)) {
      Expect.same(
          "faults that verify finds " + event,
          Answers.orFail(place::verify, "verify " + event),
          List.of());
    }
  }

  /** No commit is there in part; this is said before anything else is compared. */
  private static void assertWhole(LogStore store, String event) {
    for (int commit = 1; commit <= Story.LENGTH; commit++) {
      List<String> expected = rowsOf(null, commit);
      List<String> found = rowsOf(store, commit);
      int number = commit;
      Expect.that(
          found.isEmpty() || found.equals(expected),
          () ->
              "commit "
                  + number
                  + " is half there "
                  + event
                  + ": "
                  + Answers.shortened(found.toString())
                  + " of "
                  + Answers.shortened(expected.toString()));
    }
  }

  /** The rows that a store, or the story, has of a commit. */
  private static List<String> rowsOf(@Nullable LogStore store, int commit) {
    List<String> rows = new ArrayList<>();
    for (Log<?> log : Answers.LOGS) {
      for (RunId run : Answers.RUNS) {
        Answers.Question question = Answers.rowsBetween(log, run, commit - 1, commit);
        String answer =
            store == null
                ? Story.after(Story.LENGTH).answer(question.text())
                : question.ask().apply(store);
        if (!answer.equals("[]")) {
          rows.add(answer);
        }
      }
    }
    return rows;
  }
}
