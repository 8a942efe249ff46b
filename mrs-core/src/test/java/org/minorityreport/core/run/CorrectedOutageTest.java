package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.run.OutageWorld.Stage;

/**
 * The law of spec 4.9 where an outage lies between the first tick that saw a corrected step and the
 * newest: what stands equals a run over the present data with the same outage.
 */
class CorrectedOutageTest {
  private static final Set<Log<?>> OF_THE_LAW = new HashSet<>(StandingRows.OF_STAGES);
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
      for (int[] out : List.of(new int[] {13, 14}, new int[] {21, 22})) {
        for (Correction correction : corrections(out[1])) {
          for (boolean afresh : new boolean[] {false, true}) {
            String name =
                stage + " down from " + out[0] + " to " + out[1] + ", " + correction
                    + (afresh ? ", found by a new process" : "");
            tests.add(
                DynamicTest.dynamicTest(name, () -> check(stage, out[0], out[1], correction, afresh)));
          }
        }
      }
    }
    return tests.stream();
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
      SortedMap<String, String> expected = standing(fresh);
      SortedMap<String, String> actual = standing(world);
      Set<String> keys = new TreeSet<>(expected.keySet());
      keys.addAll(actual.keySet());
      keys.removeIf(key -> String.valueOf(actual.get(key)).equals(expected.get(key)));
      assertThat(keys.stream().limit(3).map(k -> k + "\n" + actual.get(k) + "\n" + expected.get(k)))
          .as("%s differ", keys.size())
          .isEmpty();
    }
  }

  /** Content by log and key of what stands, with the exceptions of spec 4.9. */
  private static SortedMap<String, String> standing(OutageWorld world) {
    SortedMap<String, StoredRow> newest = new TreeMap<>();
    for (Log<?> log : Logs.all()) {
      if (OF_THE_LAW.contains(log)) {
        world.logs.read(
            log,
            OutageWorld.RUN,
            CommitPosition.START,
            world.logs.head(),
            row -> newest.put(log.wireName() + row.key(), row));
      }
    }
    SortedMap<String, String> standing = new TreeMap<>();
    newest.forEach(
        (key, row) -> {
          if (!row.isRetracted() && !row.text().contains("\"data_correction\"")) {
            SortedMap<String, Object> fields = new TreeMap<>(CanonicalJson.fields(row.json()));
            fields.remove("version");
            standing.put(key, fields.toString());
          }
        });
    return standing;
  }
}
