package org.minorityreport.core.health;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import org.minorityreport.api.health.HealthSettings;
import org.minorityreport.api.health.Objective;
import org.minorityreport.api.health.ObjectiveHealth;
import org.minorityreport.api.health.Rate;
import org.minorityreport.api.health.ReviewHealth;
import org.minorityreport.api.view.MinorityReport;

/** Compares what was read with the goals of a run that has ticks. */
final class Objectives {
  private final HealthSettings settings;
  private final StageHistory stages;
  private final List<MinorityReport> reports;
  private final List<Instant> errors;
  private final Instant tick;
  private final Duration late;

  Objectives(
      HealthSettings settings,
      StageHistory stages,
      List<MinorityReport> reports,
      List<Instant> errors,
      Instant tick) {
    this.settings = settings;
    this.stages = stages;
    this.reports = reports;
    this.errors = errors;
    this.tick = tick;
    this.late = stages.cadence().multipliedBy(settings.mostTicksBehind());
  }

  List<ObjectiveHealth> all(Rate withCluster, Rate withCause, ReviewHealth review) {
    List<ObjectiveHealth> all = new ArrayList<>();
    for (Objective objective : Objective.values()) {
      all.add(
          switch (objective) {
            case FRESHNESS, REPORT_DELAY, PROPOSAL_DELAY, ERRORS -> overTime(objective);
            case CLUSTER_COVERAGE -> now(objective, withCluster);
            case CAUSE_COVERAGE -> now(objective, withCause);
            case CONFIRMED -> decided(objective, review.confirmed());
            case NO_NOISE -> decided(objective, review.dismissed().others());
          });
    }
    return List.copyOf(all);
  }

  Rate errors() {
    return errors(settings.window()).others();
  }

  private ObjectiveHealth overTime(Objective objective) {
    Rate good = over(objective, settings.window());
    Rate lately = over(objective, settings.shortWindow());
    return health(objective, good).lately(lately).burnRateLately(burn(objective, lately)).build();
  }

  private Rate over(Objective objective, Duration window) {
    return switch (objective) {
      case FRESHNESS -> fresh(window);
      case REPORT_DELAY -> raised(window, this::isInTime);
      case PROPOSAL_DELAY -> raised(window, this::isProposedInTime);
      default -> errors(window);
    };
  }

  private Rate fresh(Duration window) {
    List<Instant> ticks = stages.ticks(tick.minus(window));
    long good = ticks.stream().filter(t -> stages.ran(StageHistory.DETECTION, t)).count();
    return Rate.of(good, ticks.size());
  }

  private Rate raised(Duration window, Predicate<MinorityReport> good) {
    Instant from = tick.minus(window);
    List<MinorityReport> raised =
        reports.stream().filter(report -> !report.raisedAt().isBefore(from)).toList();
    return Rate.of(raised.stream().filter(good).count(), raised.size());
  }

  /** An alarm lies after the last tick that detection saw before, or that tick had raised it. */
  private boolean isInTime(MinorityReport report) {
    return stages
        .detectedBefore(report.raisedAt())
        .map(before -> Duration.between(before, report.raisedAt()).compareTo(late) <= 0)
        .orElse(true);
  }

  /** A stage that runs takes up every report that it owes. */
  private boolean isProposedInTime(MinorityReport report) {
    Instant by = stages.attributedFrom(report.raisedAt()).orElse(tick);
    return Duration.between(report.raisedAt(), by).compareTo(settings.proposalWithin()) <= 0;
  }

  private Rate errors(Duration window) {
    Instant from = tick.minus(window);
    long bad = errors.stream().filter(t -> !t.isBefore(from)).count();
    long good = stages.rowsOut(from);
    return Rate.of(good, good + bad);
  }

  private ObjectiveHealth now(Objective objective, Rate good) {
    ObjectiveHealth.Builder health = health(objective, good);
    return (good.denominator() == 0 ? health.note("no open reports") : health).build();
  }

  private ObjectiveHealth decided(Objective objective, Rate good) {
    if (good.denominator() < settings.enoughDecisions()) {
      ObjectiveHealth.Builder none = ObjectiveHealth.builder();
      none.objective(objective).goal(settings.goal(objective)).good(good);
      return none.note("not enough decisions").build();
    }
    return health(objective, good).build();
  }

  private ObjectiveHealth.Builder health(Objective objective, Rate good) {
    ObjectiveHealth.Builder health = ObjectiveHealth.builder();
    health
        .objective(objective)
        .goal(settings.goal(objective))
        .good(good)
        .burnRate(burn(objective, good))
        .note(Optional.empty());
    return health;
  }

  private OptionalDouble burn(Objective objective, Rate good) {
    OptionalDouble bad = good.others().share();
    return bad.isEmpty()
        ? bad
        : OptionalDouble.of(bad.getAsDouble() / (1 - settings.goal(objective)));
  }
}
