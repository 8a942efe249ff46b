package org.minorityreport.api.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Goals of health and what they are measured over; the defaults are those of spec 1.6. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableHealthSettings.class)
@JsonPropertyOrder({
  "goals",
  "window",
  "short_window",
  "most_ticks_behind",
  "proposal_within",
  "enough_decisions"
})
public interface HealthSettings {
  /** {@return goals other than the defaults: the share that is to be good, 0 to below 1} */
  @Value.NaturalOrder
  SortedMap<Objective, Double> goals();

  /** {@return how far back rates reach from the newest tick; 28 days unless said} */
  @Value.Default
  default Duration window() {
    return Duration.ofDays(28);
  }

  /** {@return the window of burn rates lately, at most {@link #window()}; a day unless said} */
  @Value.Default
  default Duration shortWindow() {
    return Duration.ofDays(1);
  }

  /** {@return how many ticks a report may take, and a log may lie behind; 2 unless said} */
  @Value.Default
  default int mostTicksBehind() {
    return 2;
  }

  /** {@return how long the first proposal may take; 4 hours unless said} */
  @Value.Default
  default Duration proposalWithin() {
    return Duration.ofHours(4);
  }

  /** {@return with fewer decisions nothing is said about them; 20 unless said} */
  @Value.Default
  default int enoughDecisions() {
    return 20;
  }

  /**
   * The goal that holds.
   *
   * @param objective any
   * @return the share that is to be good
   */
  default double goal(Objective objective) {
    Double said = goals().get(objective);
    return said != null ? said : defaultGoal(objective);
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    goals()
        .forEach(
            (objective, goal) ->
                Rules.check(
                    goal >= 0 && goal < 1, objective.wireName(), goal, "from 0 to below 1"));
    Rules.check(window().toMillis() > 0, "window", window(), "more than zero");
    Rules.check(
        shortWindow().toMillis() > 0 && shortWindow().compareTo(window()) <= 0,
        "short_window",
        shortWindow(),
        "more than zero, at most the window");
    Rules.check(mostTicksBehind() >= 1, "most_ticks_behind", mostTicksBehind(), "1 or more");
    Rules.check(!proposalWithin().isNegative(), "proposal_within", proposalWithin(), "0 or more");
    Rules.check(enoughDecisions() >= 1, "enough_decisions", enoughDecisions(), "1 or more");
  }

  /** The goals of spec 1.6; those that it gives no share for are 99 %. */
  private static double defaultGoal(Objective objective) {
    return switch (objective) {
      case CLUSTER_COVERAGE, CAUSE_COVERAGE, CONFIRMED -> 0.80;
      case NO_NOISE -> 0.90;
      default -> 0.99;
    };
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link HealthSettings}; one thread at a time. */
  final class Builder extends ImmutableHealthSettings.Builder {
    Builder() {}
  }
}
