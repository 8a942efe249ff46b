package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EventStatus;

/** An event, its rows and its reports, before anything is computed from them. */
final class EventGroup {
  private final EventId id;
  private final Optional<EventRows> rows;
  private final List<ReportDraft> reports = new ArrayList<>();
  private final List<ReportDraft> superseded = new ArrayList<>();
  private final SortedMap<ReportId, RowRefs> membership = new TreeMap<>();

  EventGroup(EventId id, Optional<EventRows> rows) {
    this.id = id;
    this.rows = rows;
  }

  /**
   * Adds a report; by id, so that nothing depends on the order of logs.
   *
   * @param report the report
   * @param refs the rows that say that it belongs here
   */
  void add(ReportDraft report, RowRefs refs) {
    (report.superseded() ? superseded : reports).add(report);
    membership.put(report.report().reportId(), refs);
  }

  EventId id() {
    return id;
  }

  Optional<EventRows> rows() {
    return rows;
  }

  /** {@return the reports that count, by id} */
  List<ReportDraft> reports() {
    return reports;
  }

  /** {@return the reports that were here and are no more, by id} */
  List<ReportDraft> superseded() {
    return superseded;
  }

  /** {@return active while one of its reports is open} */
  EventStatus status() {
    return reports.stream().anyMatch(r -> r.report().isOpen())
        ? EventStatus.ACTIVE
        : EventStatus.ENDED;
  }

  /** {@return the name in MELOG, else that in the newest row of a report} */
  Optional<String> name() {
    return rows.map(r -> r.giving().row().cohortName())
        .or(() -> newestCohortRow().map(CohortSaid::name));
  }

  /** {@return the name as a report shows it: without MELOG what its own row says} */
  Optional<String> nameFor(ReportDraft report) {
    return rows.map(r -> r.giving().row().cohortName())
        .or(() -> report.cohort().map(CohortSaid::name));
  }

  /** {@return the newest row of cohorting about one of the reports, best one that counts} */
  Optional<CohortSaid> newestCohortRow() {
    return newestCohortRow(reports).or(() -> newestCohortRow(superseded));
  }

  private static Optional<CohortSaid> newestCohortRow(List<ReportDraft> of) {
    return of.stream()
        .flatMap(r -> r.cohort().stream())
        .max(Comparator.comparing(CohortSaid::place, RowPlace.BY_COMMIT));
  }

  /** {@return all rows that the event is made from} */
  RowRefs refs() {
    RowRefs refs = own();
    membership.values().forEach(refs::addAll);
    (reports.isEmpty() ? superseded : reports).forEach(report -> refs.addAll(report.refs()));
    return refs;
  }

  /** {@return the rows from which a report has its event, and those that tell its status} */
  RowRefs refsOf(ReportDraft report) {
    RowRefs refs = new RowRefs();
    refs.addAll(membership.getOrDefault(report.report().reportId(), new RowRefs()));
    rows.ifPresent(r -> refs.add(r.latest()).add(r.giving()));
    statusRow().ifPresent(refs::add);
    return refs;
  }

  private RowRefs own() {
    RowRefs refs = new RowRefs();
    rows.ifPresentOrElse(
        r -> refs.add(r.latest()).add(r.giving()),
        () -> newestCohortRow().ifPresent(row -> refs.add(row.place())));
    return refs;
  }

  /**
   * The row that made the event active, the earliest of an open report, or the one that ended it.
   */
  private Optional<RowPlace> statusRow() {
    return status() == EventStatus.ACTIVE
        ? reports.stream()
            .filter(r -> r.report().isOpen())
            .map(ReportDraft::decidedBy)
            .min(RowPlace.BY_COMMIT)
        : reports.stream().map(ReportDraft::decidedBy).max(RowPlace.BY_COMMIT);
  }
}
