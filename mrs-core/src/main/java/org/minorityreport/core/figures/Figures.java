package org.minorityreport.core.figures;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.minorityreport.api.feed.Assessment;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.figures.AmountFigure;
import org.minorityreport.api.figures.CountedFigure;
import org.minorityreport.api.figures.KeyFigures;
import org.minorityreport.api.figures.RateFigure;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ClusterState;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.core.feed.ProtectionFeed;
import org.minorityreport.core.health.ReviewReading;
import org.minorityreport.core.hydrate.HydratedView;

/**
 * Computes the key figures of a run (spec 8.6). Thread-safe; holds no state of its own, and reads
 * the logs of attribution, review and finalisation whole with each call.
 */
public final class Figures {
  private static final Set<FinalDecision> CONFIRMED =
      Set.of(FinalDecision.APPROVED, FinalDecision.EDITED, FinalDecision.AUTO_APPROVED);

  private final LogStore store;
  private final RunId run;
  private final Function<AsOf, HydratedView> views;

  /**
   * The figures of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param views hydrates a moment
   */
  public Figures(LogStore store, RunId run, Function<AsOf, HydratedView> views) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
    this.views = Objects.requireNonNull(views, "views");
  }

  /**
   * The figures as they stand now.
   *
   * @param period reports raised in it count
   * @return the figures
   */
  public KeyFigures of(TimeSpan period) {
    return of(period, ReportQuery.all(), AsOf.now());
  }

  /**
   * The figures as they stood at some moment.
   *
   * @param period reports raised in it count
   * @param filter only reports that it finds count; its order and page do not matter
   * @param asOf a commit position or a tag, and possibly a tick
   * @return the figures
   * @throws org.minorityreport.api.error.UsageException if there is no such tag, or the position
   *     lies after the newest commit
   */
  public KeyFigures of(TimeSpan period, ReportQuery filter, AsOf asOf) {
    HydratedView view = views.apply(asOf);
    Standings logs = new Standings(store, run, view.reports().refreshSeq(), asOf.tick());
    ReportQuery whole =
        ReportQuery.builder().from(filter).offset(0).pageSize(Integer.MAX_VALUE).build();
    List<MinorityReport> found =
        view.reports().find(whole).items().stream()
            .filter(report -> period.contains(report.raisedAt()))
            .toList();
    List<MinorityReport> raised = found.stream().filter(r -> r.suppressedBy().isEmpty()).toList();
    Moments moments = new Moments(logs, view.reports().bands());
    KeyFigures.Builder figures =
        KeyFigures.builder()
            .runId(run)
            .position(logs.upTo().value())
            .raisedFrom(period.from())
            .raisedTo(period.to())
            .reportsRaised(counted(raised, r -> true))
            .reportsSuppressed(counted(found, r -> r.suppressedBy().isPresent()))
            .events(events(view, raised, size -> size >= 2))
            .singleReports(events(view, raised, size -> size == 1))
            .autoAttributionRate(rate(raised, r -> true, moments::isSureByItself))
            .autoApprovalRate(rate(raised, Figures::isDecided, Figures::isAutomatic))
            .learnedReports(learned(logs, raised))
            .timeToCause(Durations.of(raised, moments.causes()))
            .timeToDecision(Durations.of(raised, moments.decisions()))
            .backlog(counted(raised, ReviewReading::waits));
    protect(figures, logs, view, raised);
    return figures.build();
  }

  /** What the feed of the same moment excludes on account of the reports. */
  private void protect(
      KeyFigures.Builder figures, Standings logs, HydratedView view, List<MinorityReport> raised) {
    if (raised.isEmpty()) { // a run without ticks has no feed
      AmountFigure none = AmountFigure.builder().amount(BigDecimal.ZERO).build();
      figures.protectedUnits(none).protectedMoney(none).protectedSpend(none);
      return;
    }
    AsOf position = AsOf.atPosition(logs.upTo());
    AsOf fixed = logs.lastTick().map(position::untilTick).orElse(position);
    ProtectionFeed feed = ProtectionFeed.of(store, run, fixed, at -> view.reports());
    Set<String> ids = raised.stream().map(r -> r.reportId().value()).collect(Collectors.toSet());
    List<Assessment> excluded =
        feed.assessments().stream()
            .filter(a -> a.recommendation() == Recommendation.EXCLUDE)
            .filter(a -> ids.contains(a.anomalyId().value()))
            .toList();
    Set<String> confirmed =
        excluded.stream()
            .filter(a -> a.status() == AssessmentStatus.CONFIRMED)
            .map(a -> a.anomalyId().value())
            .collect(Collectors.toSet());
    figures
        .protectedUnits(sum(excluded, a -> Optional.of(a.impact().units())))
        .protectedMoney(sum(excluded, a -> a.impact().money()))
        .protectedSpend(
            new Spend(logs, feed.seriesIds())
                .in(feed.about(r -> confirmed.contains(r.reportId().value())).windows()));
  }

  private static AmountFigure sum(
      List<Assessment> of, Function<Assessment, Optional<BigDecimal>> amount) {
    List<Assessment> known = of.stream().filter(a -> amount.apply(a).isPresent()).toList();
    return AmountFigure.builder()
        .amount(
            known.stream()
                .map(a -> amount.apply(a).orElseThrow())
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .addAllIds(known.stream().map(a -> a.anomalyId().value()).sorted().toList())
        .build();
  }

  private static CountedFigure counted(List<MinorityReport> of, Predicate<MinorityReport> which) {
    return CountedFigure.builder().addAllIds(ids(of.stream().filter(which))).build();
  }

  private static RateFigure rate(
      List<MinorityReport> reports, Predicate<MinorityReport> of, Predicate<MinorityReport> some) {
    return RateFigure.builder()
        .addAllDenominatorIds(ids(reports.stream().filter(of)))
        .addAllNumeratorIds(ids(reports.stream().filter(of.and(some))))
        .build();
  }

  private static List<String> ids(Stream<MinorityReport> reports) {
    return reports.map(report -> report.reportId().value()).sorted().toList();
  }

  private static CountedFigure events(
      HydratedView view, List<MinorityReport> raised, Predicate<Integer> size) {
    Set<String> of = new TreeSet<>();
    raised.forEach(r -> r.reportGroupId().ifPresent(event -> of.add(event.value())));
    return CountedFigure.builder()
        .addAllIds(
            view.events().all().stream()
                .filter(event -> size.test(event.reportIds().size()))
                .map(MinorityEvent::eventId)
                .map(id -> id.value())
                .filter(of::contains)
                .sorted()
                .toList())
        .build();
  }

  private static CountedFigure learned(Standings logs, List<MinorityReport> raised) {
    Set<String> active =
        logs.standing(Logs.CLUSTER_LIBRARY).stream()
            .collect(
                Collectors.toMap(
                    ClusterVersion::clusterId,
                    row -> row,
                    (a, b) -> b.libraryVersion() >= a.libraryVersion() ? b : a))
            .values()
            .stream()
            .filter(row -> row.state().equals(ClusterState.ACTIVE.wireName()))
            .map(ClusterVersion::clusterId)
            .collect(Collectors.toSet());
    return counted(
        raised,
        r ->
            decision(r).filter(CONFIRMED::contains).isPresent()
                && r.clusterId().filter(active::contains).isPresent());
  }

  private static boolean isDecided(MinorityReport report) {
    return decision(report)
        .filter(d -> d != FinalDecision.REOPENED && d != FinalDecision.WITHDRAWN)
        .isPresent();
  }

  private static boolean isAutomatic(MinorityReport report) {
    return decision(report).filter(FinalDecision.AUTO_APPROVED::equals).isPresent();
  }

  private static Optional<FinalDecision> decision(MinorityReport report) {
    return report.finalDecision().flatMap(FinalDecision::of);
  }
}
