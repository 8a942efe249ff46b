package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.run.TickReport;

/** Ticks that are run again (spec 2.6): nothing where nothing changed, else what changed. */
class RerunTest {
  /** Left aside by the law of spec 4.9: they tell how the rows came about. */
  private static final List<Log<?>> ABOUT_THE_RUN =
      List.of(Logs.INPUTS, Logs.STAGE_RUNS, Logs.ERRORS);

  private static final List<Instant> TICKS = SmallWorld.ticks();

  /** Eight stores and two products. */
  private static final long SERIES = 16;

  private static InputTables tables;
  private static ReportDetected gone;
  private static InputTables changed;

  /** The first report raised loses every sale of its lead product from a day before on. */
  @BeforeAll
  static void findAReport() {
    tables = new SmallWorld().tables();
    LogStore store = SmallWorld.run(tables, 2);
    gone =
        rows(store, Logs.REPORTS_DETECTED).stream()
            .map(row -> LogCodec.read(Logs.REPORTS_DETECTED, row))
            .filter(row -> row.skus().size() == 1)
            .findFirst()
            .orElseThrow();
    Sku sku = gone.sku();
    changed =
        new SmallWorld()
            .without(
                gone.storeId(),
                sku,
                gone.firstDetectedFrom(),
                gone.firstDetectedFrom().plus(Duration.ofDays(1)))
            .tables();
  }

