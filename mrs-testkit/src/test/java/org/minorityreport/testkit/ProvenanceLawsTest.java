package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.provenance.ExplainedRow;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.HistoryValue;
import org.minorityreport.api.provenance.RowTrace;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.provenance.TrailCommit;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.provenance.ProvenanceText;

/** What the answers of spec 7.6 say about a whole simulated run is what hydration shows of it. */
class ProvenanceLawsTest {
  /** They say which rows a view is made of, and change with each of them. */
  private static final Set<String> NOT_IN_TRAILS = Set.of("row_refs", "last_changed");

  private static final Set<String> SUMS =
      Set.of("attributed_sales_total", "baseline_sales_total", "impact_estimate");

  private static final Map<History, Mrs> RUNS = new EnumMap<>(History.class);

  /** The report that the corrected run has no more. */
  private static MinorityReport gone;

  /** What happened to the run that is asked about. */
  private enum History {
    /** Nothing. */
    PLAIN,
    /** Sales were taken back, and all ticks run again: there are new versions and retractions. */
    CORRECTED,
    /** Campaigns were missing in some ticks. */
    DEGRADED
  }

  @BeforeAll
  static void run() {
    InputTables tables = new SmallWorld().tables();
    RUNS.put(History.PLAIN, SmallWorld.open(SmallWorld.run(tables, 2), tables, 2));
    AtomicReference<InputTables> inputs = new AtomicReference<>(tables);
    Mrs corrected = SmallWorld.open(LogStores.inMemory(SmallWorld.CLOCK), t -> inputs.get(), 2);
    List<Instant> ticks = SmallWorld.ticks();
    ticks.forEach(corrected::tick);
    gone = firstOfOneProduct(corrected.reports().all());
    inputs.set(without(gone));
    ticks.forEach(corrected::tick);
    RUNS.put(History.CORRECTED, corrected);
    AtomicReference<InputTables> some = new AtomicReference<>(withoutCampaigns(tables));
    Mrs degraded = SmallWorld.open(LogStores.inMemory(SmallWorld.CLOCK), t -> some.get(), 2);
    for (int i = 0; i < ticks.size(); i++) {
      some.set(i % 3 == 0 || i > ticks.size() / 2 ? withoutCampaigns(tables) : tables);
      degraded.tick(ticks.get(i));
    }
    RUNS.put(History.DEGRADED, degraded);
    assertThat(degraded.reports().all()).anyMatch(MinorityReport::isDegraded);
    assertThat(RUNS.get(History.PLAIN).reports().all()).hasSizeGreaterThan(5);
    assertThat(RUNS.get(History.PLAIN).events().all()).anyMatch(event -> event.cohortSize() > 1);
  }

  @AfterAll
  static void close() {
    RUNS.values().forEach(Mrs::close);
  }

  private Mrs mrs;
  private LogStore store;
  private List<MinorityReport> reports;
  private List<MinorityEvent> events;

  @BeforeEach
  void usePlain() {
    use(History.PLAIN);
  }

  private void use(History history) {
    mrs = RUNS.get(history);
    store = mrs.logs();
    reports = mrs.reports().all();
    events = mrs.events().all();
  }

  private static MinorityReport firstOfOneProduct(List<MinorityReport> all) {
    return all.stream()
        .filter(report -> report.skus().size() == 1)
        .min(Comparator.comparing(MinorityReport::raisedAt))
        .orElseThrow();
  }

  private static InputTables without(MinorityReport report) {
    Instant onset = report.firstDetectedFrom();
    return new SmallWorld()
        .without(report.storeId(), report.sku(), onset, onset.plus(Duration.ofDays(1)))
        .tables();
  }

  private static InputTables withoutCampaigns(InputTables all) {
    InputTables.Builder tables = InputTables.builder(all.source());
    for (Store place : all.stores()) {
      tables.store(place);
      all.sales(place.storeId(), all.covers()).forEach(tables::sales);
    }
    all.contextEvents().ifPresent(tables::contextEvents);
    return tables.build();
  }

  /** Folding the changes of a trail gives, after each commit, what the whole view shows then. */
  @ParameterizedTest
  @EnumSource
  void trail_foldedUpToAnyCommit_isTheHydratedRow(History history) {
    use(history);
    Map<Long, HydratedView> views = new TreeMap<>();
    for (long p = 1; p <= store.head().value(); p++) {
      AsOf then = AsOf.atPosition(CommitPosition.of(p));
      views.put(p, Hydration.hydrate(store, SmallWorld.RUN, then));
    }
    for (MinorityReport report : reports) {
      String id = report.reportId().value();
      Trail trail = mrs.audit().trail(id);
      views.forEach(
          (position, view) ->
              assertThat(folded(trail, position))
                  .as("%s at %s", id, position)
                  .isEqualTo(
                      view.reports().all().stream()
                          .filter(r -> r.reportId().equals(report.reportId()))
                          .findFirst()
                          .map(ProvenanceLawsTest::shown)
                          .orElse(Map.of())));
    }
    for (MinorityEvent event : events) {
      Trail trail = mrs.audit().trail(event.eventId().value());
      assertThat(folded(trail, store.head().value())).isEqualTo(shown(event));
    }
  }

