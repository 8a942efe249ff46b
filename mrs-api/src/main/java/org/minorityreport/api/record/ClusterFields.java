package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import java.util.OptionalDouble;

/** The cluster a report was matched with; all absent means unclustered. */
@JsonPropertyOrder({"cluster_id", "cluster_name", "similarity_score", "cluster_match_confidence"})
public interface ClusterFields {
  /** {@return stable id of the cluster} */
  Optional<String> clusterId();

  /** {@return its name} */
  Optional<String> clusterName();

  /** {@return how alike the shapes are, 0 to 1} */
  OptionalDouble similarityScore();

  /** {@return how sure the model is of the match, 0 to 1} */
  OptionalDouble clusterMatchConfidence();
}
