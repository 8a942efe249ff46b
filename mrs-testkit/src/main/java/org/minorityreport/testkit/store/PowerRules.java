package org.minorityreport.testkit.store;

import java.util.List;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;
import org.minorityreport.testkit.store.disk.PowerLoss;

/** The story on a disk that loses its power at each call. */
final class PowerRules {
  private static final int COMBINATIONS = 3;

  private PowerRules() {}

  static List<StoreRule> all() {
    return List.of(
        FaultRules.rule(
            70,
            "Whenever power is lost and all that was not forced with it, no acknowledged commit is"
                + " lost and none is half there",
            bench -> everyCall(bench, PowerLoss.KEEPS_NOTHING, 1)),
        FaultRules.rule(
            71,
            "The same if what was not forced leaves zeros",
            bench -> everyCall(bench, PowerLoss.KEEPS_LENGTHS, 1)),
        FaultRules.rule(
            72,
            "The same if of what was not forced some reached the disk, in any order",
            bench -> everyCall(bench, PowerLoss.KEEPS_SOME, COMBINATIONS)),
        FaultRules.rule(
            73,
            "What a store says after the process ended stays through a later loss of power",
            PowerRules::seenStays),
        FaultRules.rule(
            74,
            "What is acknowledged after a failed force stays through a loss of power",
            PowerRules::failedForce));
  }

  private static void everyCall(Bench bench, PowerLoss loss, int combinations) {
    FaultRules.everyCall(
        bench,
        call -> new FaultyDisk().stopAt(call),
        (call, trial) -> {
          for (int i = 0; i < combinations; i++) {
            long seed = 1000L * call + i;
            trial.holdsOn(
                trial.disk().afterPowerLoss(loss, seed),
                "after the power was lost at " + trial.failure() + ", " + left(loss));
          }
        });
  }

  private static String left(PowerLoss loss) {
    return switch (loss) {
      case KEEPS_NOTHING -> "with all that was not forced";
      case KEEPS_LENGTHS -> "leaving zeros for what was not forced";
      case KEEPS_SOME -> "with some of what was not forced";
    };
  }

  /** A disk whose force failed forgets what it had to write, and says nothing at the next force. */
  private static void failedForce(Bench bench) {
    FaultRules.everyCall(
        bench,
        call -> new FaultyDisk().failAt(call),
        (call, trial) -> {
          if (trial.failure().contains("force of")) {
            trial.holdsOnAndStays(trial.disk().restarted(), "after " + trial.failure() + " failed");
          }
        });
  }

  private static void seenStays(Bench bench) {
    FaultRules.everyCall(
        bench,
        call -> new FaultyDisk().stopAt(call).tearing(Integer.MAX_VALUE),
        (call, trial) -> {
          bench.clear();
          FaultyDisk second = trial.disk().restarted();
          String event = "after the process ended at " + trial.failure();
          LogStore store =
              bench.closing(Answers.orFail(bench.place(second)::open, "opening " + event));
          int seen = (int) store.head().value();
          Answers.same(store, Story.after(seen), event);
          FaultyDisk third = second.afterPowerLoss(PowerLoss.KEEPS_NOTHING, 0);
          LogStore later =
              bench.closing(
                  Answers.orFail(bench.place(third)::open, "and power was lost " + event));
          Expect.same(
              "the newest position " + event + ", a look, and a loss of power",
              later.head().value(),
              (long) seen);
          trial.holdsOn(third, event + ", a look, and a loss of power");
        });
  }
}
