package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.RowRef;
import org.minorityreport.api.view.ValueSource;
import org.minorityreport.core.json.CanonicalJson;

class HydrationLawsTest {
  private static final List<Log<?>> READ =
      List.of(
          Logs.REPORTS_DETECTED,
          Logs.REPORTS_ENDED,
          Logs.REPORTS_CLUSTERED,
          Logs.REPORTS_ATTRIBUTED,
          Logs.REPORTS_COHORTED,
          Logs.EVENTS,
          Logs.STORES,
          Logs.STAGE_RUNS,
          Logs.USER_EDITS,
          Logs.USER_EVENT_EDITS,
          Logs.REPORTS_FINALISED,
          Logs.REREVIEW_WORKLIST,
          Logs.REPORTS_RECLUSTERED,
          Logs.REPORTS_REATTRIBUTED);

  /** Depends on all logs, by marks, provenance or other reports of the event. */
  private static final Set<String> ALWAYS_FREE =
      Set.of(
          "report_status",
          "is_degraded",
          "degraded_reasons",
          "model_versions",
          "row_refs",
          "last_changed",
          "event_status");

  /** The groups that hang on a log, by {@link FieldGroups}. */
  private static final Map<Log<?>, Set<FieldGroup>> FREE =
      Map.ofEntries(
          Map.entry(
              Logs.REPORTS_DETECTED,
              Set.of(
                  FieldGroup.WINDOW_START,
                  FieldGroup.WINDOW_END,
                  FieldGroup.STRUCTURE,
                  FieldGroup.TOTALS,
                  FieldGroup.FIRST)),
          Map.entry(Logs.REPORTS_ENDED, Set.of(FieldGroup.WINDOW_END)),
          Map.entry(Logs.REPORTS_CLUSTERED, Set.of(FieldGroup.CLUSTER, FieldGroup.REVIEW)),
          Map.entry(
              Logs.REPORTS_ATTRIBUTED,
              Set.of(FieldGroup.PROPOSED, FieldGroup.FIRST, FieldGroup.REVIEW)),
          Map.entry(Logs.REPORTS_COHORTED, Set.of(FieldGroup.GROUP_ID)),
          Map.entry(Logs.EVENTS, Set.of(FieldGroup.GROUP_ID)),
          Map.entry(Logs.STORES, Set.of(FieldGroup.STORE)),
          Map.entry(Logs.STAGE_RUNS, Set.of()),
          Map.entry(
              Logs.USER_EDITS,
              Set.of(
                  FieldGroup.WINDOW_START,
                  FieldGroup.WINDOW_END,
                  FieldGroup.TOTALS,
                  FieldGroup.GROUP_ID,
                  FieldGroup.REVIEW)),
          Map.entry(Logs.USER_EVENT_EDITS, Set.of(FieldGroup.GROUP_ID)),
          Map.entry(Logs.REPORTS_FINALISED, Set.of(FieldGroup.FINAL, FieldGroup.REVIEW)),
          Map.entry(Logs.REREVIEW_WORKLIST, Set.of(FieldGroup.REVIEW)),
          Map.entry(Logs.REPORTS_RECLUSTERED, Set.of(FieldGroup.CLUSTER, FieldGroup.REVIEW)),
          Map.entry(Logs.REPORTS_REATTRIBUTED, Set.of(FieldGroup.PROPOSED, FieldGroup.REVIEW)));

  @Provide
  Arbitrary<List<List<Fact>>> histories() {
    return Fact.histories();
  }

  @Property(tries = 100)
  void asOfAPosition_isTheViewOfTheCommitsUpToIt(@ForAll("histories") List<List<Fact>> history) {
    Scene whole = Fact.scene(history);
    Scene growing = new Scene();
    for (List<Fact> commit : history) {
      Fact.apply(growing, commit);
      assertSame(whole.at(growing.store().head().value()), growing.now());
    }
  }

  @Property(tries = 100)
  void orderOfRows_doesNotMatter(@ForAll("histories") List<List<Fact>> history) {
    Scene scene = Fact.scene(history);

    assertSame(view(new FilteredStore(scene.store(), row -> true, true)), scene.now());
  }

  @Property(tries = 100)
  void asOfATick_isTheViewOfItsRows(
      @ForAll("histories") List<List<Fact>> history, @ForAll @IntRange(max = 3) int tick) {
    Scene scene = Fact.scene(history);
    Predicate<StoredRow> until = row -> !row.writtenAt().isAfter(Fact.at(tick));

    assertSame(scene.of(Fact.at(tick)), view(new FilteredStore(scene.store(), until, false)));
  }

