package org.minorityreport.core.feed;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.minorityreport.api.feed.Outlook;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.value.Money;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityReport;

/**
 * How open reports may go on: as long as ended reports of their cluster and direction lasted, by
 * confirmed ones if there are at least three, else by all that ended; and as strongly as the curve
 * of the cluster says, at the strength that they had so far.
 */
final class Outlooks {
  /** Fewer ended reports than these say nothing. */
  private static final int LEAST = 3;

  private static final double LOW = 0.1;
  private static final double HIGH = 0.9;

  private final Map<String, List<MinorityReport>> confirmed = new TreeMap<>();
  private final Map<String, List<MinorityReport>> ended = new TreeMap<>();

  private final Map<String, Course> courses = new TreeMap<>();

  /**
   * Outlooks over a view.
   *
   * @param reports its reports
   * @param library the clusters as of then, by id
   */
  Outlooks(List<MinorityReport> reports, Map<String, ClusterVersion> library) {
    library.forEach((id, cluster) -> courses.put(id, Course.of(cluster.curve())));
    for (MinorityReport report : reports) {
      boolean counts =
          report.windowEnd().isPresent()
              && report.temporary().orElse(true)
              && Standing.absence(report).isEmpty();
      if (counts && report.clusterId().isPresent()) {
        ended.computeIfAbsent(kind(report), k -> new ArrayList<>()).add(report);
        if (Standing.isDecided(report)) {
          confirmed.computeIfAbsent(kind(report), k -> new ArrayList<>()).add(report);
        }
      }
    }
  }

  /** {@return how long reports like this one last, if enough of them ended} */
  Optional<Duration> usualLength(MinorityReport report) {
    return like(report)
        .map(some -> Duration.ofSeconds(Math.round(quantile(some, 0.5, Outlooks::seconds))));
  }

  /**
   * The outlook of an open report.
   *
   * @param report the report
   * @param seen the newest tick
   * @return empty if it is over, is of no cluster, or too few of its cluster ended
   */
  Optional<Outlook> of(MinorityReport report, Instant seen) {
    return report.windowEnd().isPresent()
        ? Optional.empty()
        : like(report).map(some -> outlook(report, some, seen));
  }

  private Outlook outlook(MinorityReport report, List<MinorityReport> some, Instant seen) {
    double baseline = report.baselineSalesTotal().doubleValue();
    double elapsed = Math.max(1, seconds(report.windowStart(), seen));
    double soFar = report.attributedSalesTotal().doubleValue() - baseline;
    Course course = courses.getOrDefault(report.clusterId().orElseThrow(), Course.STEADY);
    double[] units = new double[3];
    Instant[] ends = new Instant[3];
    double[] levels = {LOW, 0.5, HIGH};
    for (int i = 0; i < levels.length; i++) {
      double length = Math.max(elapsed, quantile(some, levels[i], Outlooks::seconds));
      ends[i] = report.windowStart().plusSeconds(Math.round(length));
      units[i] = course.total(soFar, baseline, elapsed, length);
    }
    double least = Math.min(units[0], units[2]);
    double most = Math.max(units[0], units[2]);
    Optional<Double> price = price(report);
    boolean sure = confirmed.getOrDefault(kind(report), List.of()).size() >= LEAST;
    return Outlook.builder()
        .anomalyId(report.reportId())
        .clusterId(report.clusterId().orElseThrow())
        .basis(some.size())
        .confirmed(sure)
        .expectedEnd(ends[1])
        .endLower(ends[0])
        .endUpper(ends[2])
        .expectedUnits(units(units[1]))
        .unitsLower(units(Math.min(least, units[1])))
        .unitsUpper(units(Math.max(most, units[1])))
        .expectedImpact(price.map(p -> money(p * units[1])))
        .impactLower(price.map(p -> money(p * Math.min(least, units[1]))))
        .impactUpper(price.map(p -> money(p * Math.max(most, units[1]))))
        .build();
  }

  private static BigDecimal units(double units) {
    return Units.normal(Num.decimal(units).setScale(3, RoundingMode.HALF_EVEN));
  }

  private static BigDecimal money(double amount) {
    return Money.normal(Num.decimal(amount));
  }

  /** Money for each unit above the baseline so far. */
  private static Optional<Double> price(MinorityReport report) {
    double above =
        report.attributedSalesTotal().subtract(report.baselineSalesTotal()).doubleValue();
    return above == 0
        ? Optional.empty()
        : report.impactEstimate().map(impact -> impact.doubleValue() / above);
  }

  private Optional<List<MinorityReport>> like(MinorityReport report) {
    if (report.clusterId().isEmpty()) {
      return Optional.empty();
    }
    List<MinorityReport> sure = confirmed.getOrDefault(kind(report), List.of());
    List<MinorityReport> any = ended.getOrDefault(kind(report), List.of());
    List<MinorityReport> some = sure.size() >= LEAST ? sure : any;
    return some.size() >= LEAST ? Optional.of(some) : Optional.empty();
  }

  private static String kind(MinorityReport report) {
    return report.direction() + " " + report.clusterId().orElse("");
  }

  private static double seconds(MinorityReport report) {
    return seconds(report.windowStart(), report.windowEnd().orElseThrow());
  }

  private static double seconds(Instant from, Instant to) {
    return Duration.between(from, to).toSeconds();
  }

  /** The quantile between the two nearest of them, evenly. */
  private static double quantile(
      List<MinorityReport> some, double level, ToDoubleFunction<MinorityReport> of) {
    double[] sorted = some.stream().mapToDouble(of).sorted().toArray();
    double place = level * (sorted.length - 1);
    int before = (int) place;
    int after = Math.min(before + 1, sorted.length - 1);
    return sorted[before] + (place - before) * (sorted[after] - sorted[before]);
  }
}
