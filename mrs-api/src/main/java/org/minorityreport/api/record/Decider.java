package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Who decided. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDecider.class)
@JsonPropertyOrder({"actor", "role"})
public interface Decider extends KeepsUnknownFields {
  /** {@return the person, or the word system} */
  String actor();

  /** {@return the role that allowed it: a word of {@link Role}, or of a newer library} */
  String role();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("actor", actor());
    Rules.name("role", role());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Decider}; one thread at a time. */
  final class Builder extends ImmutableDecider.Builder {
    Builder() {}
  }
}
