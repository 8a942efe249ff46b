package org.minorityreport.api.input;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One file or batch that a source delivered. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDelivery.class)
@JsonPropertyOrder({"name", "delivered_at", "digest"})
public interface Delivery extends KeepsUnknownFields {
  /** {@return its name: of a file, the name without folder} */
  String name();

  /** {@return when it was delivered, if the source says so} */
  Optional<Instant> deliveredAt();

  /** {@return the SHA-256 of its bytes, as hex} */
  String digest();

  /** Checks the name. */
  @Value.Check
  default void check() {
    Rules.name("name", name());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Delivery}; one thread at a time. */
  final class Builder extends ImmutableDelivery.Builder {
    Builder() {}
  }
}