  @Property(tries = 100)
  void droppingALog_changesOnlyWhatDependsOnIt(@ForAll("histories") List<List<Fact>> history) {
    Scene scene = Fact.scene(history);
    Map<String, MinorityReport> before = byId(scene.now());
    // What was superseded shows rows of the past, and which those are hangs on all logs together.
    before.values().removeIf(HydrationLawsTest::isSuperseded);
    for (Log<?> dropped : READ) {
      Map<String, MinorityReport> after = byId(view(without(scene.store(), dropped)));
      after.keySet().retainAll(before.keySet());
      after.forEach(
          (id, report) ->
              assertThat(kept(report, dropped, before.get(id)))
                  .as("%s without %s", id, dropped)
                  .isEqualTo(kept(before.get(id), dropped, before.get(id))));
    }
  }

  @Property(tries = 300)
  void valuesOfAReport_areInTheRowsItNames(@ForAll("histories") List<List<Fact>> history) {
    Scene scene = Fact.scene(history);
    for (MinorityReport report : scene.now().reports().all()) {
      if (!isSuperseded(report)) {
        Set<RowRef> refs = Set.copyOf(report.rowRefs());
        LogStore named = new FilteredStore(scene.store(), row -> refs.contains(ref(row)), false);
        MinorityReport again = byId(view(named)).get(report.reportId().value());

        assertThat(fields(again, ALWAYS_FREE)).isEqualTo(fields(report, ALWAYS_FREE));
      }
    }
  }

  @Property(tries = 100)
  void rowRefs_areSortedAndTheNewestSaysLastChanged(@ForAll("histories") List<List<Fact>> history) {
    Scene scene = Fact.scene(history);
    Map<RowRef, Long> positions = new HashMap<>();
    for (Log<?> log : READ) {
      scene
          .store()
          .read(
              log,
              Scene.RUN,
              CommitPosition.START,
              scene.store().head(),
              row -> positions.put(ref(row), row.position().value()));
    }
    List<List<RowRef>> refs = new ArrayList<>();
    List<Long> changed = new ArrayList<>();
    for (MinorityReport report : scene.now().reports().all()) {
      refs.add(report.rowRefs());
      changed.add(report.lastChanged());
    }
    for (MinorityEvent event : scene.now().events().all()) {
      refs.add(event.rowRefs());
      changed.add(event.lastChanged());
    }
    for (int i = 0; i < refs.size(); i++) {
      assertThat(refs.get(i))
          .doesNotHaveDuplicates()
          .isSortedAccordingTo(Comparator.comparing(RowRef::log).thenComparingLong(RowRef::row));
      assertThat(refs.get(i).stream().mapToLong(positions::get).max()).hasValue(changed.get(i));
    }
  }

  @Property(tries = 300)
  void aDegradedRow_takesNoValueAway(
      @ForAll("histories") List<List<Fact>> history,
      @ForAll @IntRange(max = 2) int report,
      @ForAll @IntRange(max = 3) int stage) {
    Scene scene = Fact.scene(history);
    Sample sample = Fact.REPORTS.get(report);
    // What was never said completely may be said anew, so all is said completely once.
    String settled = Fact.at(5).toString();
    scene.commit(
        sample.detected(settled),
        sample.clustered(settled),
        sample.attributed(settled),
        sample.cohorted(settled, sample.event()));
    MinorityReport before = byId(scene.now()).get(sample.id().value());
    Assume.that(before != null && !isSuperseded(before));

    scene.commit(degraded(sample, stage));

    Map<String, Object> values = fields(before, ALWAYS_FREE);
    Set<FieldGroup> free =
        stage == 3 ? Set.of(FieldGroup.REVIEW, FieldGroup.GROUP_ID) : Set.of(FieldGroup.REVIEW);
    values
        .keySet()
        .removeIf(field -> FieldGroups.OF_REPORTS.of(field).filter(free::contains).isPresent());
    assertThat(fields(scene.report(sample), ALWAYS_FREE)).containsAllEntriesOf(values);
  }

