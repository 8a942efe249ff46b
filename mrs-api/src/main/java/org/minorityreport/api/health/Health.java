package org.minorityreport.api.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How a run fares at some moment, by its logs alone (spec 8.3). Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableHealth.class)
@JsonPropertyOrder({
  "run_id",
  "position",
  "tick",
  "observed_at",
  "troubles",
  "logs",
  "reports_by_status",
  "open_reports",
  "with_cluster",
  "with_cause",
  "degraded",
  "errors",
  "silent_stores",
  "review",
  "objectives",
  "readings"
})
public interface Health {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit position up to which the logs were read} */
  long position();

  /** {@return the newest tick that was looked at; absent of a run without ticks} */
  Optional<Instant> tick();

  /** {@return the wall time to which ages by the wall clock are given} */
  Instant observedAt();

  /**
   * {@return whether nothing stands in {@link #troubles()}: whether automatic approval and
   * re-review may go on. A run without ticks is not good}
   */
  default boolean isGood() {
    return troubles().isEmpty();
  }

  /**
   * {@return what is wrong with the machine at the newest tick, sorted: stages that failed, what
   * was missing, logs too far behind, too many errors lately; what people decide and what is merely
   * not found out is none}
   */
  List<String> troubles();

  /** {@return every log that has rows, in the order in which rows flow} */
  List<LogHealth> logs();

  /** {@return word of {@code report_status} to how many reports show it} */
  @Value.NaturalOrder
  SortedMap<String, Long> reportsByStatus();

  /** {@return reports that go on} */
  long openReports();

  /** {@return of them, those with a cluster} */
  Rate withCluster();

  /** {@return of them, those with a cause other than {@code unknown}} */
  Rate withCause();

  /** {@return of them, those that are degraded} */
  Rate degraded();

  /** {@return rows in errors_log, of them and all that stages wrote, over the long window} */
  Rate errors();

  /** {@return stores with nothing known in the newest step that their source told of, sorted} */
  List<StoreId> silentStores();

  /** {@return how people keep up} */
  ReviewHealth review();

  /** {@return each goal, in the order of {@link Objective}} */
  List<ObjectiveHealth> objectives();

  /**
   * {@return the same as numbers by name, for rules of alerts and for meters: counts, shares 0 to
   * 1, {@code ticks_behind}, {@code minutes_since_commit}, {@code backlog_age_hours} and {@code
   * burn_rate.} and {@code burn_rate_lately.} with the name of a goal; what has no value is absent}
   */
  @Value.NaturalOrder
  SortedMap<String, Double> readings();

  /**
   * How the run compares with a goal.
   *
   * @param objective the goal
   * @return what is said of it
   */
  default ObjectiveHealth objective(Objective objective) {
    return objectives().stream()
        .filter(health -> health.objective() == objective)
        .findFirst()
        .orElseThrow();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Health}; one thread at a time. */
  final class Builder extends ImmutableHealth.Builder {
    Builder() {}
  }
}
