package org.minorityreport.api.stage;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A suppression rule in force: a version of it, and what it says. Immutable. */
@Value.Immutable
@MrsValue
public interface SuppressionRule {
  /** {@return its name} */
  String name();

  /** {@return its version} */
  String version();

  /** {@return which reports it suppresses} */
  SuppressionConditions conditions();

  /** {@return name and version as rows hold them, {@code name@version}} */
  default String id() {
    return name() + "@" + version();
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("name", name());
    Rules.name("version", version());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link SuppressionRule}; one thread at a time. */
  final class Builder extends ImmutableSuppressionRule.Builder {
    Builder() {}
  }
}
