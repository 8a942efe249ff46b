package org.minorityreport.core.rehearsal;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.rehearsal.ReportChange;
import org.minorityreport.api.rehearsal.RunComparison;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.CanonicalJson;

/** Holds what two runs of one store show against each other. */
public final class RunComparisons {
  private static final ImmutableList<String> COMPARED =
      ImmutableList.of(
          "window_start",
          "window_end",
          "proposed_cause",
          "proposed_cause_category",
          "final_cause",
          "final_cause_category");

  private RunComparisons() {}

  /**
   * Compares two runs.
   *
   * @param store the logs
   * @param runA one run
   * @param asOfA the moment at which to look at it
   * @param runB another run, or the same
   * @param asOfB the moment at which to look at that
   * @return reports that only one has, changed causes and windows, figures of both
   * @throws UsageException if a run has no ticks at its moment, has no such tag, or the position
   *     lies after the newest commit
   */
  public static RunComparison compare(
      LogStore store, RunId runA, AsOf asOfA, RunId runB, AsOf asOfB) {
    HydratedView viewA = view(store, runA, asOfA);
    HydratedView viewB = view(store, runB, asOfB);
    Map<ReportId, MinorityReport> a = byId(viewA);
    Map<ReportId, MinorityReport> b = byId(viewB);
    List<ReportChange> changed = new ArrayList<>();
    a.forEach(
        (id, report) -> {
          MinorityReport other = b.get(id);
          List<FieldChange> changes = other == null ? List.of() : changes(report, other);
          if (!changes.isEmpty()) {
            changed.add(ReportChange.builder().reportId(id).changes(changes).build());
          }
        });
    return RunComparison.builder()
        .runA(runA)
        .runB(runB)
        .positionA(viewA.reports().refreshSeq().value())
        .positionB(viewB.reports().refreshSeq().value())
        .onlyInA(without(a, b))
        .onlyInB(without(b, a))
        .changed(changed)
        .figuresA(Figures.of(viewA))
        .figuresB(Figures.of(viewB))
        .build();
  }

  private static HydratedView view(LogStore store, RunId run, AsOf asOf) {
    HydratedView view = Hydration.hydrate(store, run, asOf);
    CommitPosition position = view.reports().refreshSeq();
    if (store.count(Logs.STAGE_RUNS, run, position) == 0) {
      throw new UsageException(
          "run '"
              + run
              + "' has no ticks up to position "
              + position
              + "; runs that have rows: "
              + store.runs());
    }
    return view;
  }

  private static Map<ReportId, MinorityReport> byId(HydratedView view) {
    Map<ReportId, MinorityReport> reports = new TreeMap<>();
    view.reports().all().forEach(report -> reports.put(report.reportId(), report));
    return reports;
  }

  private static List<ReportId> without(Map<ReportId, ?> some, Map<ReportId, ?> others) {
    TreeSet<ReportId> ids = new TreeSet<>(some.keySet());
    ids.removeAll(others.keySet());
    return List.copyOf(ids);
  }

  private static List<FieldChange> changes(MinorityReport a, MinorityReport b) {
    return changes(a, b, COMPARED);
  }

  /** {@return the fields among some in which two reports differ, in their order} */
  static List<FieldChange> changes(MinorityReport a, MinorityReport b, List<String> compared) {
    Map<String, Object> before = CanonicalJson.fields(CanonicalJson.bytes(a));
    Map<String, Object> after = CanonicalJson.fields(CanonicalJson.bytes(b));
    return compared.stream()
        .filter(field -> !Objects.equals(before.get(field), after.get(field)))
        .map(
            field ->
                FieldChange.builder()
                    .field(field)
                    .before(Optional.ofNullable(before.get(field)))
                    .after(Optional.ofNullable(after.get(field)))
                    .build())
        .toList();
  }
}
