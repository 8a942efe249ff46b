package org.minorityreport.mock.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;

class MockClusterTest {
  private static final MockCluster SMALL =
      new MockCluster(
          new ClusterLibrary(
              0.3,
              List.of(
                  new Centroid("CL-A", "A", axis(0), 1, 0),
                  new Centroid("CL-B", "B", axis(1), 0, 1))));

  @Test
  void vectorOfACentroid_isThatClusterWithoutDistance() {
    ClusterOutput answer = SMALL.compare(question(axis(1)));

    assertThat(answer.clusterId()).hasValue("CL-B");
    assertThat(answer.clusterName()).hasValue("B");
    assertThat(answer.similarityScore()).hasValue(1);
    assertThat(answer.clusterMatchConfidence()).hasValue(1);
    assertThat(answer.nearestDistance()).hasValue(0);
    assertThat(answer.embeddingX()).hasValue(0);
    assertThat(answer.embeddingY()).hasValue(1);
  }

  @Test
  void lengthOfAVector_doesNotMatter() {
    List<Double> longer = new ArrayList<>(axis(0));
    longer.set(0, 50.0);

    assertThat(SMALL.compare(question(longer))).isEqualTo(SMALL.compare(question(axis(0))));
  }

  @Test
  void vectorTooFarFromAll_hasNoClusterButItsNearest() {
    List<Double> vector = new ArrayList<>(axis(5));
    vector.set(0, 0.5);

    ClusterOutput answer = SMALL.compare(question(vector));

    assertThat(answer.clusterId()).isEmpty();
    assertThat(answer.similarityScore()).isEmpty();
    assertThat(answer.nearestClusterId()).hasValue("CL-A");
    assertThat(answer.nearestDistance().orElseThrow())
        .isCloseTo(1 - 0.5 / Math.sqrt(1.25), within(1e-6));
  }

  @Test
  void vectorBetweenTwo_isLessSureThanAtOne() {
    List<Double> between = new ArrayList<>(axis(0));
    between.set(1, 0.7);

    ClusterOutput answer = SMALL.compare(question(between));

    assertThat(answer.clusterId()).hasValue("CL-A");
    assertThat(answer.clusterMatchConfidence().orElseThrow()).isLessThan(0.6);
    assertThat(answer.embeddingX().orElseThrow()).isGreaterThan(answer.embeddingY().orElseThrow());
  }

  @Test
  void vectorWithoutLength_matchesNothing() {
    ClusterOutput answer = SMALL.compare(question(Collections.nCopies(16, 0.0)));

    assertThat(answer.clusterId()).isEmpty();
    assertThat(answer.nearestDistance()).hasValue(1);
    assertThat(answer.embeddingX()).isEmpty();
  }

  @Test
  void shippedLibrary_hasOneClusterPerShapeAndFindsEach() {
    ClusterLibrary library = ClusterLibrary.shipped();
    MockCluster model = new MockCluster();

    assertThat(library.clusters())
        .extracting(Centroid::id)
        .containsExactlyElementsOf(Shapes.all().stream().map(Shapes::id).toList());
    assertThat(library.threshold()).isBetween(0.1, 0.9);
    for (Centroid centroid : library.clusters()) {
      assertThat(model.compare(question(centroid.values())).clusterId()).hasValue(centroid.id());
    }
  }

  @Property
  void anyVector_isAnsweredWithinRange(
      @ForAll @Size(16) List<@DoubleRange(min = -1e6, max = 1e6) Double> vector) {
    ClusterOutput answer = new MockCluster().compare(question(vector));

    assertThat(answer.nearestDistance().orElseThrow()).isBetween(0.0, 2.0);
    assertThat(answer.similarityScore().orElse(0)).isBetween(0.0, 1.0);
    assertThat(answer.clusterMatchConfidence().orElse(0)).isBetween(0.0, 1.0);
    assertThat(answer.embeddingX().orElse(0)).isBetween(-1.0, 1.0);
    assertThat(answer.embeddingY().orElse(0)).isBetween(-1.0, 1.0);
  }

  private static List<Double> axis(int index) {
    List<Double> vector = new ArrayList<>(Collections.nCopies(16, 0.0));
    vector.set(index, 1.0);
    return vector;
  }

  private static ClusterQuestion question(List<Double> standardised) {
    return ClusterQuestion.builder()
        .reportId(ReportId.of("MR-" + "0".repeat(32)))
        .featureVector(standardised)
        .standardised(standardised)
        .steps(Steps.of(Instant.EPOCH, Cadence.parse("PT15M"), 0))
        .actual(UnitsColumn.of(new long[0]))
        .expected(UnitsColumn.of(new long[0]))
        .build();
  }
}
