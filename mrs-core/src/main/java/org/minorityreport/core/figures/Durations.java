package org.minorityreport.core.figures;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.figures.DurationFigure;
import org.minorityreport.api.view.MinorityReport;

/** How long reports wait for something. */
final class Durations {
  private Durations() {}

  /**
   * {@return how long it took from the tick that raised each to a moment, of those that have it}
   */
  static DurationFigure of(List<MinorityReport> reports, Map<String, Instant> moments) {
    SortedMap<String, Duration> waits = new TreeMap<>();
    for (MinorityReport report : reports) {
      Instant moment = moments.get(report.reportId().value());
      if (moment != null) {
        waits.put(report.reportId().value(), Duration.between(report.raisedAt(), moment));
      }
    }
    List<Duration> sorted = waits.values().stream().sorted().toList();
    return DurationFigure.builder()
        .median(rank(sorted, 50))
        .percentile95(rank(sorted, 95))
        .addAllIds(waits.keySet())
        .build();
  }

  /** The nearest rank: the least of them that so many of 100 do not exceed. */
  private static Optional<Duration> rank(List<Duration> sorted, int percent) {
    return sorted.isEmpty()
        ? Optional.empty()
        : Optional.of(sorted.get((sorted.size() * percent + 99) / 100 - 1));
  }
}
