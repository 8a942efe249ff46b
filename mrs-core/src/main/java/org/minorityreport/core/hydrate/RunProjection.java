package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/** Makes a view out of folded logs: first each report by itself, then events, then both joined. */
final class RunProjection {
  private final RunHistory history;
  private final RunId run;

  RunProjection(RunHistory history, RunId run) {
    this.history = history;
    this.run = run;
  }

  HydratedView project(CommitPosition refreshSeq) {
    List<ReportDraft> drafts = drafts();
    EventLedger ledger =
        new EventLedger(
            history.events,
            drafts.stream()
                .flatMap(draft -> draft.cohort().stream())
                .map(CohortSaid::event)
                .toList());
    SortedMap<EventId, EventId> ends = new TreeMap<>();
    ledger.known().forEach(id -> ends.put(id, ledger.follow(id).end()));
    SortedMap<EventId, EventGroup> groups = new TreeMap<>();
    ends.values().forEach(id -> groups.put(id, new EventGroup(id, ledger.rows(id))));

    List<Optional<EventGroup>> groupOf = new ArrayList<>(drafts.size());
    drafts.forEach(draft -> groupOf.add(join(draft, ledger, groups)));
    List<MinorityReport> reports = new ArrayList<>(drafts.size());
    for (int i = 0; i < drafts.size(); i++) {
      ReportDraft draft = drafts.get(i);
      reports.add(groupOf.get(i).map(draft::in).orElseGet(draft::alone));
    }
    List<MinorityEvent> events =
        groups.values().stream().map(group -> EventProjection.of(group, run)).toList();
    return new HydratedView(
        new HydratedReports(refreshSeq, reports), new HydratedEvents(refreshSeq, events, ends));
  }

  private List<ReportDraft> drafts() {
    StageRuns runs = new StageRuns(history.stageRuns);
    return history.reports().stream()
        .flatMap(id -> ReportProjection.of(id, run, history, runs).stream())
        .toList();
  }

  /** Puts a report into the event that its own row names, else into one that lists it. */
  private static Optional<EventGroup> join(
      ReportDraft draft, EventLedger ledger, SortedMap<EventId, EventGroup> groups) {
    RowRefs refs = new RowRefs();
    Optional<EventId> said =
        draft
            .cohort()
            .map(
                row -> {
                  refs.add(row.place());
                  return row.event();
                })
            .or(
                () ->
                    ledger
                        .listing(draft.report().reportId())
                        .map(
                            row -> {
                              refs.add(row);
                              return row.row().eventId();
                            }));
    return said.map(
        id -> {
          EventLedger.Way way = ledger.follow(id);
          way.mergers().forEach(refs::add);
          EventGroup group =
              groups.computeIfAbsent(way.end(), end -> new EventGroup(end, ledger.rows(end)));
          group.add(draft, refs);
          return group;
        });
  }
}
