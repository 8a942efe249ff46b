package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ModelCalls;

/**
 * Models that rest (spec 5.5), seen in the logs. Law: it follows from the calls of earlier ticks
 * alone, so that restarts, ticks run again and back-fills write the same rows.
 */
class RestingTest {
  private static final int FROM = 8;
  private static final int TO = 26;
  private static final Set<ModelRole> OF_DETECTION =
      EnumSet.of(ModelRole.BASELINE, ModelRole.CLASSIFIER);

  @Test
  void tick_afterThreeFailedTicks_asksTheFallbackOnlyForTenTicks() {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(5, 7);
      world.primaryDown(ModelRole.BASELINE);
      world.ticks(8, 10);
      world.up();
      world.ticks(11, 21);

      assertThat(primaryCalls(world, 10)).contains("0/3");
      for (int hour = 11; hour <= 20; hour++) {
        assertThat(primaryCalls(world, hour)).describedAs("hour %s", hour).isEmpty();
        assertThat(world.stageRun("detection", hour).degradedReasons())
            .contains("BASELINE_fallback");
      }
      assertThat(primaryCalls(world, 21)).contains("3/0");
    }
  }

  /** A model that is back while it rests, and fails again when it is asked. */
  @ParameterizedTest
  @EnumSource(ModelRole.class)
  void tick_newProcessAtAnyTick_writesTheRowsOfTheOldOne(ModelRole role) {
    try (OutageWorld old = new OutageWorld();
        OutageWorld restarted = new OutageWorld()) {
      run(old, role, false);
      run(restarted, role, true);

      assertThat(standing(restarted)).isEqualTo(standing(old));
    }
  }

  @ParameterizedTest
  @EnumSource(ModelRole.class)
  void rerun_ofTicksAtWhichAModelRested_appendsNothing(ModelRole role) {
    try (OutageWorld world = new OutageWorld()) {
      run(world, role, false);
      Map<String, String> before = standing(world);
      world.rerun(5);
      world.restart();
      world.rerun(12);

      assertThat(standing(world)).isEqualTo(before);
    }
  }

  @Test
  void ticks_inOneBackFill_writeTheRowsOfTicksOneByOne() {
    try (OutageWorld one = new OutageWorld();
        OutageWorld many = new OutageWorld()) {
      one.primaryDown(ModelRole.CLASSIFIER);
      many.primaryDown(ModelRole.CLASSIFIER);
      one.ticks(FROM, TO);
      many.backFill(IntStream.rangeClosed(FROM, TO).mapToObj(OutageWorld::at).toList());

      assertThat(standing(many)).isEqualTo(standing(one));
    }
  }

  @Test
  void heal_fromTheFirstFailedTick_asksTheModelAtAllTicks() {
    try (OutageWorld world = new OutageWorld()) {
      run(world, ModelRole.BASELINE, false);
      world.heal(FROM);

      for (int hour = FROM; hour <= TO; hour++) {
        assertThat(primaryCalls(world, hour)).describedAs("hour %s", hour).contains("3/0");
      }
    }
  }

  private static void run(OutageWorld world, ModelRole role, boolean restarting) {
    world.ticks(5, 7);
    for (int hour = FROM; hour <= TO; hour++) {
      if (hour == 8 || hour == 12) {
        world.primaryDown(role);
      }
      if (hour == 11 || hour == 16) {
        world.up();
      }
      // A new process has to ask the models of detection what it no longer remembers.
      boolean isOut = hour < 11 || (hour >= 12 && hour < 16);
      if (restarting && !(isOut && OF_DETECTION.contains(role))) {
        world.restart();
      }
      world.tick(hour);
    }
  }

  private static Optional<String> primaryCalls(OutageWorld world, int hour) {
    return world.rows(Logs.STAGE_RUNS, hour).stream()
        .filter(row -> row.stage().equals("detection"))
        .reduce((one, other) -> other)
        .orElseThrow()
        .calls()
        .stream()
        .filter(c -> c.role().equals("baseline") && c.route().equals("primary"))
        .map(RestingTest::text)
        .findFirst();
  }

  private static String text(ModelCalls calls) {
    return calls.ok() + "/" + calls.failed();
  }

  /** The newest version of every row that ticks write, by key. */
  private static Map<String, String> standing(OutageWorld world) {
    Map<String, String> rows = new TreeMap<>();
    for (Log<?> log : Logs.all()) {
      if (log == Logs.RUNS || log == Logs.SETTINGS || log == Logs.MODEL_REGISTRY) {
        continue;
      }
      world.logs.read(
          log,
          OutageWorld.RUN,
          CommitPosition.START,
          world.logs.head(),
          row -> rows.put(log + " " + row.key(), new String(row.json(), UTF_8)));
    }
    return rows;
  }
}
