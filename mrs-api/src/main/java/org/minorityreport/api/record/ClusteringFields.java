package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** What clustering says about a report. */
@JsonPropertyOrder({
  "feature_vector",
  "cluster_id",
  "cluster_name",
  "similarity_score",
  "cluster_match_confidence",
  "nearest_cluster_id",
  "nearest_distance",
  "embedding_x",
  "embedding_y",
  "abstain_reason"
})
public interface ClusteringFields extends ClusterFields {
  /** {@return the 16 features of the shape} */
  List<Double> featureVector();

  /** {@return the nearest cluster, also when it is too far to match} */
  Optional<String> nearestClusterId();

  /** {@return the distance to it} */
  OptionalDouble nearestDistance();

  /** {@return position on the map} */
  @JsonAlias("tsne_x")
  OptionalDouble embeddingX();

  /** {@return position on the map} */
  @JsonAlias("tsne_y")
  OptionalDouble embeddingY();

  /** {@return why there is no cluster: too_short or too_far} */
  Optional<String> abstainReason();
}
