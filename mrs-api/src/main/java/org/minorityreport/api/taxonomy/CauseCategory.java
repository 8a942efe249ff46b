package org.minorityreport.api.taxonomy;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One category of causes with its subtypes. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableCauseCategory.class)
@JsonPropertyOrder({"category", "label", "paid", "subtypes", "required"})
public interface CauseCategory {
  /** {@return the wire name, such as social_media} */
  String category();

  /** {@return the name people read} */
  String label();

  /** {@return whether somebody paid for it, so that optimisers should learn from it} */
  @Value.Default
  default boolean paid() {
    return false;
  }

  /** {@return the wire names of its subtypes} */
  List<String> subtypes();

  /**
   * {@return by subtype the fields that a person who records such a context event must give; the
   * word place asks for regions, cities or stores}
   */
  @Value.NaturalOrder
  SortedMap<String, List<String>> required();

  /** Checks the wire name. */
  @Value.Check
  default void check() {
    Rules.check(
        category().matches("[a-z][a-z0-9_]*"),
        "category",
        category(),
        "lower-case with underscores");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CauseCategory}; one thread at a time. */
  final class Builder extends ImmutableCauseCategory.Builder {
    Builder() {}
  }
}
