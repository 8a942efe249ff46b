package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.core.decision.People;

/**
 * The reports that a tick gives to the stages after detection: those detected at it, and those that
 * a stage still owes a row, to that stage and those after it (spec 8.1). Mutable, one thread.
 */
final class CatchUp {
  private final SortedMap<ReportId, OwedReport> reports = new TreeMap<>();
  private final Set<ReportId> live = new HashSet<>();
  private final SortedMap<ReportId, ReportInput> detected = new TreeMap<>();
  private final SortedMap<ReportId, AttributionInput> attributing = new TreeMap<>();

  /**
   * Starts a tick.
   *
   * @param owed reports that stages owed rows after the tick before
   * @param now reports of this tick
   * @param events the events that reports may still join
   */
  CatchUp(SortedMap<ReportId, OwedReport> owed, List<ReportInput> now, CohortCarry events) {
    events.events().forEach(event -> live.addAll(event.members().keySet()));
    reports.putAll(owed);
    for (ReportInput report : now) {
      ReportId id = report.report().reportId();
      detected.put(id, report);
      reports.put(id, OwedReport.of(report, live.contains(id)));
    }
  }

  /** {@return what clustering is given, by report id} */
  List<ReportInput> toCluster() {
    return inputs(OwedReport::owesClustering);
  }

  void clustered(List<ReportClustered> rows) {
    for (ReportClustered row : rows) {
      reports.computeIfPresent(row.reportId(), (id, r) -> r.with(row));
    }
  }

  /** {@return what attribution is given, by report id: also what was clustered only now} */
  List<AttributionInput> toAttribute(
      List<ReportInput> clusteredNow, boolean campaigns, boolean contextEvents, People people) {
    SortedMap<ReportId, ReportInput> given = new TreeMap<>();
    clusteredNow.forEach(r -> given.put(r.report().reportId(), r));
    inputs(r -> r.owesAttribution(campaigns, contextEvents))
        .forEach(r -> given.put(r.report().reportId(), r));
    given.forEach(
        (id, input) ->
            attributing.put(
                id,
                AttributionInput.builder()
                    .input(input)
                    .clustered(Optional.ofNullable(reports.get(id)).flatMap(OwedReport::clustered))
                    .rejected(people.rejected(id))
                    .build()));
    return List.copyOf(attributing.values());
  }

  void attributed(List<ReportAttributed> rows) {
    for (ReportAttributed row : rows) {
      reports.computeIfPresent(row.reportId(), (id, r) -> r.with(row));
    }
  }

  /** {@return what cohorting is given, by report id: what has a cause, be it an earlier one} */
  List<CohortMember> toJoin() {
    reports.replaceAll(
        (id, r) -> r.placed() && !live.contains(id) && !detected.containsKey(id) ? r.settled() : r);
    List<CohortMember> members = new ArrayList<>();
    reports.values().stream().filter(r -> !r.joined()).forEach(r -> add(r, members));
    return members;
  }

  private static void add(OwedReport report, List<CohortMember> members) {
    report
        .attributed()
        .ifPresent(
            row ->
                members.add(
                    CohortMember.builder()
                        .attributed(row)
                        .clustered(report.clustered())
                        .store(report.store())
                        .build()));
  }

  void joined(List<ReportCohorted> rows) {
    for (ReportCohorted row : rows) {
      reports.computeIfPresent(row.reportId(), (id, r) -> r.with(row));
    }
  }

  /**
   * What is owed to the next tick.
   *
   * @param from reports of which detection last spoke before are let go, so that what a run keeps
   *     never grows with its age
   */
  SortedMap<ReportId, OwedReport> owed(Instant from) {
    SortedMap<ReportId, OwedReport> owed = new TreeMap<>(reports);
    owed.values().removeIf(r -> !r.isOwed() || r.report().writtenAt().isBefore(from));
    return owed;
  }

  private List<ReportInput> inputs(Predicate<OwedReport> wanted) {
    List<ReportInput> inputs = new ArrayList<>();
    reports.forEach(
        (id, report) -> {
          if (detected.containsKey(id) || wanted.test(report)) {
            report.input().get().ifPresent(inputs::add);
          }
        });
    return inputs;
  }
}