  /** A row of a later tick than any that was generated, which lacks what its stage says. */
  private static LogRow degraded(Sample sample, int stage) {
    String at = Fact.at(9).toString();
    return switch (stage) {
      case 0 ->
          sample.detected(at, b -> b.isDegraded(true).degradedReasons(List.of("SALES_missing")));
      case 1 -> sample.clustered(at, b -> b.isDegraded(true).degradedReasons(List.of("MRCL_down")));
      case 2 ->
          sample.attributed(
              at,
              b ->
                  b.proposedCause("unknown")
                      .confidenceScore(OptionalDouble.empty())
                      .isDegraded(true)
                      .degradedReasons(List.of("MRPAL_down")));
      default -> sample.cohorted(at, b -> b.isDegraded(true).degradedReasons(List.of("MRCH_down")));
    };
  }

  @Property(tries = 100)
  void totalsOfAnEvent_areTheSumsOverItsReports(@ForAll("histories") List<List<Fact>> history) {
    HydratedView view = Fact.scene(history).now();
    for (MinorityEvent event : view.events().all()) {
      List<MinorityReport> reports =
          view.reports().all().stream()
              .filter(r -> r.reportGroupId().equals(Optional.of(event.eventId())))
              .filter(r -> !isSuperseded(r))
              .toList();

      assertThat(event.reportIds())
          .containsExactlyElementsOf(reports.stream().map(MinorityReport::reportId).toList());
      assertThat(event.attributedSalesTotal())
          .isEqualByComparingTo(
              reports.stream()
                  .map(MinorityReport::attributedSalesTotal)
                  .reduce(BigDecimal.ZERO, BigDecimal::add));
      assertThat(event.impactEstimate())
          .isEqualTo(
              reports.stream().flatMap(r -> r.impactEstimate().stream()).reduce(BigDecimal::add));
      reports.forEach(r -> assertThat(r.eventStatus()).contains(event.eventStatus()));
    }
    view.reports().all().stream()
        .flatMap(r -> r.reportGroupId().stream())
        .forEach(id -> assertThat(view.events().get(id.value()).eventId()).isEqualTo(id));
  }

  @Property(tries = 100)
  void retractingAllRowsOfAReport_removesIt(@ForAll("histories") List<List<Fact>> history) {
    Scene scene = Fact.scene(history);
    Sample gone = Fact.REPORTS.get(0);
    for (int tick = 0; tick < 4; tick++) {
      for (Fact.Kind kind : Fact.OF_STAGES) {
        scene.retract(new Fact(kind, 0, tick, 1, true).row());
      }
    }

    assertThat(byId(scene.now())).doesNotContainKey(gone.id().value());
    assertThat(scene.now().events().all()).noneMatch(e -> e.reportIds().contains(gone.id()));
  }

  private static boolean isSuperseded(MinorityReport report) {
    return report.reportStatus().equals("superseded");
  }

  private static LogStore without(LogStore store, Log<?> dropped) {
    return new FilteredStore(store, row -> row.log() != dropped, false);
  }

  private static HydratedView view(LogStore store) {
    return Hydration.hydrate(store, Scene.RUN, AsOf.now());
  }

  private static void assertSame(HydratedView actual, HydratedView expected) {
    assertThat(actual.reports().all()).isEqualTo(expected.reports().all());
    assertThat(actual.events().all()).isEqualTo(expected.events().all());
  }

  private static RowRef ref(StoredRow row) {
    return RowRef.builder().log(row.log().wireName()).row(row.rowNumber()).build();
  }

  private static Map<String, MinorityReport> byId(HydratedView view) {
    Map<String, MinorityReport> reports = new TreeMap<>();
    view.reports().all().forEach(report -> reports.put(report.reportId().value(), report));
    return reports;
  }

  /** The fields that may not change if a log is missing. */
  private static Map<String, Object> kept(
      MinorityReport report, Log<?> dropped, MinorityReport before) {
    Map<String, Object> kept = fields(report, ALWAYS_FREE);
    Set<FieldGroup> free = new HashSet<>(FREE.getOrDefault(dropped, Set.of()));
    if (before.sourceUsedStructure() != ValueSource.DETECTED) {
      free.addAll(FREE.getOrDefault(Logs.REPORTS_DETECTED, Set.of()));
    }
    kept.keySet()
        .removeIf(field -> FieldGroups.OF_REPORTS.of(field).filter(free::contains).isPresent());
    return kept;
  }

  private static Map<String, Object> fields(MinorityReport report, Set<String> without) {
    Map<String, Object> fields = new TreeMap<>(CanonicalJson.fields(CanonicalJson.bytes(report)));
    fields.keySet().removeAll(without);
    return fields;
  }
}
