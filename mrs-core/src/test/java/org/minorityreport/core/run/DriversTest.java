package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.Inputs;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.KnownDriver;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;

/** Drivers on their way to models (spec 3.8, 5.1): S1 deviates from 10:00, S3 never does. */
class DriversTest {
  private final OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  private static Driver.Builder promotion(int hour, double value) {
    Driver.Builder driver = Driver.builder();
    driver.driverId("P").kind("promotion").timestamp(OutageWorld.at(hour)).value(value);
    return driver;
  }

  private List<Double> asked(String store) {
    List<BaselineQuestion> questions = world.primary(ModelRole.BASELINE).takeAsked(store);
    return questions.get(questions.size() - 1).covariates().drivers().stream()
        .map(KnownDriver::driver)
        .map(driver -> driver.value().orElse(-1))
        .toList();
  }

  private List<ContextRecord> logged() {
    return world.all(Logs.CONTEXT).stream().filter(row -> row.kind().equals("driver")).toList();
  }

  /** Catches a driver that reaches a model before it was known, or the logs before that. */
  @Test
  void driverRecordedLater_isKnownFromTheTickAtWhichItWas() {
    world.inputs.drivers(promotion(20, 0.5).recordedAt(OutageWorld.at(12)).build());

    world.ticks(9, 11);
    assertThat(asked("S3")).isEmpty();
    assertThat(logged()).isEmpty();
    world.tick(12);
    assertThat(asked("S3")).containsExactly(0.5);
    assertThat(logged()).extracting(ContextRecord::writtenAt).containsExactly(OutageWorld.at(12));
    assertThat(logged().get(0).ref()).isEqualTo("P|2025-08-05T20:00:00Z");
  }

  @Test
  void driverOfOneStoreRegionOrProduct_reachesThatAlone() {
    world.inputs.drivers(
        promotion(1, 1).addStoreIds(StoreId.of("S1")).build(),
        promotion(2, 2).addRegions("Kent").build(),
        promotion(3, 3).addSkus(Sku.of("water")).build(),
        promotion(4, 4).campaignId("TV").build(),
        promotion(5, 5).build());
    world.tick(9);

    assertThat(asked("S1")).containsExactly(1.0, 2.0, 5.0);
    world.tick(10);
    assertThat(asked("S3")).containsExactly(5.0);
  }

  /** Catches a rerun that shows an earlier tick what came, or was changed, after it. */
  @Test
  void tickRunAgain_seesTheDriversThatItSaw() {
    world.inputs.drivers(promotion(1, 0.1).build());
    world.ticks(9, 11);
    world.inputs.drivers(promotion(1, 0.2).build());
    world.tick(12);
    assertThat(asked("S1")).containsExactly(0.2);
    world.inputs.drivers();
    world.ticks(13, 14);
    assertThat(asked("S1")).isEmpty();
    assertThat(logged()).hasSize(3);
    assertThat(logged().get(2).withdrawn()).hasValue(true);
    CommitPosition head = world.logs.head();

    world.rerun(9);

    assertThat(world.logs.head()).as("nothing new").isEqualTo(head);
    List<BaselineQuestion> again = world.primary(ModelRole.BASELINE).takeAsked("S3");
    assertThat(again)
        .extracting(
            q ->
                q.covariates()
                    .at("promotion", q.asked().timeAt(q.asked().count() - 1), q.asked().to())
                    .orElse(0))
        .containsExactly(0.1, 0.1, 0.1, 0.2, 0.0, 0.0);
  }

  /** Catches digests that leave out what else a model was given, and those that change without. */
  @Test
  void inputDigest_tellsDriversApart() {
    String without = digest(List.of());
    String one = digest(List.of(promotion(1, 1).build()));

    assertThat(one).isNotEqualTo(without);
    assertThat(digest(List.of(promotion(1, 2).build()))).isNotIn(one, without);
    assertThat(digest(List.of(promotion(1, 1).addRegions("Kent").build()))).isEqualTo(without);
  }

  private static String digest(List<Driver> drivers) {
    try (OutageWorld other = new OutageWorld()) {
      other.inputs.drivers(drivers.toArray(Driver[]::new));
      other.ticks(23, 24);
      return other.all(Logs.BASELINE_PREDICTIONS).stream()
          .filter(row -> row.storeId().value().equals("S3"))
          .map(BaselinePrediction::inputDigest)
          .findFirst()
          .orElseThrow();
    }
  }

