package org.minorityreport.core.detection;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SuppressionConditions;
import org.minorityreport.api.stage.SuppressionRule;

/**
 * Which rule suppresses a report (spec 4.10): the built-in one for windows below the minimum
 * duration, else the first by name.
 */
final class Suppression {
  /** The built-in rule (spec 4.1). */
  static final String TOO_SHORT = "too_short@1";

  private static final Duration HOUR = Duration.ofHours(1);

  private Suppression() {}

  /** What of a report the rules look at. */
  record Judged(
      Instant onset,
      Optional<Instant> windowEnd,
      Direction direction,
      double severity,
      Optional<BigDecimal> impact,
      List<Sku> skus) {}

  /** {@return the rule and its version that keeps a report out; empty if none does} */
  static Optional<String> by(DetectionTask task, Judged report) {
    if (report.windowEnd().filter(end -> tooShort(task, report.onset(), end)).isPresent()) {
      return Optional.of(TOO_SHORT);
    }
    return task.rules().stream()
        .filter(rule -> suppresses(rule.conditions(), task.store(), report))
        .map(SuppressionRule::id)
        .findFirst();
  }

  /** Above hourly cadence one step is long enough, and every window has one. */
  private static boolean tooShort(DetectionTask task, Instant onset, Instant end) {
    Cadence cadence = task.series().get(0).series().steps().cadence();
    return cadence.step().compareTo(HOUR) <= 0
        && Duration.between(onset, end).compareTo(task.settings().minEventDuration()) < 0;
  }

  private static boolean suppresses(SuppressionConditions rule, Store store, Judged report) {
    return fits(rule, store, report) && (hasNoMinima(rule) || missesOne(rule, report));
  }

  private static boolean fits(SuppressionConditions rule, Store store, Judged report) {
    Instant onset = report.onset();
    return rule.direction().filter(d -> d != report.direction()).isEmpty()
        && (rule.storeIds().isEmpty() || rule.storeIds().contains(store.storeId()))
        && (rule.skus().isEmpty() || rule.skus().containsAll(report.skus()))
        && (rule.timesOfWeek().isEmpty()
            || rule.timesOfWeek().stream()
                .anyMatch(time -> time.contains(onset.atZone(store.zone()))))
        && (rule.knownEvents().isEmpty()
            || rule.knownEvents().stream()
                .anyMatch(e -> !onset.isBefore(e.start()) && onset.isBefore(e.end())));
  }

  private static boolean hasNoMinima(SuppressionConditions rule) {
    return rule.minimumSeverity().isEmpty()
        && rule.minimumImpact().isEmpty()
        && rule.minimumDuration().isEmpty();
  }

  private static boolean missesOne(SuppressionConditions rule, Judged report) {
    boolean mild =
        rule.minimumSeverity().isPresent()
            && report.severity() < rule.minimumSeverity().getAsDouble();
    boolean small =
        rule.minimumImpact().isPresent()
            && report.impact().isPresent()
            && report.impact().get().abs().compareTo(rule.minimumImpact().get()) < 0;
    boolean brief =
        rule.minimumDuration().isPresent()
            && report.windowEnd().isPresent()
            && Duration.between(report.onset(), report.windowEnd().get())
                    .compareTo(rule.minimumDuration().get())
                < 0;
    return mild || small || brief;
  }
}
