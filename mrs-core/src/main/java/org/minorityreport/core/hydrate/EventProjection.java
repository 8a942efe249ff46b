package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.Rules;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;
import org.minorityreport.api.view.ValueSource;
import org.minorityreport.core.event.CauseShare;
import org.minorityreport.core.event.EventFigures;
import org.minorityreport.core.event.EventPart;

/** Computes one event from its reports and what MELOG says of it. Good for one event. */
final class EventProjection {
  private final EventGroup group;
  private final List<MinorityReport> reports;
  private final MinorityEvent.Builder event = MinorityEvent.builder();

  private EventProjection(EventGroup group) {
    this.group = group;
    this.reports = group.reports().stream().map(ReportDraft::report).toList();
  }

  /**
   * Projects an event.
   *
   * @param group its rows and reports
   * @param run the line of work
   * @return the event
   */
  static MinorityEvent of(EventGroup group, RunId run) {
    return new EventProjection(group).project(run);
  }

  private MinorityEvent project(RunId run) {
    event
        .eventId(group.id())
        .runId(run)
        .eventStatus(group.status())
        .cohortName(group.name())
        .mergedFrom(group.mergedFrom());
    logged();
    places();
    window();
    figures();
    shapes();
    people();
    marks();
    RowRefs refs = group.refs();
    return event.rowRefs(refs.list()).lastChanged(refs.lastChanged()).build();
  }

  private void logged() {
    Optional<EventRecord> latest = group.rows().map(r -> r.latest().row());
    latest.ifPresent(
        row ->
            event
                .anchorReportId(row.anchorReportId())
                .createdAt(row.createdAt())
                .mergedInto(row.mergedInto()));
    if (reports.isEmpty()) {
      String emptied = group.superseded().isEmpty() ? "emptied" : "data_correction";
      event.resolutionReason(latest.flatMap(EventRecord::resolutionReason).orElse(emptied));
    } else if (group.status() == EventStatus.ENDED) {
      event.resolutionReason(latest.flatMap(EventRecord::resolutionReason));
    }
    Optional<EventRecord> giving = group.rows().map(r -> r.giving().row());
    Optional<CohortSaid> instead = group.newestCohortRow();
    event
        .cohortReason(
            giving
                .map(EventRecord::cohortReason)
                .or(() -> instead.map(CohortSaid::reason))
                .orElse(List.of()))
        .cohortConfidence(
            giving
                .map(row -> OptionalDouble.of(row.cohortConfidence()))
                .or(() -> instead.map(row -> OptionalDouble.of(row.confidence())))
                .orElse(OptionalDouble.empty()))
        .sourceUsedCohort(
            giving.isPresent() || instead.isPresent() ? ValueSource.COHORT : ValueSource.NONE);
  }

  private void places() {
    event
        .cohortSize(reports.size())
        .reportIds(reports.stream().map(MinorityReport::reportId).toList())
        .storeIds(Rules.sorted(reports.stream().map(MinorityReport::storeId).toList()))
        .regions(known(MinorityReport::region))
        .retailers(known(MinorityReport::retailer))
        .cities(known(MinorityReport::city));
  }

  private List<String> known(Function<MinorityReport, Optional<String>> field) {
    return Rules.sorted(reports.stream().flatMap(r -> field.apply(r).stream()).toList());
  }

  /**
   * An emptied event keeps the window that MELOG last gave it, else that of what it lost; an event
   * with neither is not known at all.
   */
  private void window() {
    if (reports.isEmpty() && group.rows().isPresent()) {
      EventRecord row = group.rows().get().latest().row();
      event.windowStart(row.windowStart()).windowEnd(row.windowEnd()).direction(row.direction());
      return;
    }
    List<MinorityReport> shown =
        reports.isEmpty() ? group.superseded().stream().map(ReportDraft::report).toList() : reports;
    Optional<Instant> end =
        shown.stream().flatMap(r -> r.windowEnd().stream()).max(Comparator.naturalOrder());
    event
        .windowStart(
            shown.stream()
                .map(MinorityReport::windowStart)
                .min(Comparator.naturalOrder())
                .orElseThrow())
        .windowEnd(group.status() == EventStatus.ACTIVE ? Optional.empty() : end)
        .direction(direction(shown));
  }

  /** The sign of attributed minus baseline; of zero, the side of the most severe report. */
  private static Direction direction(List<MinorityReport> shown) {
    int sign =
        sum(shown, MinorityReport::attributedSalesTotal)
            .compareTo(sum(shown, MinorityReport::baselineSalesTotal));
    if (sign != 0) {
      return sign > 0 ? Direction.UPLIFT : Direction.DROP;
    }
    return shown.stream()
        .max(
            Comparator.comparingDouble(MinorityReport::severityScore)
                .thenComparing(MinorityReport::reportId, Comparator.reverseOrder()))
        .map(MinorityReport::direction)
        .orElseThrow();
  }

