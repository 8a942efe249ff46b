package org.minorityreport.testkit.model;

import java.util.List;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Direction;
import org.minorityreport.core.clustering.FeatureVector;

/** How a cluster model is asked. */
final class ClusterQuestions
    implements RoleQuestions<ClusterModel, ClusterQuestion, ClusterOutput> {
  static final ClusterQuestions INSTANCE = new ClusterQuestions();

  /** Of fewer known steps nobody asks. */
  static final int FEWEST = 4;

  private ClusterQuestions() {}

  static Told<ClusterQuestion> told(ReportCase report) {
    return new Told<>(report.words(), () -> question(report, features(report)));
  }

  static FeatureVector features(ReportCase report) {
    return FeatureVector.of(
        report.span(), report.actual(), report.expected(), SeriesCase.STORE.zone());
  }

  static ClusterQuestion question(ReportCase report, FeatureVector features) {
    return question(report, features.values(), features.standardised());
  }

  static ClusterQuestion question(
      ReportCase report, List<Double> features, List<Double> standardised) {
    return ClusterQuestion.builder()
        .reportId(report.reportId())
        .featureVector(features)
        .standardised(standardised)
        .steps(report.span())
        .actual(report.actual())
        .expected(report.expected())
        .build();
  }

  @Override
  public ModelRole role() {
    return ModelRole.CLUSTER;
  }

  @Override
  public String letters() {
    return "CLU";
  }

  @Override
  public List<Told<ClusterQuestion>> ordinary(ModelInfo info) {
    SeriesCase quarters = SeriesCase.ordinary(SeriesCase.QUARTERS, 24);
    return List.of(
        told(ReportCase.ordinary(21)),
        told(ReportCase.drop(22)),
        told(
            new ReportCase(
                quarters.with(new Bump(0, 4, Bump.Kind.TENFOLD), new Bump(4, 20, Bump.Kind.TREBLE)),
                24,
                Direction.UPLIFT,
                23)),
        told(
            new ReportCase(
                quarters.with(
                    new Bump(5, 3, Bump.Kind.UNKNOWN), new Bump(0, 12, Bump.Kind.NOTHING)),
                12,
                Direction.DROP,
                24)),
        told(
            new ReportCase(
                quarters.with(
                    new Bump(0, 48, Bump.Kind.TREBLE), new Bump(60, 36, Bump.Kind.TREBLE)),
                96,
                Direction.UPLIFT,
                25)));
  }

  @Override
  public Arbitrary<Told<ClusterQuestion>> any(
      ModelBench<ClusterModel, ClusterQuestion, ClusterOutput> bench) {
    return ReportCase.any(FEWEST).map(ClusterQuestions::told);
  }

  @Override
  public ClusterOutput ask(ClusterModel model, ClusterQuestion question) {
    return model.compare(question);
  }

  @Override
  public String fault(ClusterQuestion question, ClusterOutput answer) {
    if (answer.similarityScore().isPresent() && !isShare(answer.similarityScore().getAsDouble())) {
      return "the similarity is " + answer.similarityScore().getAsDouble() + ", not within [0, 1]";
    }
    if (answer.clusterMatchConfidence().isPresent()
        && !isShare(answer.clusterMatchConfidence().getAsDouble())) {
      return "the confidence of the match is "
          + answer.clusterMatchConfidence().getAsDouble()
          + ", not within [0, 1]";
    }
    if (answer.nearestDistance().isPresent() && !(answer.nearestDistance().getAsDouble() >= 0)) {
      return "the nearest distance is "
          + answer.nearestDistance().getAsDouble()
          + ", not 0 or more";
    }
    return "";
  }

  static boolean isShare(double value) {
    return value >= 0 && value <= 1;
  }

  @Override
  public String difference(ClusterOutput first, ClusterOutput then) {
    return "it answers " + words(first) + ", and " + words(then);
  }

  static String words(ClusterOutput answer) {
    return answer
            .clusterId()
            .map(
                id ->
                    "cluster "
                        + id
                        + " '"
                        + answer.clusterName().orElse("")
                        + "' (similarity "
                        + answer.similarityScore().orElse(Double.NaN)
                        + ", confidence "
                        + answer.clusterMatchConfidence().orElse(Double.NaN)
                        + ")")
            .orElse("no cluster")
        + ", nearest "
        + answer.nearestClusterId().orElse("none")
        + " at "
        + answer.nearestDistance().orElse(Double.NaN)
        + ", placed at "
        + answer.embeddingX().orElse(Double.NaN)
        + " / "
        + answer.embeddingY().orElse(Double.NaN);
  }
}
