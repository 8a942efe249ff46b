package org.minorityreport.api.stage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Something that was planned, such as a delivery test or a closure. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableKnownEvent.class)
@JsonPropertyOrder({"name", "start", "end"})
public interface KnownEvent {
  /** {@return the name people use} */
  String name();

  /** {@return when it begins} */
  Instant start();

  /** {@return the first moment after it} */
  Instant end();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("name", name());
    Rules.check(end().isAfter(start()), "end", end(), "after start (" + start() + ")");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link KnownEvent}; one thread at a time. */
  final class Builder extends ImmutableKnownEvent.Builder {
    Builder() {}
  }
}
