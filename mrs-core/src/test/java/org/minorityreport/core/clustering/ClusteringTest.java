package org.minorityreport.core.clustering;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.record.ClusterPrediction;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.ClusteringTask;
import org.minorityreport.api.stage.ReportInput;

class ClusteringTest {
  private static final ScriptedModel BROKEN =
      new ScriptedModel(
          q -> {
            throw new IllegalStateException("no library");
          });

  private static final Instant TICK = Instant.parse("2025-08-07T16:00:00Z");
  private static final ReportInput LONG =
      Slices.report(Slices.units(20, 30, 25, 20, 15), Slices.units(10, 10, 10, 10, 10));
  private static final ReportInput SHORT =
      Slices.report(Slices.units(20, 30, 25), Slices.units(10, 10, 10));

  private static final ClusterOutput MATCH =
      ClusterOutput.builder()
          .clusterId("CL-X")
          .clusterName("X")
          .similarityScore(0.9)
          .clusterMatchConfidence(0.8)
          .nearestClusterId("CL-X")
          .nearestDistance(0.1)
          .embeddingX(1)
          .embeddingY(2)
          .build();

  @Test
  void matchedReport_carriesClusterAndSpine() {
    ScriptedModel model = new ScriptedModel(q -> MATCH);

    ReportClustered row = cluster(LONG, model).clustered().get(0);

    assertThat(row.clusterId()).hasValue("CL-X");
    assertThat(row.similarityScore()).hasValue(0.9);
    assertThat(row.embeddingY()).hasValue(2);
    assertThat(row.abstainReason()).isEmpty();
    assertThat(row.featureVector()).isEqualTo(model.asked.get(0).featureVector());
    assertThat(row.reportStatus()).isEqualTo("clustered");
    assertThat(row.writtenAt()).isEqualTo(TICK);
    assertThat(row.modelVersions())
        .containsOnlyKeys("baseline", "cluster")
        .containsEntry("cluster", "scripted@7");
    assertThat(row.members()).isEqualTo(LONG.report().members());
    assertThat(row.degradedReasons()).containsExactly("BASELINE_fallback");
  }

  @Test
  void call_leavesOneRowAndOneCount() {
    ClusteringResult result = cluster(LONG, new ScriptedModel(q -> MATCH));

    ClusterPrediction prediction = result.predictions().get(0);
    assertThat(prediction.reportId()).isEqualTo(Slices.REPORT);
    assertThat(prediction.output()).hasValue(MATCH);
    assertThat(prediction.inputDigest()).isEqualTo("d1");
    assertThat(prediction.route()).isEqualTo("primary");
    assertThat(prediction.outcome()).isEqualTo("ok");
    assertThat(result.calls()).hasSize(1);
    assertThat(result.calls().get(0).ok()).isOne();
  }

  @Test
  void shortReport_isUnclusteredWithoutAskingTheModel() {
    ScriptedModel model = new ScriptedModel(q -> MATCH);

    ClusteringResult result = cluster(SHORT, model);

    assertThat(model.asked).isEmpty();
    assertThat(result.predictions()).isEmpty();
    assertThat(result.calls()).isEmpty();
    ReportClustered row = result.clustered().get(0);
    assertThat(row.abstainReason()).hasValue("too_short");
    assertThat(row.clusterId()).isEmpty();
    assertThat(row.featureVector()).hasSize(16);
    assertThat(row.modelVersions()).containsOnlyKeys("baseline");
  }

  @Test
  void reportThatMatchesNothing_saysTooFarFromItsNearest() {
    ClusterOutput nothing =
        ClusterOutput.builder().nearestClusterId("CL-X").nearestDistance(0.7).build();

    ReportClustered row = cluster(LONG, new ScriptedModel(q -> nothing)).clustered().get(0);

    assertThat(row.abstainReason()).hasValue("too_far");
    assertThat(row.clusterName()).isEmpty();
    assertThat(row.nearestClusterId()).hasValue("CL-X");
    assertThat(row.nearestDistance()).hasValue(0.7);
  }