  @Test
  void tick_twice_appendsNothingTheSecondTime() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, tables, 2)) {
      for (Instant tick : TICKS) {
        CommitPosition position = mrs.tick(tick).appended().position();

        assertThat(mrs.tick(tick).appended().appended()).as(tick.toString()).isZero();
        assertThat(store.head()).isEqualTo(position);
      }
    }
    assertThat(LogDigests.of(store, SmallWorld.RUN))
        .isEqualTo(LogDigests.of(SmallWorld.run(tables, 2), SmallWorld.RUN));
  }

  @ParameterizedTest(name = "by a new system: {0}")
  @ValueSource(booleans = {false, true})
  void history_twice_appendsNothingTheSecondTime(boolean afresh) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs first = SmallWorld.open(store, tables, 2);
        Mrs second = SmallWorld.open(store, tables, 2)) {
      TICKS.forEach(first::tick);
      CommitPosition head = store.head();
      Mrs again = afresh ? SmallWorld.open(store, tables, 2) : first;

      for (Instant tick : TICKS) {
        assertThat(again.tick(tick).appended().appended()).as(tick.toString()).isZero();
      }

      assertThat(store.head()).isEqualTo(head);
      assertThat(second.run()).isEqualTo(first.run());
    }
  }

  /** A new system goes on from the logs alone as the old one would have. */
  @Test
  void history_continuedByANewSystem_isTheSame() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    int half = TICKS.size() / 2;
    try (Mrs first = SmallWorld.open(store, tables, 2)) {
      TICKS.subList(0, half).forEach(first::tick);
    }
    try (Mrs second = SmallWorld.open(store, tables, 2)) {
      TICKS.subList(half, TICKS.size()).forEach(second::tick);
    }

    assertThat(LogDigests.of(store, SmallWorld.RUN))
        .isEqualTo(LogDigests.of(SmallWorld.run(tables, 2), SmallWorld.RUN));
  }

  /** What the source gained meanwhile is new to the logs, whoever goes on. */
  @ParameterizedTest(name = "by a new system: {0}")
  @ValueSource(booleans = {false, true})
  void context_thatCameMeanwhile_isLogged(boolean afresh) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    InputTables fewer = tables;
    ContextEvent fair =
        ContextEvent.builder()
            .contextId("NEW-FAIR")
            .category("retail_event")
            .name("A fair that nobody had told of")
            .start(TICKS.get(0))
            .source("calendar")
            .build();
    InputTables more = with(fewer, fair);
    AtomicReference<InputTables> inputs = new AtomicReference<>(fewer);
    try (Mrs first = SmallWorld.open(store, tick -> inputs.get(), 2)) {
      TICKS.subList(0, 3).forEach(first::tick);
      inputs.set(more);
      Mrs next = afresh ? SmallWorld.open(store, more, 2) : first;
      next.tick(TICKS.get(3));
    }

    assertThat(rows(store, Logs.CONTEXT))
        .filteredOn(row -> row.text().contains("NEW-FAIR"))
        .singleElement()
        .satisfies(row -> assertThat(row.writtenAt()).isEqualTo(TICKS.get(3)));
    assertThat(rows(store, Logs.STORES))
        .extracting(StoredRow::writtenAt)
        .as("what was logged is not logged again")
        .containsOnly(TICKS.get(0));
  }

  /** The source loses a product whose window is open, and has it again at the tick after. */
  @Test
  void series_thatIsAbsentForATick_leavesItsReportAsItStands() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    AtomicReference<InputTables> inputs = new AtomicReference<>(tables);
    int raised = TICKS.indexOf(gone.writtenAt());
    try (Mrs mrs = SmallWorld.open(store, tick -> inputs.get(), 2)) {
      TICKS.subList(0, raised + 1).forEach(mrs::tick);
      inputs.set(withoutSeries(tables, gone.storeId(), gone.sku()));
      mrs.tick(TICKS.get(raised + 1));
      MinorityReport shown = mrs.reports().get(gone.reportId().value());
      assertThat(shown.isOpen()).isTrue();
      assertThat(shown.members()).isEqualTo(gone.members());
      inputs.set(tables);
      mrs.tick(TICKS.get(raised + 2));
    }

    assertThat(detected(store, gone.reportId(), TICKS.get(raised + 1))).isEmpty();
    assertThat(detected(store, gone.reportId(), TICKS.get(raised + 2)))
        .isEqualTo(detected(SmallWorld.run(tables, 2), gone.reportId(), TICKS.get(raised + 2)))
        .isNotEmpty();
  }

  private static List<String> detected(LogStore store, ReportId report, Instant tick) {
    return rows(store, Logs.REPORTS_DETECTED).stream()
        .filter(row -> row.writtenAt().equals(tick) && row.key().contains(report.value()))
        .map(StoredRow::text)
        .toList();
  }

  private static InputTables withoutSeries(InputTables all, StoreId store, Sku sku) {
    return copy(all, series -> !series.id().equals(SeriesId.of(store, sku))).build();
  }

  private static InputTables with(InputTables all, ContextEvent event) {
    return copy(all, series -> true).contextEvents(List.of(event)).build();
  }

  private static InputTables.Builder copy(InputTables all, Predicate<SalesSeries> kept) {
    InputTables.Builder builder = InputTables.builder(all.source());
    all.stores().forEach(builder::store);
    all.campaigns().ifPresent(builder::campaigns);
    all.contextEvents().ifPresent(builder::contextEvents);
    all.stores().stream()
        .flatMap(s -> all.sales(s.storeId(), all.covers()).stream())
        .filter(kept)
        .forEach(builder::sales);
    return builder;
  }

  @Test
  void run_withOtherSettings_isRefused() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, tables, 2)) {
      mrs.tick(TICKS.get(0));
    }
    DetectionSettings other =
        DetectionSettings.builder().maxEventDuration(Duration.ofDays(1)).build();
    Mrs.Builder changedSettings =
        Mrs.builder()
            .logs(store)
            .inputs(tables)
            .settings(Settings.builder().detection(other).build());

    assertThatThrownBy(changedSettings::build)
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("run 'main' has ticks with configuration CF-")
        .hasMessageEndingWith("start a new run to have other settings or models");
  }

  @ParameterizedTest(name = "by a new system: {0}")
  @ValueSource(booleans = {false, true})
  void history_afterTheDataChanged_standsAsAFreshRunWould(boolean afresh) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    AtomicReference<InputTables> inputs = new AtomicReference<>(tables);
    try (Mrs first = SmallWorld.open(store, tick -> inputs.get(), 2)) {
      TICKS.forEach(first::tick);
      inputs.set(changed);
      Mrs again = afresh ? SmallWorld.open(store, changed, 2) : first;
      TICKS.forEach(again::tick);
    }

    Map<String, StoredRow> detected = newest(store, Logs.REPORTS_DETECTED);
    assertThat(detected.values())
        .filteredOn(StoredRow::isRetracted)
        .isNotEmpty()
        .anyMatch(row -> row.text().contains(gone.reportId().value()));
    LogStore fresh = SmallWorld.run(changed, 2);
    for (Log<?> log : Logs.all()) {
      if (!ABOUT_THE_RUN.contains(log)) {
        assertThat(standing(store, log)).as(log.wireName()).isEqualTo(standing(fresh, log));
      }
    }
    assertThat(standing(store, Logs.STAGE_RUNS))
        .as("also what the stages were given")
        .isEqualTo(standing(fresh, Logs.STAGE_RUNS));
  }

  @Test
  void history_afterTheDataChangedBack_standsAsBefore() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    AtomicReference<InputTables> inputs = new AtomicReference<>(tables);
    try (Mrs mrs = SmallWorld.open(store, tick -> inputs.get(), 2)) {
      for (InputTables now : List.of(tables, changed, tables)) {
        inputs.set(now);
        TICKS.forEach(mrs::tick);
      }
    }

    LogStore fresh = SmallWorld.run(tables, 2);
    for (Log<?> log : Logs.all()) {
      if (log != Logs.INPUTS) { // tells of both corrections
        assertThat(standing(store, log)).as(log.wireName()).isEqualTo(standing(fresh, log));
      }
    }
  }

  /** Found by the next tick, shown with its last values, and back when the data are. */
  @Test
  void report_thatACorrectionLeavesNothingOf_isSupersededUntilRaisedAgain() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    AtomicReference<InputTables> inputs = new AtomicReference<>(tables);
    int raised = TICKS.indexOf(gone.writtenAt());
    Instant onset = gone.firstDetectedFrom();
    SmallWorld world = new SmallWorld();
    for (SalesSeries sold : tables.sales(gone.storeId(), tables.covers())) {
      world.without(gone.storeId(), sold.id().sku(), onset, onset.plus(Duration.ofDays(1)));
    }
    InputTables nothing = world.tables();
    try (Mrs mrs = SmallWorld.open(store, tick -> inputs.get(), 2)) {
      TICKS.subList(0, raised + 2).forEach(mrs::tick);
      MinorityReport before = mrs.reports().get(gone.reportId().value());
      inputs.set(nothing);
      TickReport found = mrs.tick(TICKS.get(raised + 2));
      assertThat(found.corrected()).containsOnlyKeys(gone.storeId());
      assertThat(newest(store, Logs.REPORTS_ENDED).values())
          .filteredOn(row -> row.text().contains("data_correction"))
          .filteredOn(row -> row.text().contains(gone.reportId().value()))
          .singleElement()
          .satisfies(row -> assertThat(row.writtenAt()).isEqualTo(TICKS.get(raised + 2)));
      try (Mrs fresh = SmallWorld.open(store, nothing, 1)) {
        assertThat(fresh.reports().get(gone.reportId().value()).reportStatus())
            .as("by a new system")
            .isEqualTo("superseded");
      }
      MinorityReport superseded = mrs.reports().get(gone.reportId().value());
      assertThat(superseded.reportStatus()).isEqualTo("superseded");
      assertThat(superseded.members()).isEqualTo(before.members());

      inputs.set(tables);
      mrs.tick(TICKS.get(raised + 3));
      assertThat(mrs.reports().get(gone.reportId().value()).reportStatus()).isEqualTo("cohorted");
      assertThat(newest(store, Logs.REPORTS_ENDED).values())
          .filteredOn(row -> row.text().contains("data_correction"))
          .isEmpty();
    }
  }

  @Test
  void tick_betweenOthersThatWasNeverRun_isRefused() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, tables, 2)) {
      mrs.tick(TICKS.get(0));
      mrs.tick(TICKS.get(2));
      CommitPosition head = store.head();

      assertThatThrownBy(() -> mrs.tick(TICKS.get(1)))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "tick %s lies before the newest tick %s of run 'main' and was never run; ticks go"
                  + " forward: start a new run to have it",
              TICKS.get(1), TICKS.get(2));
      assertThat(store.head()).isEqualTo(head);
    }
  }

  /** The same refusal by a system that knows the ticks from the logs alone. */
  @Test
  void tick_beforeThoseOfTheLogs_isRefused() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, tables, 2)) {
      mrs.tick(TICKS.get(1));
    }
    try (Mrs mrs = SmallWorld.open(store, tables, 2)) {
      assertThatThrownBy(() -> mrs.tick(TICKS.get(0))).isInstanceOf(UsageException.class);
    }
  }

  /** Far apart: the days between are all new, and their look-back lies further back still. */
  @ParameterizedTest(name = "first tick at {0}, then {1} days unseen")
  @CsvSource({"2025-08-05T00:00:00Z, 6", "2025-07-08T00:00:00Z, 34", "2025-06-01T00:00:00Z, 34"})
  void tick_longAfterTheOneBefore_seesEveryDayBetween(Instant first, int days) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, tables, 2)) {
      mrs.tick(first);
      long before = store.count(Logs.BASELINE_PREDICTIONS, SmallWorld.RUN, store.head());
      mrs.tick(Instant.parse("2025-12-01T00:00:00Z"));
      mrs.tick(Instant.parse("2026-03-01T00:00:00Z"));

      assertThat(store.count(Logs.BASELINE_PREDICTIONS, SmallWorld.RUN, store.head()) - before)
          .isEqualTo(days * SERIES);
    }
  }

  /** Content by key of the rows that stand, whatever their version and place. */
  /** What stands, but for what corrections leave for good (spec 4.9). */
  private static SortedMap<String, Map<String, Object>> standing(LogStore store, Log<?> log) {
    SortedMap<String, Map<String, Object>> standing = new TreeMap<>();
    newest(store, log)
        .forEach(
            (key, row) -> {
              if (!row.isRetracted() && !row.text().contains("\"data_correction\"")) {
                Map<String, Object> fields = CanonicalJson.fields(row.json());
                fields.remove("version");
                standing.put(key, fields);
              }
            });
    return standing;
  }

  private static Map<String, StoredRow> newest(LogStore store, Log<?> log) {
    List<String> keys = rows(store, log).stream().map(StoredRow::key).toList();
    return store.latest(log, keys, store.head());
  }

  private static List<StoredRow> rows(LogStore store, Log<?> log) {
    List<StoredRow> rows = new ArrayList<>();
    store.read(log, SmallWorld.RUN, CommitPosition.START, store.head(), rows::add);
    return rows;
  }
}
