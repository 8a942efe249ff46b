package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;

/** What stands after corrections does not tell in which order the data came (spec 4.9). */
class CorrectionLawsTest {
  private static final List<Instant> TICKS = CorrectedWorld.TICKS;

  /** Row by row, with the caches of the process or without. */
  @Property(tries = 12, shrinking = ShrinkingMode.OFF)
  void corrections_whenever_standAsAFreshRunWould(
      @ForAll("corrections") List<Correction> corrections, @ForAll("restarts") int restarts) {
    LogStore store = run(corrections, restarts);

    LogStore fresh = fresh(CorrectedWorld.at(TICKS.size(), corrections));
    for (Log<?> log : Logs.all()) {
      if (!CorrectedWorld.ABOUT_THE_RUN.contains(log)) {
        assertSame(log, store, fresh);
      }
    }
    assertSame(Logs.STAGE_RUNS, store, fresh); // more than the law asks for
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

  /** A history that was corrected, run again over the same data, has nothing to add. */
  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void correctedHistory_runAgain_appendsNothing(
      @ForAll("corrections") List<Correction> corrections) {
    LogStore store = run(corrections, TICKS.size() + 1);
    InputTables tables = CorrectedWorld.at(TICKS.size(), corrections);
    try (Mrs mrs = SmallWorld.open(store, tables, 1)) {
      for (Instant tick : TICKS) {
        assertThat(mrs.tick(tick).appended().appended()).as(tick.toString()).isZero();
      }
      assertThat(mrs.rerun(TICKS.get(0)).appended().appended()).isZero();
    }
  }

  /** Corrected and corrected back: shown as if nothing had been, and nothing forgotten. */
  @Property(tries = 6, shrinking = ShrinkingMode.OFF)
  void correction_takenBack_showsWhatWasThere(@ForAll("corrections") List<Correction> corrections) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    InputTables base = CorrectedWorld.at(0, List.of());
    AtomicReference<InputTables> tables = new AtomicReference<>(base);
    int half = TICKS.size() / 2;
    try (Mrs mrs = SmallWorld.open(store, tick -> tables.get(), 1)) {
      TICKS.subList(0, half).forEach(mrs::tick);
      tables.set(CorrectedWorld.at(TICKS.size(), corrections));
      mrs.tick(TICKS.get(half));
      long rows = store.count(Logs.REPORTS_DETECTED, SmallWorld.RUN, store.head());
      tables.set(base);
      TICKS.subList(half + 1, TICKS.size()).forEach(mrs::tick);

      try (Mrs plain = SmallWorld.open(fresh(base), base, 1)) {
        assertThat(shown(mrs)).isEqualTo(shown(plain));
      }
      assertThat(store.count(Logs.REPORTS_DETECTED, SmallWorld.RUN, store.head()))
          .isGreaterThanOrEqualTo(rows);
    }
  }

  private static LogStore run(List<Correction> corrections, int restarts) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    AtomicReference<InputTables> tables = new AtomicReference<>();
    Mrs mrs = SmallWorld.open(store, tick -> tables.get(), 1);
    for (int i = 0; i < TICKS.size(); i++) {
      int now = i;
      boolean changes = i == 0 || corrections.stream().anyMatch(c -> c.tick() == now);
      if (changes) {
        tables.set(CorrectedWorld.at(i, corrections));
      }
      if (i % restarts == restarts - 1) {
        mrs.close();
        mrs = SmallWorld.open(store, tick -> tables.get(), 1);
      }
      mrs.tick(TICKS.get(i));
    }
    mrs.close();
    return store;
  }

  private static LogStore fresh(InputTables tables) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, tables, 1)) {
      TICKS.forEach(mrs::tick);
    }
    return store;
  }

  private static SortedMap<String, Map<String, Object>> shown(Mrs mrs) {
    SortedMap<String, Map<String, Object>> shown = new TreeMap<>();
    for (MinorityReport report : mrs.reports().all()) {
      if (!report.reportStatus().equals("superseded")) {
        shown.put(report.reportId().value(), fields(report));
      }
    }
    mrs.events().all().stream()
        .filter(e -> e.cohortSize() > 0)
        .forEach(e -> shown.put(e.eventId().value(), fields(e)));
    return shown;
  }

  private static Map<String, Object> fields(Object value) {
    Map<String, Object> fields = CanonicalJson.fields(CanonicalJson.bytes(value));
    List.of("version", "row_refs", "last_changed").forEach(fields::remove);
    return fields;
  }

  @Provide
  Arbitrary<List<Correction>> corrections() {
    return CorrectedWorld.corrections(4);
  }

  /** After how many ticks the process begins anew: each, some, never. */
  @Provide
  Arbitrary<Integer> restarts() {
    return Arbitraries.of(1, 4, TICKS.size() + 1);
  }
}
