package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.view.MinorityReport;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A report whose anomaly has a shape like another's. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLookAlike.class)
@JsonPropertyOrder({"report", "distance"})
public interface LookAlike {
  /** {@return the report} */
  MinorityReport report();

  /** {@return Euclidean distance of the standardised feature vectors (spec 4.2), 0 or more} */
  double distance();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LookAlike}; one thread at a time. */
  final class Builder extends ImmutableLookAlike.Builder {
    Builder() {}
  }
}
