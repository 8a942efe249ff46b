package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a cluster model answered. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableClusterOutput.class)
@JsonPropertyOrder({"nearest_cluster_id", "nearest_distance", "embedding_x", "embedding_y"})
public interface ClusterOutput extends ClusterFields, KeepsUnknownFields {
  /** {@return the nearest cluster} */
  Optional<String> nearestClusterId();

  /** {@return the distance to it} */
  OptionalDouble nearestDistance();

  /** {@return position on the map} */
  @JsonAlias("tsne_x")
  OptionalDouble embeddingX();

  /** {@return position on the map} */
  @JsonAlias("tsne_y")
  OptionalDouble embeddingY();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ClusterOutput check() {
    return Num.isRounded(similarityScore())
            && Num.isRounded(clusterMatchConfidence())
            && Num.isRounded(nearestDistance())
            && Num.isRounded(embeddingX())
            && Num.isRounded(embeddingY())
        ? this
        : builder()
            .from(this)
            .similarityScore(Num.round(similarityScore()))
            .clusterMatchConfidence(Num.round(clusterMatchConfidence()))
            .nearestDistance(Num.round(nearestDistance()))
            .embeddingX(Num.round(embeddingX()))
            .embeddingY(Num.round(embeddingY()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusterOutput}; one thread at a time. */
  final class Builder extends ImmutableClusterOutput.Builder {
    Builder() {}
  }
}