  @Test
  void modelThatThrows_isADeadLetterAndTheRowHasNoCluster() {
    ClusteringResult result = cluster(LONG, BROKEN);

    assertThat(result.clustered())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.clusterId()).isEmpty();
              assertThat(row.abstainReason()).isEmpty();
              assertThat(row.featureVector()).hasSize(16);
              assertThat(row.isDegraded()).isTrue();
              assertThat(row.degradedReasons()).contains("MRCL_down");
            });
    assertThat(result.predictions())
        .singleElement()
        .satisfies(
            row -> {
              assertThat(row.outcome()).isEqualTo("failed");
              assertThat(row.output()).isEmpty();
              assertThat(row.message().orElseThrow()).contains("no library");
            });
    assertThat(result.errors())
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.stage()).isEqualTo("clustering");
              assertThat(error.kind()).isEqualTo("model_failed");
              assertThat(error.source()).isEqualTo("model scripted@7");
              assertThat(error.message()).contains(Slices.REPORT.value(), "no library");
              assertThat(error.payload()).contains(Slices.REPORT.value());
            });
  }

  @Test
  void modelThatThrows_isReplacedByTheFallbackAndTheRowIsMarked() {
    ClusteringResult result =
        new Clustering().cluster(task(LONG), ModelRoute.of(BROKEN, new ScriptedModel(q -> MATCH)));

    assertThat(result.clustered().get(0).clusterId()).isEqualTo(MATCH.clusterId());
    assertThat(result.clustered().get(0).degradedReasons()).contains("CLUSTER_fallback");
    assertThat(result.predictions())
        .extracting(row -> row.route() + " " + row.outcome())
        .containsExactly("primary failed", "fallback ok");
  }

  @Test
  void answerOutOfRange_isRejectedWithItsValue() {
    ClusterOutput tooSure = ClusterOutput.builder().from(MATCH).similarityScore(1.5).build();
    ClusterOutput nameless = ClusterOutput.builder().clusterId("CL-X").build();
    ClusterOutput negative = ClusterOutput.builder().nearestDistance(-0.5).build();

    assertThat(rejection(tooSure)).contains("similarity_score 1.5");
    assertThat(
            rejection(
                new ScriptedModel(
                    q -> ClusterOutput.builder().from(MATCH).similarityScore(Double.NaN).build())))
        .contains("NaN");
    assertThat(rejection(nameless)).contains("name");
    assertThat(rejection(negative)).contains("nearest_distance");
  }

  private static String rejection(ClusterOutput answer) {
    return rejection(new ScriptedModel(q -> answer));
  }

  private static String rejection(ScriptedModel model) {
    ClusteringResult result = cluster(LONG, model);
    assertThat(result.predictions())
        .singleElement()
        .satisfies(row -> assertThat(row.outcome()).isEqualTo("rejected"));
    assertThat(result.clustered().get(0).degradedReasons()).contains("MRCL_down");
    return result.errors().get(0).message();
  }

  private static ClusteringResult cluster(ReportInput report, ClusterModel model) {
    return new Clustering().cluster(task(report), model);
  }

  private static ClusteringTask task(ReportInput report) {
    return ClusteringTask.builder().runId(RunId.of("R1")).tick(TICK).addReports(report).build();
  }

  /** Answers as told and remembers what it was asked. */
  private static final class ScriptedModel implements ClusterModel {
    private final Function<ClusterQuestion, ClusterOutput> answer;
    private final List<ClusterQuestion> asked = new ArrayList<>();

    ScriptedModel(Function<ClusterQuestion, ClusterOutput> answer) {
      this.answer = answer;
    }

    @Override
    public ModelInfo info() {
      return ModelInfo.builder()
          .name("scripted")
          .version("7")
          .lookBack(Duration.ZERO)
          .minimumHistory(Duration.ZERO)
          .build();
    }

    @Override
    public ClusterOutput compare(ClusterQuestion question) {
      asked.add(question);
      return answer.apply(question);
    }
  }
}
