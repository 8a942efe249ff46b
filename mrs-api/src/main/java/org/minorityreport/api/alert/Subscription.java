package org.minorityreport.api.alert;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A version of a subscription, and what it says. Immutable. */
@Value.Immutable
@MrsValue
public interface Subscription {
  /** {@return its name} */
  String name();

  /** {@return its version} */
  String version();

  /** {@return who is told of what, and how} */
  SubscriptionTerms terms();

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

  /** Builds a {@link Subscription}; one thread at a time. */
  final class Builder extends ImmutableSubscription.Builder {
    Builder() {}
  }
}
