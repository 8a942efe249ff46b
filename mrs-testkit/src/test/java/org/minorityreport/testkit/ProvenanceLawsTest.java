package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.provenance.ExplainedRow;
import org.minorityreport.api.provenance.Explanation;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.provenance.FieldHistory;
import org.minorityreport.api.provenance.HistoryValue;
import org.minorityreport.api.provenance.RowTrace;
import org.minorityreport.api.provenance.Trail;
import org.minorityreport.api.provenance.TrailCommit;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.CanonicalJson;

/** What the answers of spec 7.6 say about a whole simulated run is what hydration shows of it. */
class ProvenanceLawsTest {
  /** They say which rows a view is made of, and change with each of them. */
  private static final Set<String> NOT_IN_TRAILS = Set.of("row_refs", "last_changed");

  private static final Set<String> SUMS =
      Set.of("attributed_sales_total", "baseline_sales_total", "impact_estimate");

  private static LogStore store;
  private static Mrs mrs;
  private static List<MinorityReport> reports;
  private static List<MinorityEvent> events;

  @BeforeAll
  static void run() {
    store = SmallWorld.run(new SmallWorld().tables(), 2);
    mrs = SmallWorld.open(store, new SmallWorld().tables(), 2);
    reports = mrs.reports().all();
    events = mrs.events().all();
    assertThat(reports).hasSizeGreaterThan(5);
    assertThat(events).anyMatch(event -> event.cohortSize() > 1);
  }

  @AfterAll
  static void close() {
    mrs.close();
  }

  /** Folding the changes of a trail gives, after each commit, what the whole view shows then. */
  @Test
  void trail_foldedUpToAnyCommit_isTheHydratedRow() {
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
  @Test
  void explanation_ofEveryFieldOfEveryReport_standsInARowThatIsNamed() {
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

  @Test
  void explanation_ofEveryFieldOfEveryEvent_standsInARowThatIsNamed() {
    for (MinorityEvent event : events) {
      Map<String, Object> all = CanonicalJson.fields(CanonicalJson.bytes(event));
      Set<String> refs = places(all);
      for (String field : CanonicalJson.properties(MinorityEvent.class)) {
        Explanation explanation = mrs.audit().explain(event.eventId().value(), field);

        assertThat(explanation.value().orElse(null)).as(field).isEqualTo(all.get(field));
        assertExplained(explanation, refs);
        if (SUMS.contains(field) && explanation.value().isPresent()) {
          assertThat(Units.normal(sum(explanation)))
              .as("%s of %s", field, event.eventId())
              .isEqualByComparingTo(String.valueOf(all.get(field)));
        }
      }
    }
  }

  @Test
  void explanation_ofACause_namesStageModelsConfigurationInputsAndContext() {
    MinorityReport report =
        reports.stream()
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

  /** Words that say that there is nothing come from no row. */
  private static boolean isEmpty(Object value) {
    return value.equals("none") || value.equals(List.of());
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
