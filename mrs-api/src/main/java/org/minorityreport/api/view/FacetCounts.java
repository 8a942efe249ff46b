package org.minorityreport.api.view;

import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/** How many reports or events have each value of a facet. Immutable. */
@Value.Immutable
@MrsValue
public interface FacetCounts {
  /** {@return each value to how many have it, by value; what nobody has is left out} */
  @Value.NaturalOrder
  SortedMap<String, Integer> counts();

  /** {@return how many have no value} */
  int absent();

  /**
   * {@return how many were counted: of reports the sum of all counts; an event that has several
   * values is in several counts and once in here}
   */
  int total();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FacetCounts}; one thread at a time. */
  final class Builder extends ImmutableFacetCounts.Builder {
    Builder() {}
  }
}
