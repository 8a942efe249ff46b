package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A cluster of the library and what became of the reports matched with it. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableClusterFigures.class)
@JsonPropertyOrder({
  "cluster",
  "reports",
  "confirmed_members",
  "commonest_cause",
  "agreement",
  "reliability"
})
public interface ClusterFigures {
  /** {@return the newest row about it: name, category, state, position, shape} */
  ClusterVersion cluster();

  /**
   * {@return reports matched with it, or with one that it took the place of; no superseded ones}
   */
  int reports();

  /** {@return those of them whose cause a person confirmed} */
  int confirmedMembers();

  /** {@return the commonest confirmed cause; of equals the first by name; absent without any} */
  Optional<String> commonestCause();

  /** {@return its share of the confirmed members, 0 to 1; absent without any} */
  OptionalDouble agreement();

  /**
   * {@return what the confidence of proposals for its reports is worth; absent if none was judged}
   */
  Optional<Reliability> reliability();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link ClusterFigures}; one thread at a time. */
  final class Builder extends ImmutableClusterFigures.Builder {
    Builder() {}
  }
}
