package org.minorityreport.core.alert;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.alert.AlertConditions;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.AlertMeasure;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;

/** Finds what meets a rule. */
final class Matching {
  private final AlertState state;
  private final Map<String, MinorityReport> reports = new HashMap<>();

  Matching(AlertState state) {
    this.state = state;
    state.reports().forEach(report -> reports.put(report.reportId().value(), report));
  }

  /** What meets a rule, in the order of the state. */
  List<Match> of(ActiveRule active) {
    AlertMeasure measure = active.rule().conditions().measure();
    List<Match> matches = new ArrayList<>();
    if (measure.isOfReports()) {
      state.reports().forEach(report -> add(matches, report(active, report)));
    } else if (measure.isOfEvents()) {
      state.events().forEach(event -> add(matches, event(active, event)));
    } else {
      add(matches, health(active));
    }
    return matches;
  }

  private static void add(List<Match> matches, @Nullable Match match) {
    if (match != null) {
      matches.add(match);
    }
  }

  private @Nullable Match report(ActiveRule active, MinorityReport report) {
    AlertConditions conditions = active.rule().conditions();
    Set<String> retailers = set(report.retailer());
    Set<String> regions = set(report.region());
    Optional<String> category = report.finalCauseCategory().or(report::proposedCauseCategory);
    boolean isNews = report.isOpen() || !report.raisedAt().isBefore(active.since());
    if (!isNews || !fits(conditions, retailers, regions, category, report.direction())) {
      return null;
    }
    BigDecimal value =
        switch (conditions.measure()) {
          case REPORT_SEVERITY -> Num.decimal(report.severityScore());
          case REPORT_IMPACT -> report.impactEstimate().map(BigDecimal::abs).orElse(null);
          default -> report.attributedSalesTotal().subtract(report.baselineSalesTotal()).abs();
        };
    return match(
        active,
        report.reportId().value(),
        "reports/" + report.reportId(),
        value,
        retailers,
        regions,
        category,
        keptOut(report),
        report.finalDecision().isPresent(),
        report.raisedAt());
  }

  private @Nullable Match event(ActiveRule active, MinorityEvent event) {
    AlertConditions conditions = active.rule().conditions();
    Set<String> retailers = new TreeSet<>(event.retailers());
    Set<String> regions = new TreeSet<>(event.regions());
    Optional<String> category = event.finalCauseCategory().or(event::proposedCauseCategory);
    boolean isNews =
        event.windowEnd().isEmpty()
            || event.createdAt().map(at -> !at.isBefore(active.since())).orElse(false);
    if (!isNews
        || event.mergedInto().isPresent()
        || !fits(conditions, retailers, regions, category, event.direction())) {
      return null;
    }
    BigDecimal value =
        switch (conditions.measure()) {
          case EVENT_SEVERITY -> Num.decimal(event.severityScore());
          case EVENT_IMPACT -> event.impactEstimate().map(BigDecimal::abs).orElse(null);
          case EVENT_SIZE -> BigDecimal.valueOf(event.cohortSize());
          default -> event.attributedSalesTotal().subtract(event.baselineSalesTotal()).abs();
        };
    return match(
        active,
        event.eventId().value(),
        "events/" + event.eventId(),
        value,
        retailers,
        regions,
        category,
        keptOut(event),
        event.finalDecision().isPresent(),
        event.createdAt().orElse(event.windowStart()));
  }

  private @Nullable Match health(ActiveRule active) {
    String reading = active.rule().conditions().reading().orElseThrow();
    Double value = state.health().readings().get(reading);
    String day = state.tick().atZone(ZoneOffset.UTC).toLocalDate().toString();
    return match(
        active,
        HealthSubjects.of(reading) + " " + day,
        "health",
        value == null ? null : Num.decimal(value),
        Set.of(),
        Set.of(),
        Optional.empty(),
        Optional.empty(),
        false,
        state.tick());
  }

  private @Nullable Match match(
      ActiveRule active,
      String subject,
      String path,
      @Nullable BigDecimal value,
      Set<String> retailers,
      Set<String> regions,
      Optional<String> category,
      Optional<String> keptOut,
      boolean isDecided,
      Instant since) {
    AlertConditions conditions = active.rule().conditions();
    AlertLevel level = null;
    for (Map.Entry<AlertLevel, BigDecimal> step : conditions.thresholds().entrySet()) {
      level = value != null && value.compareTo(step.getValue()) >= 0 ? step.getKey() : level;
    }
    if (value == null || level == null) {
      return null;
    }
    String condition =
        conditions.reading().orElse(conditions.measure().wireName())
            + " is "
            + value.stripTrailingZeros().toPlainString()
            + ", "
            + level.wireName()
            + " from "
            + conditions.thresholds().get(level);
    return new Match(
        active.rule(),
        subject,
        level,
        condition,
        path,
        retailers,
        regions,
        category,
        conditions.measure() == AlertMeasure.HEALTH,
        keptOut,
        isDecided,
        since);
  }

  private static boolean fits(
      AlertConditions conditions,
      Set<String> retailers,
      Set<String> regions,
      Optional<String> category,
      Direction direction) {
    return meets(conditions.retailers(), retailers)
        && meets(conditions.regions(), regions)
        && meets(conditions.categories(), set(category))
        && conditions.direction().map(direction::equals).orElse(true);
  }

  /** Whether one of the wanted is there; nothing wanted is met by all. */
  static boolean meets(Set<String> wanted, Set<String> there) {
    return wanted.isEmpty() || there.stream().anyMatch(wanted::contains);
  }

  static Set<String> set(Optional<String> value) {
    return value.<Set<String>>map(Set::of).orElse(Set.of());
  }

  private static Optional<String> keptOut(MinorityReport report) {
    return report.reportStatus().equals("superseded")
        ? Optional.of("superseded")
        : report.suppressedBy();
  }

  /** An event is kept out of alerts if every one of its reports is. */
  private Optional<String> keptOut(MinorityEvent event) {
    Optional<String> reason = Optional.of("no reports");
    for (var id : event.reportIds()) {
      MinorityReport report = reports.get(id.value());
      reason = report == null ? reason : keptOut(report);
      if (report != null && reason.isEmpty()) {
        return Optional.empty();
      }
    }
    return reason;
  }
}
