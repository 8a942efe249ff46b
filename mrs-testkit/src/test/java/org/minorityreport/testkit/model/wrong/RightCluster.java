package org.minorityreport.testkit.model.wrong;

import java.time.Duration;
import java.util.List;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.ClusterOutput;

/** Ups and downs, by the sign of the first feature; wrong models override a part of it. */
class RightCluster implements ClusterModel {
  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name("ups-and-downs")
        .version("1")
        .lookBack(Duration.ZERO)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public ClusterOutput compare(ClusterQuestion question) {
    double uplift = question.featureVector().get(0);
    boolean isUp = uplift >= 0;
    double similarity = similarity(question.standardised(), Math.abs(uplift));
    ClusterOutput.Builder answer = ClusterOutput.builder();
    if (Math.abs(uplift) < 0.1) {
      return nearest(answer, isUp ? "UP" : "DOWN", 1 - Math.min(1, Math.abs(uplift)));
    }
    answer.clusterId(isUp ? "UP" : "DOWN").similarityScore(similarity);
    answer.clusterName(name(question, isUp, similarity));
    confidence(answer, similarity);
    place(answer, isUp);
    return nearest(answer, isUp ? "UP" : "DOWN", 1 - Math.min(1, similarity));
  }

  double similarity(List<Double> standardised, double uplift) {
    return uplift / (1 + uplift);
  }

  String name(ClusterQuestion question, boolean isUp, double similarity) {
    return isUp ? "Up" : "Down";
  }

  void confidence(ClusterOutput.Builder answer, double similarity) {
    answer.clusterMatchConfidence(Math.min(1, similarity));
  }

  void place(ClusterOutput.Builder answer, boolean isUp) {
    answer.embeddingX(isUp ? 1 : -1).embeddingY(0);
  }

  ClusterOutput nearest(ClusterOutput.Builder answer, String id, double distance) {
    return answer.nearestClusterId(id).nearestDistance(distance).build();
  }
}
