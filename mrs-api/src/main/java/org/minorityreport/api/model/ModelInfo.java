package org.minorityreport.api.model;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** What a model says of itself. Immutable. */
@Value.Immutable
@MrsValue
public interface ModelInfo {
  /** {@return its name: lower case letters, digits and hyphens} */
  String name();

  /** {@return its version} */
  String version();

  /** {@return the newest data it was trained on; absent if it does not learn} */
  Optional<Instant> trainedOn();

  /** {@return where it was registered} */
  Optional<String> source();

  /** {@return how far back it looks: older data never change its answer} */
  Duration lookBack();

  /** {@return how much data it needs before it says anything} */
  Duration minimumHistory();

  /**
   * The time one call may take: the guard waits no longer, and another model answers. A call about
   * more than 96 steps, as in a back-fill, has as much for every 96.
   *
   * @return above 0; 100 ms unless said
   */
  @Value.Default
  default Duration timeBudget() {
    return Duration.ofMillis(100);
  }

  /** {@return name and version as rows hold them, {@code name@version}} */
  default String id() {
    return name() + "@" + version();
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(
        name().matches("[a-z][a-z0-9-]*"),
        "name",
        name(),
        "lower case letters, digits and hyphens");
    Rules.name("version", version());
    Rules.check(
        !timeBudget().isNegative() && !timeBudget().isZero(),
        "time_budget",
        timeBudget(),
        "above 0");
    Rules.check(!lookBack().isNegative(), "look_back", lookBack(), "0 or more");
    Rules.check(!minimumHistory().isNegative(), "minimum_history", minimumHistory(), "0 or more");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ModelInfo}; one thread at a time. */
  final class Builder extends ImmutableModelInfo.Builder {
    Builder() {}
  }
}
