package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityReport;

/**
 * The windows of reports by series. A step belongs to one report at most: what two claim goes to
 * the one that is excluded, else to the one that began first.
 */
final class ReportWindows {
  private final Map<SeriesId, List<FeedWindow>> windows = new TreeMap<>();

  ReportWindows(SortedMap<SeriesId, List<FeedWindow>> claimed) {
    claimed.forEach((series, claims) -> windows.put(series, settled(claims)));
    windows.values().removeIf(List::isEmpty);
  }

  /** {@return the windows of a series, by time} */
  List<FeedWindow> of(SeriesId series) {
    return windows.getOrDefault(series, Collections.emptyList());
  }

  /** {@return the series with windows, sorted} */
  List<SeriesId> series() {
    return List.copyOf(windows.keySet());
  }

  private static List<FeedWindow> settled(List<FeedWindow> claims) {
    List<FeedWindow> taken = new ArrayList<>();
    claims.stream().sorted(FeedWindow.BY_CLAIM).forEach(claim -> taken.addAll(rest(claim, taken)));
    taken.sort(FeedWindow.BY_TIME);
    return List.copyOf(taken);
  }

  /** What of a window nobody has taken: possibly several pieces, possibly none. */
  private static List<FeedWindow> rest(FeedWindow claim, List<FeedWindow> taken) {
    List<FeedWindow> pieces = List.of(claim);
    for (FeedWindow other : taken) {
      List<FeedWindow> left = new ArrayList<>();
      for (FeedWindow piece : pieces) {
        if (!other.from().isBefore(piece.to()) || !piece.from().isBefore(other.to())) {
          left.add(piece);
          continue;
        }
        if (piece.from().isBefore(other.from())) {
          left.add(piece.endingAt(other.from()));
        }
        if (other.to().isBefore(piece.to())) {
          left.add(piece.startingAt(other.to()));
        }
      }
      pieces = left;
    }
    return pieces;
  }

  /** The windows of the members of a report. */
  static List<FeedWindow> claims(MinorityReport report, Standing standing, DayReader days) {
    boolean excluded =
        standing.recommendation() == org.minorityreport.api.feed.Recommendation.EXCLUDE;
    List<FeedWindow> claims = new ArrayList<>();
    for (ReportMember member : report.members()) {
      SeriesId series = SeriesId.of(report.storeId(), member.sku());
      Instant from = report.windowStart();
      boolean open = member.windowEnd().or(report::windowEnd).isEmpty();
      Instant to =
          member
              .windowEnd()
              .or(report::windowEnd)
              .orElseGet(() -> reached(series, from, member, days));
      if (from.isBefore(to)) {
        claims.add(
            new FeedWindow(
                series,
                from,
                to,
                open,
                report.reportId(),
                report.reportGroupId(),
                excluded,
                standing.weight()));
      }
    }
    return claims;
  }

  /**
   * The end of the last deviating step of a member that is open. No row says it; its totals do:
   * they are the sums up to there, of the steps of which both units are known.
   */
  private static Instant reached(
      SeriesId series, Instant from, ReportMember member, DayReader days) {
    long actual = thousandths(member.attributedSalesTotal());
    long expected = thousandths(member.baselineSalesTotal());
    Instant last = from;
    long sold = 0;
    long said = 0;
    for (KnownStep step : days.between(series, from, Instant.MAX)) {
      if (step.isSold() && step.isExpected()) {
        sold += step.actual();
        said += step.expected();
        last = step.end();
        if (sold == actual && said == expected) {
          return last;
        }
      }
    }
    return last;
  }

  private static long thousandths(BigDecimal units) {
    return Units.toThousandths(units);
  }
}
