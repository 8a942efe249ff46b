package org.minorityreport.core.rehearsal;

import com.google.common.collect.ImmutableList;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.provenance.FieldChange;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.rehearsal.DryRun;
import org.minorityreport.api.rehearsal.EventChange;
import org.minorityreport.api.rehearsal.ReportChange;
import org.minorityreport.api.rehearsal.TouchedDecision;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.json.LogCodec;

/** The reconcile difference of two views of one run: as it is, and as a change would make it. */
final class DryRuns {
  /** What the machine says of a report: a change in any of it is a change of the report. */
  private static final ImmutableList<String> COMPARED =
      ImmutableList.of(
          "window_start",
          "window_end",
          "direction",
          "severity_score",
          "attributed_sales_total",
          "baseline_sales_total",
          "cluster_id",
          "proposed_cause",
          "proposed_cause_category",
          "suppressed_by");

  private static final Set<EditAction> DECIDING =
      Set.of(
          EditAction.APPROVE,
          EditAction.EDIT,
          EditAction.REJECT,
          EditAction.DISMISS,
          EditAction.CONFIRM,
          EditAction.ADJUDICATE,
          EditAction.COUNTERSIGN,
          EditAction.REOPEN);

  private final SortedMap<ReportId, MinorityReport> now;
  private final SortedMap<ReportId, MinorityReport> tried;
  private final SortedMap<String, String> touched = new TreeMap<>();

  private DryRuns(HydratedView now, HydratedView tried) {
    this.now = byId(now);
    this.tried = byId(tried);
  }

  /**
   * Compares.
   *
   * @param result is given what differs; the rest is the caller's to say
   * @param now the view as it is
   * @param tried the view as a change would make it
   * @param logs the logs, for what people decided
   */
  static void compare(
      DryRun.Builder result,
      HydratedView now,
      HydratedView tried,
      LogStore logs,
      RunId run,
      CommitPosition upTo) {
    new DryRuns(now, tried).into(result, logs, run, upTo);
    result.figuresNow(Figures.of(now)).figuresTried(Figures.of(tried));
  }

  private void into(DryRun.Builder result, LogStore logs, RunId run, CommitPosition upTo) {
    for (MinorityReport report : now.values()) {
      MinorityReport other = tried.get(report.reportId());
      if (other == null) {
        result.addGone(report.reportId());
        touch(report, "gone");
        continue;
      }
      List<FieldChange> changes = RunComparisons.changes(report, other, COMPARED);
      if (changes.isEmpty()) {
        result.addKept(report.reportId());
      } else {
        result.addChanged(
            ReportChange.builder().reportId(report.reportId()).changes(changes).build());
        touch(report, "changed");
      }
    }
    tried.keySet().stream().filter(id -> !now.containsKey(id)).forEach(result::addAdded);
    several(tried, now, (event, others) -> result.addEventsMerged(change(event, others)));
    several(now, tried, (event, others) -> result.addEventsSplit(change(event, others)));
    several(tried, now, (event, others) -> others.forEach(e -> touched.put(e.value(), "merged")));
    several(now, tried, (event, others) -> touched.put(event.value(), "split"));
    decisions(logs, Logs.USER_EDITS, run, upTo, result);
    decisions(logs, Logs.USER_EVENT_EDITS, run, upTo, result);
  }

  /** What becomes of a report becomes of its event's decision as well. */
  private void touch(MinorityReport report, String how) {
    touched.put(report.reportId().value(), how);
    report.reportGroupId().ifPresent(event -> touched.putIfAbsent(event.value(), "changed"));
  }

  /** The events of one side whose reports are in more than one event of the other. */
  private static void several(
      SortedMap<ReportId, MinorityReport> one,
      SortedMap<ReportId, MinorityReport> other,
      BiConsumer<EventId, SortedSet<EventId>> found) {
    SortedMap<EventId, SortedSet<EventId>> events = new TreeMap<>();
    one.forEach(
        (id, report) -> {
          MinorityReport there = other.get(id);
          if (there != null && there.reportGroupId().isPresent()) {
            report
                .reportGroupId()
                .ifPresent(
                    event ->
                        events
                            .computeIfAbsent(event, k -> new TreeSet<>())
                            .add(there.reportGroupId().get()));
          }
        });
    events.forEach(
        (event, others) -> {
          if (others.size() > 1) {
            found.accept(event, others);
          }
        });
  }

  private static EventChange change(EventId event, SortedSet<EventId> others) {
    return EventChange.builder().eventId(event).others(others).build();
  }

  private void decisions(
      LogStore logs, Log<UserEdit> log, RunId run, CommitPosition upTo, DryRun.Builder result) {
    List<UserEdit> acts = new ArrayList<>();
    logs.read(
        log,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (!row.isRetracted()) {
            acts.add(LogCodec.read(log, row));
          }
        });
    for (UserEdit act : acts) {
      String how = touched.get(act.targetId());
      if (how != null && EditAction.of(act.action()).filter(DECIDING::contains).isPresent()) {
        result.addDecisionsTouched(
            TouchedDecision.builder()
                .annotationId(act.annotationId())
                .targetId(act.targetId())
                .action(act.action())
                .actor(act.actor())
                .how(how)
                .build());
      }
    }
  }

  private static SortedMap<ReportId, MinorityReport> byId(HydratedView view) {
    Map<ReportId, MinorityReport> all =
        view.reports().all().stream()
            .collect(Collectors.toMap(MinorityReport::reportId, Function.identity()));
    return new TreeMap<>(all);
  }
}
