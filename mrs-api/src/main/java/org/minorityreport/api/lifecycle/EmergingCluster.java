package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Reports that match nothing but lie close together. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableEmergingCluster.class)
@JsonPropertyOrder({"report_ids", "centroid", "embedding_x", "embedding_y"})
public interface EmergingCluster {
  /** {@return the reports, sorted} */
  List<ReportId> reportIds();

  /** {@return the mean of their 16 standardised features} */
  List<Double> centroid();

  /** {@return mean position on the map of those that have one; absent if none has} */
  OptionalDouble embeddingX();

  /** {@return mean position on the map of those that have one; absent if none has} */
  OptionalDouble embeddingY();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link EmergingCluster}; one thread at a time. */
  final class Builder extends ImmutableEmergingCluster.Builder {
    Builder() {}
  }
}
