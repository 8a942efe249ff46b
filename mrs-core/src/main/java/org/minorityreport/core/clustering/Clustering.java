package org.minorityreport.core.clustering;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.record.ClusterPrediction;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.ClusteringStage;
import org.minorityreport.api.stage.ClusteringTask;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.core.model.AnswerRules;
import org.minorityreport.core.model.Answered;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.CalledModel;
import org.minorityreport.core.model.DegradationCodes;
import org.minorityreport.core.model.FailedCall;
import org.minorityreport.core.model.ModelEdge;

/**
 * The clustering stage (spec 4.2). A report with fewer than four known steps is unclustered without
 * asking the model. Immutable, thread-safe.
 */
public final class Clustering implements ClusteringStage {
  private static final Comparator<ReportInput> BY_ID =
      Comparator.comparing(input -> input.report().reportId());

  private static final String STAGE = "clustering";

  /** Makes the stage. */
  public Clustering() {}

  @Override
  public ClusteringResult cluster(ClusteringTask task, ModelRoute<ClusterModel> cluster) {
    AskedModel<ClusterModel> model = AskedModel.of(ModelRole.CLUSTER, cluster);
    ClusteringResult.Builder result = ClusteringResult.builder();
    for (ReportInput input : task.reports().stream().sorted(BY_ID).toList()) {
      UnitsColumn actual = input.slice().actual(input.report().direction());
      UnitsColumn expected = input.slice().expected(input.report().direction());
      FeatureVector features =
          FeatureVector.of(input.slice().steps(), actual, expected, input.store().zone());
      if (features.isTooShort()) {
        result.addClustered(row(task, input, features).abstainReason("too_short").build());
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
      Answered<ClusterOutput> answered =
          model.ask(
              input.report().reportId().toString(),
              about(input),
              m -> m.compare(question),
              Clustering::check,
              answer -> OptionalDouble.empty());
      result.addClustered(answered(row(task, input, features), input, answered, model));
      for (FailedCall call : answered.failures()) {
        result.addPredictions(
            prediction(task, input, call.by(), call.outcome()).message(call.message()).build());
        result.addErrors(
            ModelEdge.deadLetter(
                task.runId(),
                task.tick(),
                STAGE,
                about(input),
                input.inputDigest(),
                Optional.of(input.report().reportId()),
                call));
      }
      answered
          .answer()
          .ifPresent(
              answer ->
                  result.addPredictions(
                      prediction(task, input, answered.by(), ModelEdge.OK).output(answer).build()));
      model
          .shadow(about(input), m -> m.compare(question), Clustering::check)
          .ifPresent(
              call ->
                  result.addPredictions(
                      prediction(task, input, call.by(), call.outcome())
                          .output(call.answer())
                          .message(call.message())
                          .build()));
    }
    return result.calls(model.calls()).build();
  }

  private static String about(ReportInput input) {
    return "report " + input.report().reportId();
  }

  private static void check(ClusterOutput answer) {
    AnswerRules.share("similarity_score", answer.similarityScore().orElse(0));
    AnswerRules.share("cluster_match_confidence", answer.clusterMatchConfidence().orElse(0));
    AnswerRules.check(
        answer.nearestDistance().orElse(0) >= 0,
        () -> "nearest_distance " + answer.nearestDistance() + " is not 0 or more");
    boolean matched = answer.clusterId().isPresent();
    AnswerRules.check(
        matched == answer.clusterName().isPresent()
            && matched == answer.similarityScore().isPresent()
            && matched == answer.clusterMatchConfidence().isPresent(),
        () ->
            "id, name, similarity and confidence of a cluster are neither all present nor all absent in "
                + answer);
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
      ReportClustered.Builder row,
      ReportInput input,
      Answered<ClusterOutput> answered,
      AskedModel<ClusterModel> model) {
    List<String> before = input.report().degradedReasons();
    if (answered.isMissing()) {
      return row.isDegraded(true)
          .degradedReasons(DegradationCodes.plus(before, List.of(DegradationCodes.CLUSTERING_DOWN)))
          .build();
    }
    if (answered.by().isFallback()) {
      row.isDegraded(true)
          .degradedReasons(DegradationCodes.plus(before, List.of(model.fallbackCode())));
    }
    ClusterOutput answer = answered.answer().orElseThrow();
    row.putModelVersions(model.role(), answered.by().id())
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

  private static ClusterPrediction.Builder prediction(
      ClusteringTask task, ReportInput input, CalledModel by, String outcome) {
    ClusterPrediction.Builder row = ClusterPrediction.builder();
    row.runId(task.runId())
        .writtenAt(task.tick())
        .reportId(input.report().reportId())
        .modelName(by.info().name())
        .modelVersion(by.info().version())
        .role(ModelRole.CLUSTER.wireName())
        .route(by.route())
        .inputDigest(input.inputDigest())
        .outcome(outcome);
    return row;
  }
}
