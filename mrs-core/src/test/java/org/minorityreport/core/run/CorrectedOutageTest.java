package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.core.run.FaultyInputs.Fault;
import org.minorityreport.core.run.OutageWorld.Stage;

/**
 * The law of spec 4.9 where an outage lies between the first tick that saw a corrected step and the
 * newest: what stands equals a run over the present data with the same outage.
 */
class CorrectedOutageTest {
  private static final int NEVER = 99;

  /**
   * A correction: the heatwave begins at another hour at a store.
   *
   * @param hour the first tick that knows
   */
  private record Correction(String store, int onset, int hour) {}

  @TestFactory
  Stream<DynamicTest> correctionAcrossAnOutage_leavesWhatAFreshRunWouldSay() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Stage stage : List.of(Stage.CLUSTERING, Stage.ATTRIBUTION, Stage.COHORTING)) {
      for (int[] out : List.of(new int[] {21, 22})) {
        for (Correction correction : corrections(out[1])) {
          for (boolean afresh : new boolean[] {false, true}) {
            String name =
                stage
                    + " down from "
                    + out[0]
                    + " to "
                    + out[1]
                    + ", "
                    + correction
                    + (afresh ? ", found by a new process" : "");
            tests.add(
                DynamicTest.dynamicTest(
                    name, () -> check(stage, out[0], out[1], correction, afresh)));
          }
        }
      }
    }
    return tests.stream();
  }

  /** A series that was away and is back as it was is no correction, also at the second attempt. */
  @Test
  void commitFails_whenALostSeriesIsBack_theNextOneKnowsThatItWasAway() {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(9, 12);
      world.inputs.wrong(Fault.SERIES_GONE);
      world.ticks(13, 14);
      world.up();
      world.logs.failNext(1);
      assertThatThrownBy(() -> world.tick(15)).isInstanceOf(LogStoreException.class);

      TickReport report = world.tick(15);

      assertThat(report.corrected()).isEmpty();
      assertThat(report.tooOld()).isEmpty();
    }
  }

  private static List<Correction> corrections(int end) {
    return List.of(
        new Correction("S1", NEVER, end + 1), // with the tick that catches up
        new Correction("S1", 12, end + 2), // once all is caught up
        new Correction("S3", 10, end + 1),
        new Correction("S3", 12, end + 3),
        new Correction("S2", NEVER, end + 2));
  }

  private static void check(Stage stage, int from, int to, Correction correction, boolean afresh) {
    try (OutageWorld world = new OutageWorld();
        OutageWorld fresh = new OutageWorld()) {
      fresh.correct(correction.store(), OutageWorld.at(correction.onset()));
      for (int hour = 9; hour <= 26; hour++) {
        for (OutageWorld each : List.of(world, fresh)) {
          each.up();
          if (hour >= from && hour <= to) {
            each.stageDown(stage);
          }
        }
        if (hour == correction.hour()) {
          world.correct(correction.store(), OutageWorld.at(correction.onset()));
          if (afresh) {
            world.restart();
          }
        }
        world.ticks(hour, hour);
        fresh.ticks(hour, hour);
      }
      assertThat(Standing.differences(world, fresh)).isEmpty();
    }
  }
}