  @Test
  void driversOfACandidate_comeWithItWhereTheyTouchTheReport() {
    Driver.Builder heat = promotion(10, 33);
    world.inputs.drivers(
        heat.kind("temperature").contextId("HEAT").build(),
        promotion(11, 31).contextId("HEAT").addRegions("Devon").build(),
        promotion(12, 30).contextId("OTHER").build());
    world.ticks(9, 11);

    List<AttributionQuestion> asked = world.primary(ModelRole.ATTRIBUTION).explained("S1");
    List<Candidate> candidates = asked.get(asked.size() - 1).candidates();
    assertThat(candidates).extracting(Candidate::ref).containsExactly("HEAT");
    assertThat(candidates.get(0).drivers())
        .extracting(driver -> driver.value().orElse(0))
        .containsExactly(33.0);
  }

  /** Catches drivers that are withdrawn because they could not be read. */
  @Test
  void driversThatCannotBeRead_areMissedAndNotWithdrawn() {
    world.inputs.drivers(promotion(1, 0.3).build());
    world.ticks(9, 10);
    world.inputs.wrong(FaultyInputs.Fault.DRIVERS_THROW);
    world.tick(11);

    assertThat(world.stageRun("detection", 11).degradedReasons())
        .containsExactly("DRIVERS_missing");
    assertThat(world.stageRun("detection", 11).outcome()).isEqualTo(StageOutcome.DEGRADED);
    assertThat(asked("S3")).isEmpty();
    world.up();
    world.tick(12);
    assertThat(asked("S3")).containsExactly(0.3);
    assertThat(logged()).hasSize(1);
    CommitPosition head = world.logs.head();
    world.rerun(9);
    assertThat(world.logs.head()).as("nothing new").isEqualTo(head);
  }

  /**
   * Catches an expectation that rests on what became known after its step, in a fold over many
   * ticks or in one that another process begins later.
   */
  @Test
  void rowsOfAModelThatUsesDrivers_areTheSameHoweverTicksAreRun() {
    List<Driver> drivers = new ArrayList<>();
    drivers.add(promotion(3, 0.4).build());
    drivers.add(promotion(6, 0.1).recordedAt(OutageWorld.at(13)).build());
    drivers.add(promotion(6, 0.9).recordedAt(OutageWorld.at(16)).build());
    drivers.add(promotion(12, 1.5).recordedAt(OutageWorld.at(5)).build());
    drivers.add(promotion(20, 0.2).recordedAt(OutageWorld.at(26)).build());
    Inputs inputs = OutageWorld.tables(drivers);
    List<Instant> ticks =
        IntStream.rangeClosed(1, 47).filter(h -> h % 3 > 0).mapToObj(OutageWorld::at).toList();

    LogStore kept = LogStores.inMemory(OutageWorld.CLOCK);
    try (Runner runner = runner(inputs, kept)) {
      ticks.forEach(runner::tick);
    }
    LogStore restarted = LogStores.inMemory(OutageWorld.CLOCK);
    for (Instant tick : ticks) {
      try (Runner runner = runner(inputs, restarted)) {
        runner.tick(tick);
      }
    }
    LogStore atOnce = LogStores.inMemory(OutageWorld.CLOCK);
    try (Runner runner = runner(inputs, atOnce)) {
      runner.ticks(ticks);
    }
    for (Log<?> log : Logs.all()) {
      assertThat(rows(restarted, log)).as(log.wireName()).isEqualTo(rows(kept, log));
      assertThat(rows(atOnce, log)).as(log.wireName()).isEqualTo(rows(kept, log));
    }
    assertThat(rows(kept, Logs.REPORTS_DETECTED)).isNotEmpty();
  }

  private Runner runner(Inputs inputs, LogStore logs) {
    RunSetup s = world.setup();
    return new Runner(
        new RunSetup(
            s.run(),
            s.startedBy(),
            inputs,
            logs,
            s.settings(),
            s.chosen(),
            s.choices(),
            s.clock(),
            s.threads(),
            s.retries()));
  }

  private static SortedMap<String, String> rows(LogStore store, Log<?> log) {
    List<StoredRow> all = new ArrayList<>();
    store.read(log, OutageWorld.RUN, CommitPosition.START, store.head(), all::add);
    SortedMap<String, String> rows = new TreeMap<>();
    all.forEach(row -> rows.put(row.key(), CanonicalJson.fields(row.json()).toString()));
    return rows;
  }
}
