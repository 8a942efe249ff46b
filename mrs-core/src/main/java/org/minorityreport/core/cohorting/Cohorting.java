package org.minorityreport.core.cohorting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.ClusterFields;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortSettings;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.CohortingStage;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.CalledModel;
import org.minorityreport.core.model.DegradationCodes;

/** The cohorting stage (spec 4.4). Immutable, thread-safe. */
public final class Cohorting implements CohortingStage {
  /** Makes the stage. */
  public Cohorting() {}

  /**
   * Whether an event, as a tick left it, is part of the carry: it is active, or a later report
   * could still join it.
   *
   * @param event the event
   * @param tick the tick that left it
   * @param cadence length of a step
   * @param settings limits
   * @param maxBackdateSteps as detection has it
   * @return whether the next tick needs it
   */
  public static boolean isCarried(
      EventCarry event,
      Instant tick,
      Cadence cadence,
      CohortSettings settings,
      int maxBackdateSteps) {
    Cohort cohort = Cohort.of(event, event.members().values());
    return isCarried(cohort, Limits.of(tick, cadence, settings, maxBackdateSteps));
  }

  private static boolean isCarried(Cohort event, Limits limits) {
    return !event.isEmpty() && (event.isActive() || limits.mayComeBack(event));
  }

  @Override
  public CohortingResult join(CohortingTask task, ModelRoute<CohortModel> cohort) {
    AskedModel<CohortModel> model = AskedModel.of(ModelRole.COHORT, cohort);
    Limits limits = Limits.of(task);
    PairJudge judge = new PairJudge(task, model);
    CohortFold fold = new CohortFold(limits, judge);
    fold.run(task);
    List<EventRecord> events = new ArrayList<>();
    List<EventCarry> carried = new ArrayList<>();
    List<ReportCohorted> rows = new ArrayList<>();
    Set<Cohort> kept = new HashSet<>();
    Set<ReportId> reported = new HashSet<>();
    task.reports().forEach(member -> reported.add(member.attributed().reportId()));
    reported.addAll(fold.moved());
    for (Cohort event : fold.cohorts()) {
      if (event.isEmpty()) {
        emptied(task, event, judge).ifPresent(events::add);
        continue;
      }
      EventCarry carry = event.carry(task.tick());
      if (event.isTouched()) {
        EventSummary summary = EventSummary.of(carry, judge);
        events.add(summary.row().runId(task.runId()).writtenAt(task.tick()).build());
        event.members().stream()
            .filter(member -> reported.contains(member.attributed().reportId()))
            .forEach(member -> rows.add(row(task, member, summary, model, judge)));
      }
      if (isCarried(event, limits) || isAwaited(event, judge)) {
        carried.add(carry);
        kept.add(event);
      }
    }
    for (Cohort gone : fold.merged()) {
      if (gone.isEmpty()) { // people put its reports elsewhere and merged what was left
        emptied(task, gone, judge).ifPresent(events::add);
      } else {
        events.add(lastRow(task, gone, fold, judge));
      }
    }
    events.sort(Comparator.comparing(EventRecord::eventId));
    rows.sort(Comparator.comparing(ReportCohorted::reportId));
    return CohortingResult.builder()
        .cohorted(rows)
        .events(events)
        .predictions(judge.predictions())
        .calls(model.calls())
        .errors(judge.errors())
        .carry(
            CohortCarry.builder()
                .events(carried)
                .loggedRefusals(judge.loggedRefusals(pair -> fold.isLive(pair, kept)))
                .people(task.people())
                .build())
        .build();
  }

  /** The model in service has still to say whether a report of it belongs to another event. */
  private static boolean isAwaited(Cohort event, PairJudge judge) {
    return event.members().stream()
        .anyMatch(member -> !judge.marks(member.attributed().reportId()).codes().isEmpty());
  }

  /** The last row of an event that was taken in: ended, whatever its reports do. */
  private static EventRecord lastRow(
      CohortingTask task, Cohort gone, CohortFold fold, PairJudge judge) {
    return EventSummary.of(gone.carry(task.tick()), judge)
        .row()
        .runId(task.runId())
        .writtenAt(task.tick())
        .eventStatus(EventStatus.ENDED)
        .endedAt(task.tick())
        .mergedInto(fold.staying(gone).eventId())
        .resolutionReason("merged")
        .build();
  }

  /**
   * The row of an event that people left empty: what it was called and where it lay stays, but it
   * adds up to nothing.
   */
  private static Optional<EventRecord> emptied(CohortingTask task, Cohort event, PairJudge judge) {
    return event
        .written()
        .filter(before -> event.isTouched() && !before.members().isEmpty())
        .map(
            before ->
                EventSummary.of(before, judge)
                    .row()
                    .runId(task.runId())
                    .writtenAt(task.tick())
                    .eventStatus(EventStatus.ENDED)
                    .endedAt(task.tick())
                    .resolutionReason("emptied")
                    .cohortSize(0)
                    .reportIds(List.of())
                    .storeIds(List.of())
                    .regions(List.of())
                    .severityScore(0)
                    .impactEstimate(Optional.empty())
                    .attributedSalesTotal(BigDecimal.ZERO)
                    .baselineSalesTotal(BigDecimal.ZERO)
                    .confidenceScore(OptionalDouble.empty())
                    .isDegraded(false)
                    .degradedReasons(List.of())
                    .build());
  }

  private static ReportCohorted row(
      CohortingTask task,
      CohortMember member,
      EventSummary summary,
      AskedModel<CohortModel> model,
      PairJudge judge) {
    ReportAttributed attributed = member.attributed();
    PairMarks marks = judge.marks(attributed.reportId());
    CalledModel by = marks.fallback().orElse(model.primary());
    ReportCohorted.Builder row = ReportCohorted.builder();
    row.from((ReportSpine) attributed) // copies the causes as well
        .runId(task.runId())
        .writtenAt(task.tick())
        .version(1)
        .reportStatus("cohorted")
        .putModelVersions(model.role(), by.id())
        .reportGroupId(summary.event().eventId())
        .eventStatus(summary.status())
        .cohortName(summary.name())
        .cohortConfidence(summary.event().confidence())
        .cohortReason(summary.event().reasons())
        .cohortSize(summary.event().members().size());
    List<String> codes = DegradationCodes.plus(attributed.degradedReasons(), marks.codes());
    if (!codes.isEmpty()) {
      row.isDegraded(true).degradedReasons(codes);
    }
    member.clustered().ifPresent(clustered -> cluster(row, clustered));
    return row.build();
  }

  private static void cluster(ReportCohorted.Builder row, ClusterFields clustered) {
    row.clusterId(clustered.clusterId())
        .clusterName(clustered.clusterName())
        .similarityScore(clustered.similarityScore())
        .clusterMatchConfidence(clustered.clusterMatchConfidence());
  }
}
