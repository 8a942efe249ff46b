package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

/** Whatever people do about events between ticks, a run says the same however it is run. */
class MovedReportsLawTest {
  private static final List<Instant> TICKS = CorrectedWorld.TICKS;

  /**
   * Catches a view that goes along with rows of moved reports otherwise than one made of all rows;
   * a carry that is rebuilt without what people did, without events that only a person put anything
   * into, or with refusals that the kept one had dropped; and a view that puts a report elsewhere
   * than MELOG does.
   */
  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void acts_thenTicks_giveTheSameRowsAfterARestartInEveryTick(
      @ForAll("plans") List<PeoplesActs.Plan> plans) {
    PeoplesActs acts = new PeoplesActs();
    InputTables tables = CorrectedWorld.at(0, List.of());
    LogStore kept = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(kept, tables, 1)) {
      for (int i = 0; i < TICKS.size(); i++) {
        acts.make(plans, i, mrs, kept);
        mrs.tick(TICKS.get(i));
        assertThat(logged(kept)).as("after tick %s", i).isEqualTo(PeoplesActs.shown(mrs));
      }
      HydratedView whole = Hydration.hydrate(kept, SmallWorld.RUN, AsOf.now());
      assertThat(mrs.reports().all()).isEqualTo(whole.reports().all());
      assertThat(mrs.events().all()).isEqualTo(whole.events().all());
    }

    LogStore restarted = LogStores.inMemory(SmallWorld.CLOCK);
    for (int i = 0; i < TICKS.size(); i++) {
      acts.repeat(i, restarted);
      try (Mrs mrs = SmallWorld.open(restarted, tables, 1)) {
        mrs.tick(TICKS.get(i));
      }
    }
    for (Log<?> log : Logs.all()) {
      assertSame(log, restarted, kept);
    }
    assertThat(LogDigests.of(restarted, SmallWorld.RUN))
        .isEqualTo(LogDigests.of(kept, SmallWorld.RUN));
  }

  /**
   * Catches events that are found again in the store although the commit in the making says
   * something else of them, and homes that are those of a history that was corrected away.
   */
  @Property(tries = 10, shrinking = ShrinkingMode.OFF)
  void acts_andCorrections_standAsAFreshRunWithTheSameActsWould(
      @ForAll("plans") List<PeoplesActs.Plan> plans,
      @ForAll("corrections") List<Correction> corrections,
      @ForAll("restarts") int restarts) {
    PeoplesActs acts = new PeoplesActs();
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    AtomicReference<InputTables> tables = new AtomicReference<>();
    Mrs mrs = SmallWorld.open(store, tick -> tables.get(), 1);
    for (int i = 0; i < TICKS.size(); i++) {
      int now = i;
      if (i == 0 || corrections.stream().anyMatch(c -> c.tick() == now)) {
        tables.set(CorrectedWorld.at(i, corrections));
      }
      if (i % restarts == restarts - 1) {
        mrs.close();
        mrs = SmallWorld.open(store, tick -> tables.get(), 1);
      }
      acts.make(plans, i, mrs, store);
      mrs.tick(TICKS.get(i));
    }
    mrs.close();

    LogStore fresh = LogStores.inMemory(SmallWorld.CLOCK);
    InputTables last = CorrectedWorld.at(TICKS.size(), corrections);
    try (Mrs again = SmallWorld.open(fresh, last, 1)) {
      for (int i = 0; i < TICKS.size(); i++) {
        acts.repeat(i, fresh);
        again.tick(TICKS.get(i));
      }
    }
    for (Log<?> log : Logs.all()) {
      if (!CorrectedWorld.ABOUT_THE_RUN.contains(log) && log != Logs.REPORTS_FINALISED) {
        assertSame(log, store, fresh);
      }
    }
    assertThat(decided(store)).as("what is decided").isEqualTo(decided(fresh));
    assertThat(joined(store)).as("what cohorting was given").isEqualTo(joined(fresh));
  }

  /**
   * The decision that holds for each report in the end, and whose it is. The rows before it are not
   * those of a fresh run: what people decided of an event that a correction took apart was so until
   * then, and they tell it in the order of its commits.
   */
  private static SortedMap<String, String> decided(LogStore store) {
    SortedMap<String, String> decided = new TreeMap<>();
    store.read(
        Logs.REPORTS_FINALISED,
        SmallWorld.RUN,
        CommitPosition.START,
        store.head(),
        stored -> {
          ReportFinalised row = LogCodec.read(Logs.REPORTS_FINALISED, stored);
          decided.put(
              row.reportId().value(),
              row.finalDecision()
                  + " "
                  + row.finalCause()
                  + " "
                  + row.decisionLevel()
                  + " "
                  + row.annotationId());
        });
    decided.values().removeIf(decision -> decision.startsWith("withdrawn "));
    return decided;
  }

  /** How many reports cohorting was given at each tick. */
  private static SortedMap<Instant, Long> joined(LogStore store) {
    SortedMap<Instant, Long> given = new TreeMap<>();
    store.read(
        Logs.STAGE_RUNS,
        SmallWorld.RUN,
        CommitPosition.START,
        store.head(),
        row -> {
          StageRun stage = LogCodec.read(Logs.STAGE_RUNS, row);
          if (stage.stage().equals("cohorting")) {
            given.put(stage.writtenAt(), stage.rowsIn());
          }
        });
    return given;
  }

  /** Compares what differs only, so that a failure can be read. */
  private static void assertSame(Log<?> log, LogStore store, LogStore fresh) {
    SortedMap<String, String> is = CorrectedWorld.standing(store, log);
    SortedMap<String, String> should = CorrectedWorld.standing(fresh, log);
    SortedMap<String, String> unlike = new TreeMap<>(is);
    unlike.entrySet().removeAll(should.entrySet());
    should.entrySet().removeAll(is.entrySet());
    assertThat(unlike).as(log.wireName()).isEqualTo(should);
  }

  /** Which reports each event has, by its newest row. */
  private static SortedMap<String, List<ReportId>> logged(LogStore store) {
    SortedMap<String, EventRecord> newest = new TreeMap<>();
    store.read(
        Logs.EVENTS,
        SmallWorld.RUN,
        CommitPosition.START,
        store.head(),
        row -> {
          EventRecord event = LogCodec.read(Logs.EVENTS, row);
          newest.put(event.eventId().value(), event);
        });
    SortedMap<String, List<ReportId>> logged = new TreeMap<>();
    newest.forEach(
        (id, row) -> {
          if (row.mergedInto().isEmpty() && !row.reportIds().isEmpty()) {
            logged.put(id, row.reportIds());
          }
        });
    return logged;
  }

  @Provide
  Arbitrary<List<PeoplesActs.Plan>> plans() {
    return PeoplesActs.plans(TICKS.size());
  }

  @Provide
  Arbitrary<List<Correction>> corrections() {
    return CorrectedWorld.corrections(3);
  }

  @Provide
  Arbitrary<Integer> restarts() {
    return Arbitraries.of(1, 4, TICKS.size() + 1);
  }
}
