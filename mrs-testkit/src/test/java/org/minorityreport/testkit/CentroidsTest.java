package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.core.clustering.FeatureVector;
import org.minorityreport.mock.cluster.MockCluster;
import org.minorityreport.mock.cluster.Shapes;

/**
 * The library of the mock cluster model is what the shipped code makes of the shipped shapes. After
 * a change of either, run this test with {@code -Dmrs.regenerate=true}, then build again.
 */
class CentroidsTest {
  private static final Path RESOURCE =
      Path.of(
          "../mrs-mock-models/src/main/resources/org/minorityreport/mock/cluster/centroids.json");

  private static final Set<Shapes> SHALLOW = Set.of(Shapes.DIP, Shapes.SLUMP, Shapes.RECOVERY);

  @Test
  void shippedLibrary_isWhatFeaturesMakeOfShapes() throws IOException {
    String computed = CentroidLibrary.json();
    if (Boolean.getBoolean("mrs.regenerate")) {
      Files.writeString(RESOURCE, computed);
      return;
    }
    try (InputStream in = MockCluster.class.getResourceAsStream("centroids.json")) {
      assertThat(in).isNotNull();
      assertThat(new String(in.readAllBytes(), UTF_8)).isEqualTo(computed);
    }
  }

  @ParameterizedTest
  @EnumSource(Shapes.class)
  void noisyCases_areTakenForTheirOwnShapeFarMoreOftenThanByChance(Shapes shape) {
    MockCluster model = new MockCluster();
    SplittableRandom random = new SplittableRandom(20_250_807L);
    int hits = 0;
    for (int i = 0; i < 100; i++) {
      ClusterOutput answer = model.compare(question(CentroidLibrary.noisy(shape, random)));
      hits += answer.clusterId().filter(id -> isLike(shape, id)).isPresent() ? 1 : 0;
    }
    assertThat(hits).isGreaterThan(40);
  }

  /** Shallow drops of few units look alike. */
  private static boolean isLike(Shapes shape, String id) {
    return id.equals(shape.id())
        || (SHALLOW.contains(shape) && SHALLOW.stream().anyMatch(s -> s.id().equals(id)));
  }

  private static ClusterQuestion question(FeatureVector features) {
    return ClusterQuestion.builder()
        .reportId(ReportId.of("MR-" + "0".repeat(32)))
        .featureVector(features.values())
        .standardised(features.standardised())
        .steps(Steps.of(Instant.EPOCH, Cadence.parse("PT15M"), 0))
        .actual(UnitsColumn.of(new long[0]))
        .expected(UnitsColumn.of(new long[0]))
        .build();
  }
}
