package org.minorityreport.core.cohorting;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.EventCarry;
import org.minorityreport.core.event.CauseShare;
import org.minorityreport.core.event.EventFigures;
import org.minorityreport.core.event.EventPart;

/** What an event says of its reports together: place, window, totals, cause, name. Immutable. */
final class EventSummary {
  private final EventCarry event;
  private final PairJudge judge;
  private final List<CohortMember> members;
  private final List<ReportAttributed> reports;
  private final EventFigures figures;
  private final CauseShare cause;
  private final String name;

  private EventSummary(EventCarry event, PairJudge judge) {
    this.judge = judge;
    this.event = event;
    this.members = List.copyOf(event.members().values());
    this.reports = members.stream().map(CohortMember::attributed).toList();
    this.figures = EventFigures.of(reports.stream().map(EventSummary::part).toList());
    this.cause = figures.cause().orElseThrow();
    this.name =
        EventName.of(cause, event.direction(), members.stream().map(CohortMember::store).toList());
  }

  static EventSummary of(EventCarry event, PairJudge judge) {
    return new EventSummary(event, judge);
  }

  EventStatus status() {
    return event.endedAt().isPresent() ? EventStatus.ENDED : EventStatus.ACTIVE;
  }

  String name() {
    return name;
  }

  EventCarry event() {
    return event;
  }

  /** {@return a row that says all of this; run and tick are still to be set} */
  EventRecord.Builder row() {
    TreeSet<String> degraded = new TreeSet<>();
    for (ReportAttributed report : reports) {
      degraded.addAll(report.degradedReasons());
      degraded.addAll(judge.marks(report.reportId()).codes());
    }
    EventRecord.Builder row = EventRecord.builder();
    row.eventId(event.eventId())
        .anchorReportId(event.anchorReportId())
        .eventStatus(status())
        .cohortName(name)
        .cohortReason(event.reasons())
        .cohortConfidence(event.confidence())
        .cohortSize(members.size())
        .reportIds(event.members().keySet())
        .storeIds(distinct(member -> Optional.of(member.store().storeId())))
        .regions(distinct(member -> member.store().region()))
        .direction(event.direction())
        .windowStart(earliest(ReportAttributed::windowStart))
        .windowEnd(windowEnd())
        .severityScore(figures.severity())
        .impactEstimate(figures.impact())
        .attributedSalesTotal(figures.attributed())
        .baselineSalesTotal(figures.expected())
        .proposedCause(cause.cause())
        .proposedCauseCategory(cause.category())
        .confidenceScore(cause.confidence())
        .createdAt(event.createdAt())
        .endedAt(event.endedAt())
        .isDegraded(!degraded.isEmpty() || reports.stream().anyMatch(ReportAttributed::isDegraded))
        .degradedReasons(degraded);
    return row;
  }

  private <T extends Comparable<T>> Collection<T> distinct(
      Function<CohortMember, Optional<T>> property) {
    TreeSet<T> values = new TreeSet<>();
    members.forEach(member -> property.apply(member).ifPresent(values::add));
    return values;
  }

  private Instant earliest(Function<ReportAttributed, Instant> time) {
    return reports.stream().map(time).min(Comparator.naturalOrder()).orElseThrow();
  }

  private Optional<Instant> windowEnd() {
    return reports.stream().anyMatch(report -> report.windowEnd().isEmpty())
        ? Optional.empty()
        : reports.stream().flatMap(it -> it.windowEnd().stream()).max(Comparator.naturalOrder());
  }

  private static EventPart part(ReportAttributed report) {
    return new EventPart(
        report.severityScore(),
        report.attributedSalesTotal(),
        report.baselineSalesTotal(),
        report.impactEstimate(),
        Optional.of(report.proposedCause()),
        Optional.of(report.proposedCauseCategory()),
        report.confidenceScore());
  }
}
