package org.minorityreport.api.alert;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A version of an alert rule, and what it says. Immutable. */
@Value.Immutable
@MrsValue
public interface AlertRule {
  /** {@return its name} */
  String name();

  /** {@return its version} */
  String version();

  /** {@return when it raises an alert} */
  AlertConditions conditions();

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

  /** Builds an {@link AlertRule}; one thread at a time. */
  final class Builder extends ImmutableAlertRule.Builder {
    Builder() {}
  }
}
