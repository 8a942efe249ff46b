package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.feed.AssessedCause;
import org.minorityreport.api.feed.AssessedImpact;
import org.minorityreport.api.feed.Assessment;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityReport;

/** What the feed says of the reports of one view: assessments, and which steps belong to which. */
final class FeedState {
  private final DayReader days;
  private final CommitPosition position;
  private final SortedMap<ReportId, Assessment> assessments = new TreeMap<>();
  private final SortedMap<ReportId, String> absent = new TreeMap<>();
  private final ReportWindows windows;
  private final long decisions;

  FeedState(
      List<MinorityReport> reports,
      FeedOptions options,
      DayReader days,
      CommitPosition position,
      Outlooks outlooks) {
    this.days = days;
    this.position = position;
    SortedMap<SeriesId, List<FeedWindow>> claims = new TreeMap<>();
    List<MinorityReport> present = new ArrayList<>();
    Map<ReportId, Standing> standings = new TreeMap<>();
    long decided = 0;
    for (MinorityReport report : reports) {
      decided += Standing.isDecided(report) ? 1 : 0;
      Optional<String> absence = Standing.absence(report);
      if (absence.isPresent()) {
        absent.put(report.reportId(), absence.get());
        continue;
      }
      Standing standing = Standing.of(report, options);
      present.add(report);
      standings.put(report.reportId(), standing);
      for (FeedWindow window : ReportWindows.claims(report, standing, days)) {
        claims.computeIfAbsent(window.series(), s -> new ArrayList<>()).add(window);
      }
    }
    this.decisions = decided;
    this.windows = new ReportWindows(claims);
    Map<ReportId, Long> excluded = excluded();
    for (MinorityReport report : present) {
      Standing standing = Objects.requireNonNull(standings.get(report.reportId()));
      long uplift = excluded.getOrDefault(report.reportId(), 0L);
      assessments.put(report.reportId(), assessment(report, standing, uplift, outlooks));
    }
  }

  /** Sums of the excluded steps of each report, in thousandths. */
  private Map<ReportId, Long> excluded() {
    Map<ReportId, Long> sums = new TreeMap<>();
    for (SeriesId series : windows.series()) {
      List<FeedWindow> some = windows.of(series).stream().filter(FeedWindow::excluded).toList();
      if (some.isEmpty()) {
        continue;
      }
      days.read(
          series,
          day -> some.stream().anyMatch(w -> w.touches(day)),
          step -> {
            if (step.isSold() && step.isExpected()) {
              some.stream()
                  .filter(w -> w.contains(step.time()))
                  .forEach(w -> sums.merge(w.report(), step.actual() - step.expected(), Long::sum));
            }
          });
    }
    return sums;
  }

  private static Assessment assessment(
      MinorityReport report, Standing standing, long uplift, Outlooks outlooks) {
    boolean excluded = standing.recommendation() == Recommendation.EXCLUDE;
    BigDecimal units =
        excluded
            ? Units.fromThousandths(uplift)
            : Units.normal(report.attributedSalesTotal().subtract(report.baselineSalesTotal()));
    Optional<Duration> lasted =
        report.windowEnd().map(end -> Duration.between(report.windowStart(), end));
    return Assessment.builder()
        .anomalyId(report.reportId())
        .eventId(report.reportGroupId())
        .detectionTime(report.raisedAt())
        .attribution(cause(report))
        .temporary(report.temporary())
        .windowStart(report.windowStart())
        .windowEnd(report.windowEnd())
        .expectedDuration(lasted.or(() -> outlooks.usualLength(report)))
        .status(standing.status())
        .recommendation(standing.recommendation())
        .weight(standing.weight())
        .impact(
            AssessedImpact.builder()
                .affectedSkus(report.skus())
                .addAffectedStores(report.storeId())
                .units(units)
                .money(report.impactEstimate())
                .build())
        .build();
  }

  private static AssessedCause cause(MinorityReport report) {
    boolean decided = Standing.isDecided(report);
    AssessedCause.Builder cause = AssessedCause.builder();
    if (!decided) {
      return cause
          .primaryCause(report.proposedCause())
          .category(report.proposedCauseCategory())
          .confidence(report.confidenceScore())
          .build();
    }
    return cause
        .primaryCause(report.finalCause().or(report::proposedCause))
        .category(report.finalCauseCategory().or(report::proposedCauseCategory))
        .confidence(
            report.finalConfidence().isPresent()
                ? report.finalConfidence()
                : report.confidenceScore())
        .decidedBy(report.decidedBy())
        .build();
  }

  DayReader days() {
    return days;
  }

  CommitPosition position() {
    return position;
  }

  ReportWindows windows() {
    return windows;
  }

  /** {@return the assessments, by report} */
  SortedMap<ReportId, Assessment> assessments() {
    return assessments;
  }

  /** {@return why reports that the view shows are not in the feed} */
  SortedMap<ReportId, String> absent() {
    return absent;
  }

  /** {@return how many reports have a decision that holds} */
  long decisions() {
    return decisions;
  }
}
