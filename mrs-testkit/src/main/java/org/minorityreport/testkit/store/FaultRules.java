package org.minorityreport.testkit.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** The story on a disk that fails at its first, second, ... call. */
final class FaultRules {
  /** After how many bytes a write is torn: within and at the borders of whatever is written. */
  private static final List<Integer> TEARS = List.of(1, 8, 17, 18, 60, 130, 400, Integer.MAX_VALUE);

  private FaultRules() {}

  /** What is looked at when a call failed. */
  interface Each {
    void at(int call, Trial trial);
  }

  static List<StoreRule> all() {
    return List.of(
        rule(
            60,
            "Whatever call to the disk fails, no acknowledged commit is lost and none is half there",
            FaultRules::failing),
        rule(
            61,
            "A full disk refuses commits and loses none; with space the store goes on",
            FaultRules::full),
        rule(
            62,
            "A disk that turns read-only refuses commits and loses none; what was told can be read",
            FaultRules::readOnly),
        rule(
            63,
            "Whenever the process ends, no acknowledged commit is lost and none is half there",
            FaultRules::stopping),
        rule(
            64,
            "Wherever a write is torn, no acknowledged commit is lost and none is half there",
            FaultRules::tearing),
        rule(65, "An opening that is cut short loses nothing either", FaultRules::opening));
  }

  static StoreRule rule(int number, String intent, StoreRule.Check check) {
    return StoreRule.of(number, intent, check, StoreCapability.LASTS, StoreCapability.TAKES_A_DISK);
  }

  /** Each call in turn, until the whole story is told without failure. */
  static void everyCall(Bench bench, IntFunction<FaultyDisk> disks, Each each) {
    int call = 1;
    Trial trial = Trial.on(bench, disks.apply(call));
    Expect.that(
        trial.disk().calls() > 0, () -> "no call is made to the disk: decline TAKES_A_DISK");
    while (trial.failed()) {
      each.at(call, trial);
      call++;
      trial = Trial.on(bench, disks.apply(call));
    }
  }

  private static void failing(Bench bench) {
    everyCall(
        bench,
        call -> new FaultyDisk().failAt(call),
        (call, trial) ->
            trial.holdsOn(trial.disk().restarted(), "after " + trial.failure() + " failed"));
  }

  private static void full(Bench bench) {
    everyCall(
        bench,
        call -> new FaultyDisk().fullFrom(call).tearing(20),
        (call, trial) ->
            trial.holdsOn(
                trial.disk().restarted(),
                "after the disk was full from " + trial.failure() + " on"));
  }

  private static void readOnly(Bench bench) {
    everyCall(
        bench,
        call -> new FaultyDisk().readOnlyFrom(call),
        (call, trial) -> {
          String event = "after the disk turned read-only at " + trial.failure();
          bench.clear();
          assertReadOnly(bench, trial, event);
          trial.holdsOn(trial.disk().restarted(), event + " and writable again");
        });
  }

  private static void assertReadOnly(Bench bench, Trial trial, String event) {
    StorePlace place = bench.place(trial.disk().restarted().readOnlyFrom(1));
    if (trial.acknowledged() > 0 && bench.claims(StoreCapability.IS_READ_ELSEWHERE)) {
      LogStore reader = bench.closing(Answers.orFail(place::openForReading, "reading " + event));
      Answers.same(reader, Story.after((int) reader.head().value()), "read " + event);
      Expect.that(
          reader.head().value() >= trial.acknowledged(),
          () -> "commit " + trial.acknowledged() + " was acknowledged and is not read " + event);
    }
    try (LogStore store = place.open()) {
      store.append(Story.COMMITS.get(0));
      Story.tell(store, store.head().value());
    } catch (LogStoreException e) {
      return;
    }
    Expect.that(
        trial.acknowledged() == Story.LENGTH,
        () -> "a commit is accepted " + event + ", although nothing can be written");
  }

  private static void stopping(Bench bench) {
    everyCall(
        bench,
        call -> new FaultyDisk().stopAt(call),
        (call, trial) ->
            trial.holdsOn(
                trial.disk().restarted(), "after the process ended at " + trial.failure()));
  }

  private static void tearing(Bench bench) {
    for (int call : writes(bench)) {
      for (int bytes : TEARS) {
        Trial trial = Trial.on(bench, new FaultyDisk().stopAt(call).tearing(bytes));
        trial.holdsOn(
            trial.disk().restarted(),
            "after the process ended at " + trial.failure() + " torn after " + bytes);
      }
    }
  }

  /** The calls that are writes. */
  private static List<Integer> writes(Bench bench) {
    List<Integer> writes = new ArrayList<>();
    everyCall(
        bench,
        call -> new FaultyDisk().stopAt(call),
        (call, trial) -> {
          if (trial.failure().contains("write of")) {
            writes.add(call);
          }
        });
    return writes;
  }

  /** The last writes of the story are torn; then the opening is cut short at each of its calls. */
  private static void opening(Bench bench) {
    List<Integer> writes = writes(bench);
    for (int write : writes.subList(Math.max(0, writes.size() - 2), writes.size())) {
      Trial torn = Trial.on(bench, new FaultyDisk().stopAt(write).tearing(40));
      Map<Path, byte[]> files = torn.disk().files();
      boolean cut = true;
      for (int call = 1; cut; call++) {
        bench.clear();
        FaultyDisk disk = FaultyDisk.of(files).stopAt(call).tearing(7);
        StorePlace place = bench.place(disk);
        try {
          bench.closing(place.open());
          cut = !disk.firstFailure().isEmpty();
        } catch (LogStoreException e) {
          cut = true;
        }
        torn.holdsOn(
            disk.restarted(),
            "after " + torn.failure() + " was torn and then the opening at " + disk.firstFailure());
      }
    }
  }
}
