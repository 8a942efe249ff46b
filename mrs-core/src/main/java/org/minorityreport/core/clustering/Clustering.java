package org.minorityreport.core.clustering;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.record.ClusterPrediction;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.ClusteringStage;
import org.minorityreport.api.stage.ClusteringTask;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.ModelEdge;

/**
 * The clustering stage (spec 4.2). A report with fewer than four known steps is unclustered without
 * asking the model. Immutable, thread-safe.
 */
public final class Clustering implements ClusteringStage {
  private static final Comparator<ReportInput> BY_ID =
      Comparator.comparing(input -> input.report().reportId());

  /** Makes the stage. */
  public Clustering() {}

  @Override
  public ClusteringResult cluster(ClusteringTask task, ClusterModel cluster) {
    AskedModel<ClusterModel> model = AskedModel.of(ModelRole.CLUSTER, cluster);
    List<ReportClustered> clustered = new ArrayList<>();
    List<ClusterPrediction> predictions = new ArrayList<>();
    for (ReportInput input : task.reports().stream().sorted(BY_ID).toList()) {
      UnitsColumn actual = input.slice().actual(input.report().direction());
      UnitsColumn expected = input.slice().expected(input.report().direction());
      FeatureVector features =
          FeatureVector.of(input.slice().steps(), actual, expected, input.store().zone());
      if (features.isTooShort()) {
        clustered.add(row(task, input, features).abstainReason("too_short").build());
        continue;
      }
      ClusterQuestion question =
          ClusterQuestion.builder()
              .reportId(input.report().reportId())
              .featureVector(features.values())
              .standardised(features.standardised())
              .steps(input.slice().steps())
              .actual(actual)
              .expected(expected)
              .build();
      ClusterOutput answer = ask(model, question);
      clustered.add(answered(row(task, input, features), answer, model));
      predictions.add(prediction(task, input, answer, model));
    }
    return ClusteringResult.builder()
        .clustered(clustered)
        .predictions(predictions)
        .calls(model.calls())
        .build();
  }

  private static ClusterOutput ask(AskedModel<ClusterModel> model, ClusterQuestion question) {
    String about = "report " + question.reportId();
    ClusterOutput answer = model.ask(about, m -> m.compare(question));
    model.checkShare(about, "similarity_score", answer.similarityScore().orElse(0));
    model.checkShare(about, "cluster_match_confidence", answer.clusterMatchConfidence().orElse(0));
    model.check(
        answer.nearestDistance().orElse(0) >= 0,
        about,
        "nearest_distance " + answer.nearestDistance() + " is not 0 or more");
    boolean matched = answer.clusterId().isPresent();
    model.check(
        matched == answer.clusterName().isPresent()
            && matched == answer.similarityScore().isPresent()
            && matched == answer.clusterMatchConfidence().isPresent(),
        about,
        "id, name, similarity and confidence of a cluster are neither all present nor all absent in "
            + answer);
    return answer;
  }

  private static ReportClustered.Builder row(
      ClusteringTask task, ReportInput input, FeatureVector features) {
    ReportClustered.Builder row = ReportClustered.builder();
    row.from((ReportSpine) input.report())
        .runId(task.runId())
        .writtenAt(task.tick())
        .version(1)
        .reportStatus("clustered")
        .featureVector(features.values());
    return row;
  }

  private static ReportClustered answered(
      ReportClustered.Builder row, ClusterOutput answer, AskedModel<ClusterModel> model) {
    row.putModelVersions(model.role(), model.id())
        .clusterId(answer.clusterId())
        .clusterName(answer.clusterName())
        .similarityScore(answer.similarityScore())
        .clusterMatchConfidence(answer.clusterMatchConfidence())
        .nearestClusterId(answer.nearestClusterId())
        .nearestDistance(answer.nearestDistance())
        .embeddingX(answer.embeddingX())
        .embeddingY(answer.embeddingY());
    if (answer.clusterId().isEmpty()) {
      row.abstainReason("too_far");
    }
    return row.build();
  }

  private static ClusterPrediction prediction(
      ClusteringTask task,
      ReportInput input,
      ClusterOutput answer,
      AskedModel<ClusterModel> model) {
    return ClusterPrediction.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .reportId(input.report().reportId())
        .modelName(model.info().name())
        .modelVersion(model.info().version())
        .role(model.role())
        .route(ModelEdge.PRIMARY)
        .inputDigest(input.inputDigest())
        .output(answer)
        .outcome(ModelEdge.OK)
        .build();
  }
}
