package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.core.run.FaultyInputs.Fault;
import org.minorityreport.core.run.OutageWorld.Stage;

/**
 * A process that begins anew during or after an outage goes on as one that never stopped: what is
 * owed is found in the logs, whatever fails or works by then.
 */
class OutageRestartTest {
  private static final int FIRST = 9;
  private static final int LAST = 26;

  /** Some hours during which something is wrong. */
  private record Outage(String name, Consumer<OutageWorld> down, int from, int to) {
    boolean isDown(int hour) {
      return hour >= from && hour <= to;
    }

    @Override
    public String toString() {
      return name + " from " + from + " to " + to;
    }
  }

  /** Two reports are open from 12:00 on and close at 22:00. */
  private static List<Outage> ofLaterStages() {
    List<Outage> all = new ArrayList<>();
    for (Stage stage : List.of(Stage.CLUSTERING, Stage.ATTRIBUTION, Stage.COHORTING)) {
      all.add(new Outage(stage + " down", w -> w.stageDown(stage), 22, 24));
    }
    for (ModelRole role : List.of(ModelRole.CLUSTER, ModelRole.ATTRIBUTION, ModelRole.COHORT)) {
      all.add(new Outage(role + " in service", w -> w.primaryDown(role), 13, 14));
      all.add(new Outage(role + " and fallback", w -> w.bothDown(role), 22, 24));
    }
    for (Fault fault : List.of(Fault.CAMPAIGNS_THROW, Fault.CONTEXT_MISSING)) {
      all.add(new Outage(fault.toString(), w -> w.inputs.wrong(fault), 22, 24));
    }
    return all;
  }

  /** The first report is raised at 11:00. */
  private static List<Outage> ofDetection() {
    List<Outage> all = new ArrayList<>();
    all.add(new Outage("DETECTION", w -> w.stageDown(Stage.DETECTION), 10, 12));
    for (ModelRole role : List.of(ModelRole.BASELINE, ModelRole.CLASSIFIER)) {
      all.add(new Outage(role + " in service", w -> w.primaryDown(role), 13, 14));
      all.add(new Outage(role + " and fallback", w -> w.bothDown(role), 10, 12));
      all.add(new Outage(role + " for S1", w -> downFor(w, role), 10, 12));
    }
    for (Fault fault : List.of(Fault.UNREACHABLE, Fault.SALES_THROW)) {
      all.add(new Outage(fault.toString(), w -> w.inputs.wrong(fault), 10, 12));
    }
    return all;
  }

  private static void downFor(OutageWorld world, ModelRole role) {
    world.primary(role).down("S1"::equals);
    world.fallback(role).down("S1"::equals);
  }

  @TestFactory
  Stream<DynamicTest> newProcessAtEveryTick_whileALaterStageIsOut_goesOnAsTheOldOne() {
    return ofLaterStages().stream().map(outage -> test(outage, hour -> true));
  }

  @TestFactory
  Stream<DynamicTest> newProcessOnceTheOutageIsOver_goesOnAsTheOldOne() {
    return Stream.concat(ofLaterStages().stream(), ofDetection().stream())
        .map(outage -> test(outage, hour -> hour == outage.to() + 1));
  }

  @TestFactory
  Stream<DynamicTest> newProcessAtEveryTickAfterTheOutage_goesOnAsTheOldOne() {
    return ofDetection().stream().map(outage -> test(outage, hour -> hour > outage.to()));
  }

  private static DynamicTest test(Outage outage, IntPredicate restarts) {
    return DynamicTest.dynamicTest(
        outage.toString(), () -> isSame(rows(outage, restarts), rows(outage, hour -> false)));
  }

  /** What was recorded as failed stays so when its tick is run again, and what was caught up. */
  @TestFactory
  Stream<DynamicTest> ticksRunAgainOnceTheOutageIsOver_addNothing() {
    return Stream.concat(ofLaterStages().stream(), ofDetection().stream())
        .map(
            outage ->
                DynamicTest.dynamicTest(
                    outage.toString(),
                    () -> {
                      try (OutageWorld world = new OutageWorld()) {
                        run(world, outage, hour -> false);
                        List<String> before = rows(world);
                        world.ticks(outage.from(), outage.to() + 1);
                        world.rerun(outage.from());
                        isSame(rows(world), before);
                        world.restart();
                        world.ticks(outage.to() + 1, outage.to() + 1);
                        world.rerun(outage.from());
                        isSame(rows(world), before);
                      }
                    }));
  }

  /** Asked to heal, the ticks of an outage say what they would have said without it. */
  @TestFactory
  Stream<DynamicTest> outageHealed_standsAsIfNothingHadHappened() {
    return Stream.concat(ofLaterStages().stream(), ofDetection().stream())
        .map(
            outage ->
                DynamicTest.dynamicTest(
                    outage.toString(),
                    () -> {
                      try (OutageWorld healthy = new OutageWorld();
                          OutageWorld world = new OutageWorld()) {
                        healthy.ticks(FIRST, LAST);
                        run(world, outage, hour -> false);
                        world.heal(outage.from());
                        assertThat(Standing.differences(world, healthy)).isEmpty();
                        List<String> before = rows(world);
                        world.restart();
                        world.rerun(outage.from());
                        isSame(rows(world), before);
                      }
                    }));
  }

  /** Shows only the first rows that differ: all of them would be megabytes. */
  private static void isSame(List<String> rows, List<String> expected) {
    List<String> more = new ArrayList<>(rows);
    more.removeAll(new HashSet<>(expected));
    List<String> fewer = new ArrayList<>(expected);
    fewer.removeAll(new HashSet<>(rows));
    assertThat(more.subList(0, Math.min(3, more.size()))).as("rows too many").isEmpty();
    assertThat(fewer.subList(0, Math.min(3, fewer.size()))).as("rows missing").isEmpty();
    assertThat(rows).hasSameSizeAs(expected);
  }

  private static List<String> rows(Outage outage, IntPredicate restarts) {
    try (OutageWorld world = new OutageWorld()) {
      run(world, outage, restarts);
      return rows(world);
    }
  }

  private static void run(OutageWorld world, Outage outage, IntPredicate restarts) {
    for (int hour = FIRST; hour <= LAST; hour++) {
      if (restarts.test(hour)) {
        world.restart();
      }
      world.up();
      if (outage.isDown(hour)) {
        outage.down().accept(world);
      }
      world.ticks(hour, hour);
    }
  }

  private static List<String> rows(OutageWorld world) {
    List<String> rows = new ArrayList<>();
    for (Log<?> log : Logs.all()) {
      world.logs.read(
          log,
          OutageWorld.RUN,
          CommitPosition.START,
          world.logs.head(),
          row -> rows.add(row.position() + " " + log.wireName() + " " + row.text()));
    }
    return rows;
  }
}
