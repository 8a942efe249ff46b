package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.view.ValueSource;

/** An event, its rows and its reports, before anything is computed from them. */
final class EventGroup {
  private final EventId id;
  private final Optional<EventRows> rows;
  private final Edits edits;
  private final SortedMap<EventId, Edits> mergedFrom;
  private final RowRefs mergers;
  private final List<ReportDraft> reports = new ArrayList<>();
  private final List<ReportDraft> superseded = new ArrayList<>();
  private final SortedMap<ReportId, RowRefs> membership = new TreeMap<>();

  /** Kept once asked for, when all reports are there. Two threads may both find it out. */
  private volatile @Nullable RowRefs shared;

  /**
   * An event without reports yet.
   *
   * @param id its id
   * @param rows what MELOG says of it
   * @param edits what people did about it
   * @param mergedFrom the events that went into it, and what people did about each
   * @param mergers the rows that say that they did
   */
  EventGroup(
      EventId id,
      Optional<EventRows> rows,
      Edits edits,
      SortedMap<EventId, Edits> mergedFrom,
      RowRefs mergers) {
    this.id = id;
    this.rows = rows;
    this.edits = edits;
    this.mergedFrom = mergedFrom;
    this.mergers = mergers;
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
    shared = null;
  }

  EventId id() {
    return id;
  }

  Optional<EventRows> rows() {
    return rows;
  }

  /** {@return the events that went into it, by id} */
  List<EventId> mergedFrom() {
    return List.copyOf(mergedFrom.keySet());
  }

  /** {@return how far people are with it} */
  EventReview review() {
    return new EventReview(
        edits, mergedFrom.values(), reports.stream().map(ReportDraft::report).toList());
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
        .or(() -> saidHere(report).map(CohortSaid::name));
  }

  /** {@return what joined its reports, as a report shows it} */
  List<String> reasonFor(ReportDraft report) {
    return rows.map(r -> r.giving().row().cohortReason())
        .or(() -> saidHere(report).map(CohortSaid::reason))
        .orElse(List.of());
  }

  /** {@return how sure it is that its reports belong together, as a report shows it} */
  OptionalDouble confidenceFor(ReportDraft report) {
    return rows.map(r -> OptionalDouble.of(r.giving().row().cohortConfidence()))
        .or(() -> saidHere(report).map(said -> OptionalDouble.of(said.confidence())))
        .orElse(OptionalDouble.empty());
  }

  /** What cohorting said of a report, unless a person has put it elsewhere since. */
  private static Optional<CohortSaid> saidHere(ReportDraft report) {
    return report.membership().filter(m -> m.source() == ValueSource.UI).isPresent()
        ? Optional.empty()
        : report.cohort();
  }

  /** {@return the newest row of cohorting about one of the reports, best one that counts} */
  Optional<CohortSaid> newestCohortRow() {
    return newestCohortRow(reports).or(() -> newestCohortRow(superseded));
  }

  private static Optional<CohortSaid> newestCohortRow(List<ReportDraft> of) {
    return of.stream()
        .flatMap(r -> saidHere(r).stream())
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
    return new RowRefs().addAll(membershipOf(report)).addAll(shared());
  }

  /** {@return the newest commit that brought one of the rows of {@link #refsOf}} */
  long lastChangedFor(ReportDraft report) {
    return Math.max(membershipOf(report).lastChanged(), shared().lastChanged());
  }

  private RowRefs membershipOf(ReportDraft report) {
    return membership.getOrDefault(report.report().reportId(), new RowRefs());
  }

  /** What {@link #refsOf} gives to each report alike; found out once. */
  private RowRefs shared() {
    RowRefs known = shared;
    if (known == null) {
      known = new RowRefs();
      RowRefs refs = known;
      rows.ifPresent(r -> refs.add(r.latest()).add(r.giving()));
      edits.reverts(act -> Edits.is(act, EditAction.MERGE)).forEach(refs::add);
      if (rows.isEmpty()) {
        founding().ifPresent(refs::addAll);
      }
      statusRow().ifPresent(refs::add);
      shared = known;
    }
    return known;
  }

  /** The rows without which nothing would say that there is such an event. */
  private Optional<RowRefs> founding() {
    return Stream.concat(reports.stream(), superseded.stream())
        .filter(r -> r.membership().filter(m -> m.event().equals(id)).isPresent())
        .min(Comparator.comparing(r -> r.report().reportId()))
        .flatMap(r -> Optional.ofNullable(membership.get(r.report().reportId())));
  }

  /** {@return whether there is anything to show of it} */
  boolean isShown() {
    return rows.isPresent() || !reports.isEmpty() || !superseded.isEmpty();
  }

  private RowRefs own() {
    RowRefs refs = new RowRefs();
    rows.ifPresentOrElse(
        r -> refs.add(r.latest()).add(r.giving()),
        () -> newestCohortRow().ifPresent(row -> refs.add(row.place())));
    edits.relevant().forEach(refs::add);
    edits.standing().stream().filter(act -> !act.row().evidence().isEmpty()).forEach(refs::add);
    mergedFrom.values().forEach(other -> other.relevant().forEach(refs::add));
    return refs.addAll(mergers);
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