  private void figures() {
    EventFigures figures = EventFigures.of(reports.stream().map(EventProjection::part).toList());
    causes(figures.causes());
    event
        .attributedSalesTotal(figures.attributed())
        .baselineSalesTotal(figures.expected())
        .impactEstimate(figures.impact())
        .severityScore(figures.severity())
        .reportsAgreeing(figures.cause().map(CauseShare::reports).orElse(0))
        .sourceUsedStructure(
            reports.stream()
                .map(MinorityReport::sourceUsedTotals)
                .max(Comparator.naturalOrder())
                .orElse(ValueSource.NONE));
  }

  /** The unknown is named only if nothing else is. */
  private void causes(List<CauseShare> ranked) {
    List<CauseShare> named = ranked.stream().filter(share -> !share.isUnknown()).toList();
    List<CauseShare> shown = named.isEmpty() ? ranked : named;
    Optional<CauseShare> first = shown.stream().findFirst();
    Optional<CauseShare> second = shown.stream().skip(1).findFirst();
    Optional<CauseShare> third = shown.stream().skip(2).findFirst();
    event
        .proposedCause(first.map(CauseShare::cause))
        .proposedCauseCategory(first.map(CauseShare::category))
        .confidenceScore(confidence(first))
        .proposedCause2(second.map(CauseShare::cause))
        .proposedCauseCategory2(second.map(CauseShare::category))
        .confidenceScore2(confidence(second))
        .proposedCause3(third.map(CauseShare::cause))
        .proposedCauseCategory3(third.map(CauseShare::category))
        .confidenceScore3(confidence(third));
  }

  private static OptionalDouble confidence(Optional<CauseShare> share) {
    return share.map(CauseShare::confidence).orElse(OptionalDouble.empty());
  }

  private void shapes() {
    SortedMap<String, Integer> clusters = new TreeMap<>();
    reports.forEach(r -> r.clusterId().ifPresent(id -> clusters.merge(id, 1, Integer::sum)));
    Optional<String> commonest =
        clusters.entrySet().stream()
            .max(
                Map.Entry.<String, Integer>comparingByValue()
                    .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
            .map(Map.Entry::getKey);
    event
        .clusterId(commonest)
        .embeddingX(mean(MinorityReport::embeddingX))
        .embeddingY(mean(MinorityReport::embeddingY));
  }

  private OptionalDouble mean(Function<MinorityReport, OptionalDouble> field) {
    double sum = 0;
    int count = 0;
    for (MinorityReport report : reports) {
      OptionalDouble value = field.apply(report);
      if (value.isPresent()) {
        sum += value.getAsDouble();
        count++;
      }
    }
    return count == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum / count);
  }

  private void people() {
    EventReview review = group.review();
    Optional<UserEdit> act = review.decision().map(SourcedRow::row);
    event
        .finalDecision(review.word().map(FinalDecision::wireName))
        .finalCause(review.cause())
        .finalCauseCategory(review.category())
        .finalConfidence(act.map(UserEdit::confidence).orElse(OptionalDouble.empty()))
        .finalizedAt(act.map(UserEdit::writtenAt))
        .annotationId(act.map(UserEdit::annotationId))
        .decidedBy(act.map(row -> Decider.builder().actor(row.actor()).role(row.role()).build()))
        .supportingEvidence(review.evidence())
        .reviewState(review.state())
        .inConflict(review.isInConflict())
        .sourceUsedFinal(act.isPresent() ? ValueSource.UI : ValueSource.NONE);
    SortedMap<ReviewState, Integer> states = new TreeMap<>();
    reports.forEach(report -> states.merge(report.reviewState(), 1, Integer::sum));
    event.reportsByReviewState(states);
  }

  private static EventPart part(MinorityReport report) {
    return new EventPart(
        report.severityScore(),
        report.attributedSalesTotal(),
        report.baselineSalesTotal(),
        report.impactEstimate(),
        report.proposedCause(),
        report.proposedCauseCategory(),
        report.confidenceScore());
  }

  private static BigDecimal sum(
      List<MinorityReport> of, Function<MinorityReport, BigDecimal> field) {
    return of.stream().map(field).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** MELOG adds only what it knows best: all else its reports say themselves, and newer. */
  private void marks() {
    SortedSet<String> codes = new TreeSet<>();
    boolean degraded = false;
    for (MinorityReport report : reports) {
      codes.addAll(report.degradedReasons());
      degraded |= report.isDegraded();
    }
    group.rows().ifPresent(r -> codes.addAll(ownCodes(r)));
    event.isDegraded(degraded || !codes.isEmpty()).degradedReasons(codes);
  }

  private static Collection<String> ownCodes(EventRows rows) {
    List<String> codes = new ArrayList<>(rows.latest().row().degradedReasons());
    codes.addAll(rows.giving().row().degradedReasons());
    codes.removeIf(code -> !Stage.COHORTING.owns(code));
    return codes;
  }
}
