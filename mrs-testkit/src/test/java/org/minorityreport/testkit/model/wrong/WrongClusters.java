package org.minorityreport.testkit.model.wrong;

import java.util.List;
import java.util.function.Supplier;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ClusterOutput;

/** Cluster models that are wrong on purpose. */
final class WrongClusters {
  private WrongClusters() {}

  private static WrongModel wrong(
      String key, String wrong, int rule, String message, Supplier<Model> maker) {
    String id = "MRS-CLU-" + (rule < 10 ? "0" : "") + rule;
    return new WrongModel("cluster-" + key, ModelRole.CLUSTER, wrong, id, message, maker);
  }

  static List<WrongModel> all() {
    return List.of(
        wrong(
            "similarity",
            "takes a product of vectors of any length for a similarity",
            5,
            ", not within [0, 1]",
            () ->
                new RightCluster() {
                  @Override
                  double similarity(List<Double> standardised, double uplift) {
                    return standardised.stream().mapToDouble(v -> v * v).sum();
                  }
                }),
        wrong(
            "length",
            "divides by the length of the vector, which may be none",
            10,
            "it threw org.minorityreport.api.error.InvalidValueException",
            () ->
                new RightCluster() {
                  @Override
                  public ClusterOutput compare(ClusterQuestion question) {
                    List<Double> vector = question.standardised();
                    double length = Math.sqrt(vector.stream().mapToDouble(v -> v * v).sum());
                    ClusterOutput said = super.compare(question);
                    return ClusterOutput.builder()
                        .from(said)
                        .nearestDistance(1 - Math.abs(vector.get(0)) / length)
                        .build();
                  }
                }),
        wrong(
            "half",
            "leaves the confidence of a match out",
            30,
            "some are absent and some are not: ",
            () ->
                new RightCluster() {
                  @Override
                  void confidence(ClusterOutput.Builder answer, double similarity) {
                    // none
                  }
                }),
        wrong(
            "nearest",
            "does not tell the nearest cluster where none matches",
            31,
            "neither a cluster nor the nearest one with its distance",
            () ->
                new RightCluster() {
                  @Override
                  ClusterOutput nearest(ClusterOutput.Builder answer, String id, double distance) {
                    return answer.build();
                  }
                }),
        wrong(
            "name",
            "puts the strength of the single case into the name of the cluster",
            32,
            "is named '",
            () ->
                new RightCluster() {
                  @Override
                  String name(ClusterQuestion question, boolean isUp, double similarity) {
                    return super.name(question, isUp, similarity)
                        + (similarity > 0.5 ? ", strong" : ", weak");
                  }
                }),
        wrong(
            "report",
            "breaks ties by the id of the report",
            33,
            "for the same shape of another report, a week later",
            () ->
                new RightCluster() {
                  @Override
                  void confidence(ClusterOutput.Builder answer, double similarity) {
                    // told below, where the report is known
                  }

                  @Override
                  public ClusterOutput compare(ClusterQuestion question) {
                    ClusterOutput said = super.compare(question);
                    double tie = question.reportId().value().hashCode() % 100 / 1000.0;
                    return said.clusterId().isEmpty()
                        ? said
                        : ClusterOutput.builder()
                            .from(said)
                            .clusterMatchConfidence(0.5 + tie)
                            .build();
                  }
                }),
        wrong(
            "map",
            "places nothing on a map and does not say so",
            34,
            "without a position; decline EMBEDS if that is meant",
            () ->
                new RightCluster() {
                  @Override
                  void place(ClusterOutput.Builder answer, boolean isUp) {
                    // none
                  }
                }),
        wrong(
            "place!EMBEDS",
            "declines positions and gives them",
            35,
            "EMBEDS is declined, but there is a position: do not decline it",
            RightCluster::new),
        wrong(
            "locale",
            "writes a name in the capitals of the machine's language",
            80,
            "where the defaults of the machine are tr-TR and Asia/Kolkata",
            () ->
                new RightCluster() {
                  @Override
                  @SuppressWarnings("StringCaseLocaleUsage")
                  String name(ClusterQuestion question, boolean isUp, double similarity) {
                    return (isUp ? "spike" : "dip").toUpperCase();
                  }
                }));
  }
}
