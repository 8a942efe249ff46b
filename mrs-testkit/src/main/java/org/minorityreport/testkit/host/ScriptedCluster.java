package org.minorityreport.testkit.host;

import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ClusterOutput;

/** Matches every shape with the cluster of the script, if it names one. Immutable. */
final class ScriptedCluster implements ClusterModel {
  private final ModelConfig config;

  ScriptedCluster(ModelConfig config) {
    this.config = config;
  }

  @Override
  public ModelInfo info() {
    return ScriptedModels.info(ModelRole.CLUSTER);
  }

  @Override
  public ClusterOutput compare(ClusterQuestion question) {
    ScriptedModels.failIfScripted(config);
    String cluster = config.parameters().get(Script.CLUSTER);
    if (cluster == null) {
      return ClusterOutput.builder().nearestClusterId("none").nearestDistance(1).build();
    }
    return ClusterOutput.builder()
        .clusterId(cluster)
        .clusterName(cluster)
        .similarityScore(1)
        .clusterMatchConfidence(1)
        .nearestClusterId(cluster)
        .nearestDistance(0)
        .embeddingX(0)
        .embeddingY(0)
        .build();
  }
}