  @Test
  void trail_listsEveryRowThatNamesTheReport() {
    MinorityReport report = reports.get(0);
    String id = report.reportId().value();
    List<String> named = new ArrayList<>();
    Logs.all()
        .forEach(
            log ->
                store.read(
                    log,
                    SmallWorld.RUN,
                    CommitPosition.START,
                    store.head(),
                    row -> {
                      if (row.text().contains(id)) {
                        named.add(place(row));
                      }
                    }));

    Trail trail = mrs.audit().trail(id);

    assertThat(trail.commits())
        .flatExtracting(TrailCommit::rows)
        .extracting(ProvenanceLawsTest::place)
        .containsExactlyInAnyOrderElementsOf(named);
    assertThat(trail.commits())
        .extracting(TrailCommit::position)
        .isSorted()
        .doesNotHaveDuplicates();
    assertThat(trail.commits())
        .allSatisfy(
            commit -> assertThat(commit.committedAt()).contains(SmallWorld.CLOCK.instant()));
    assertThat(trail.gaps()).isEmpty();
  }

  /** Every value shown stands in a row that row_refs name, or says how it is computed from such. */
  @ParameterizedTest
  @EnumSource
  void explanation_ofEveryFieldOfEveryReport_standsInARowThatIsNamed(History history) {
    use(history);
    for (MinorityReport report : reports) {
      Map<String, Object> all = CanonicalJson.fields(CanonicalJson.bytes(report));
      Set<String> refs = places(all);
      for (String field : CanonicalJson.properties(MinorityReport.class)) {
        Explanation explanation = mrs.audit().explain(report.reportId().value(), field);

        assertThat(explanation.value().orElse(null)).as(field).isEqualTo(all.get(field));
        assertExplained(explanation, refs);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void explanation_ofEveryFieldOfEveryEvent_standsInARowThatIsNamed(History history) {
    use(history);
    for (MinorityEvent event : events) {
      Map<String, Object> all = CanonicalJson.fields(CanonicalJson.bytes(event));
      Set<String> refs = places(all);
      for (String field : CanonicalJson.properties(MinorityEvent.class)) {
        Explanation explanation = mrs.audit().explain(event.eventId().value(), field);

        assertThat(explanation.value().orElse(null)).as(field).isEqualTo(all.get(field));
        assertExplained(explanation, refs);
        if (SUMS.contains(field) && event.reportIds().isEmpty()) {
          assertThat(explanation.rule().orElseThrow()).contains("sums are zero");
        } else if (SUMS.contains(field) && explanation.value().isPresent()) {
          assertThat(Units.normal(sum(explanation)))
              .as("%s of %s", field, event.eventId())
              .isEqualByComparingTo(String.valueOf(all.get(field)));
        }
      }
    }
  }

  @Test
  void explanation_ofACause_namesStageModelsConfigurationInputsAndContext() {
    LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs weighing =
        Mrs.builder()
            .logs(logs)
            .inputs(new SmallWorld().tables())
            .clock(SmallWorld.CLOCK)
            .model(
                ModelRole.ATTRIBUTION,
                "mock",
                ModelConfig.builder().seed(0).putParameters("narratives", "off").build())
            .build()) {
      SmallWorld.ticks().forEach(weighing::tick);
      assertCauseIsExplained(weighing);
    }
  }

  private static void assertCauseIsExplained(Mrs mrs) {
    MinorityReport report =
        mrs.reports().all().stream()
            .filter(r -> r.supportingEvidence().stream().anyMatch(e -> e.contentHash().isPresent()))
            .findFirst()
            .orElseThrow();

    Explanation cause = mrs.audit().explain(report.reportId().value(), "proposed_cause");

    assertThat(cause.group()).contains("proposed");
    assertThat(cause.rows())
        .singleElement()
        .satisfies(row -> assertThat(row.row().writtenBy()).isEqualTo("attribution"));
    RowTrace row = cause.rows().get(0).row();
    assertThat(row.modelVersions()).containsKey("attribution");
    assertThat(cause.stage().orElseThrow().stage()).isEqualTo("attribution");
    assertThat(cause.stage().orElseThrow().row().tick()).isEqualTo(row.tick());
    assertThat(cause.stage().orElseThrow().configId()).startsWith("CF-");
    assertThat(cause.stage().orElseThrow().inputDigests()).containsOnlyKeys("till");
    assertThat(cause.evidence()).hasSameSizeAs(report.supportingEvidence());
    assertThat(cause.evidence())
        .filteredOn(use -> use.contentHash().isPresent())
        .allSatisfy(
            use -> {
              assertThat(use.row().orElseThrow().log()).isEqualTo("context_log");
              assertThat(use.row().orElseThrow().tick()).isBeforeOrEqualTo(row.tick());
            });
  }

  /**
   * It stays visible with the values that it last had; its trail tells that they were taken back.
   */
  @Test
  void trail_ofAReportWhoseRowsWereTakenBack_endsWithTheirRetraction() {
    use(History.CORRECTED);
    MinorityReport shown = mrs.reports().get(gone.reportId().value());
    assertThat(shown.reportStatus()).isEqualTo("superseded");
    assertThat(shown.members()).isEqualTo(gone.members());

    Trail trail = mrs.audit().trail(gone.reportId().value());

    TrailCommit last = trail.commits().get(trail.commits().size() - 1);
    assertThat(last.rows()).isNotEmpty().anyMatch(RowTrace::isRetraction);
    assertThat(ProvenanceText.of(trail)).contains("taken back", "data_correction");
    assertThat(mrs.audit().explain(gone.reportId().value(), "sku").value())
        .contains(gone.sku().value());
    assertThatThrownBy(() -> mrs.audit().replay(gone.reportId().value(), ReplayProgress.NONE))
        .hasMessageContaining("there is nothing to replay");
  }

  @Test
  void history_endsWithTheValueShownAndHasEachValueOnce() {
    for (MinorityReport report : reports) {
      FieldHistory history =
          mrs.audit().history(report.reportId().value(), "attributed_sales_total");

      List<HistoryValue> values = history.values();
      assertThat(values.get(values.size() - 1).value().orElseThrow())
          .isEqualTo(shown(report).get("attributed_sales_total"));
      for (int i = 1; i < values.size(); i++) {
        assertThat(values.get(i).value()).isNotEqualTo(values.get(i - 1).value());
      }
      assertThat(values)
          .allSatisfy(
              value ->
                  assertThat(value.row().orElseThrow().log())
                      .isEqualTo("minority_reports_detected_log"));
    }
  }

  private static void assertExplained(Explanation explanation, Set<String> refs) {
    String what = explanation.field() + " of " + explanation.subjectId();
    assertThat(explanation.rows())
        .as(what)
        .extracting(row -> place(row.row()))
        .allMatch(refs::contains);
    if (explanation.rule().isEmpty()) {
      ExplainedRow row = explanation.rows().get(0);
      assertThat(explanation.rows()).as(what).hasSize(1);
      assertThat(row.value()).as(what).isEqualTo(explanation.value());
    } else if (explanation.value().isPresent() && !isEmpty(explanation.value().get())) {
      assertThat(explanation.rows()).as(what + ": " + explanation.rule()).isNotEmpty();
    }
  }

  /** Values that say that there is nothing, or that nobody did anything, come from no row. */
  private static boolean isEmpty(Object value) {
    return List.of("none", List.of(), Map.of(), "unreviewed", false, 0).contains(value)
        || (value instanceof Map<?, ?> states && states.keySet().equals(Set.of("unreviewed")));
  }

  private static BigDecimal sum(Explanation explanation) {
    return explanation.rows().stream()
        .flatMap(row -> row.value().stream())
        .map(value -> new BigDecimal(value.toString()))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static Map<String, Object> folded(Trail trail, long position) {
    Map<String, Object> fields = new TreeMap<>();
    for (TrailCommit commit : trail.commits()) {
      if (commit.position() <= position) {
        for (FieldChange change : commit.changes()) {
          assertThat(change.before().orElse(null)).isEqualTo(fields.get(change.field()));
          change
              .after()
              .ifPresentOrElse(
                  value -> fields.put(change.field(), value), () -> fields.remove(change.field()));
        }
      }
    }
    return fields;
  }

  private static Map<String, Object> shown(Object hydrated) {
    Map<String, Object> fields = new TreeMap<>(CanonicalJson.fields(CanonicalJson.bytes(hydrated)));
    fields.keySet().removeAll(NOT_IN_TRAILS);
    return fields;
  }

  private static Set<String> places(Map<String, Object> hydrated) {
    Set<String> places = new TreeSet<>();
    for (Object ref : (List<?>) Objects.requireNonNull(hydrated.get("row_refs"))) {
      places.add(((Map<?, ?>) ref).get("log") + " " + ((Map<?, ?>) ref).get("row"));
    }
    return places;
  }

  private static String place(StoredRow row) {
    return row.log().wireName() + " " + row.rowNumber();
  }

  private static String place(RowTrace row) {
    return row.log() + " " + row.row();
  }
}
