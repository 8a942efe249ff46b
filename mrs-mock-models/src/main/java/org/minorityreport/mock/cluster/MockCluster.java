package org.minorityreport.mock.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.KnownCluster;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.ClusterOutput;

/**
 * The nearest of a library of known shapes, by the cosine similarity of standardised features.
 *
 * <p>Similarity is that cosine, distance 1 minus it. A match is as sure as it is close (against the
 * threshold) and as it stands out from the second nearest, each for half. The position on the map
 * is the mean of the positions of the library's shapes, weighted by the square of their similarity;
 * those at a right angle or beyond do not count. Immutable, thread-safe.
 */
public final class MockCluster implements ClusterModel {
  private static final ModelInfo INFO =
      ModelInfo.builder()
          .name("mock-cluster")
          .version("1")
          .lookBack(Duration.ZERO)
          .minimumHistory(Duration.ZERO)
          .build();

  private static final int CURVE_POINTS = 32;

  private final ClusterLibrary library;

  /** Makes the model with the library that is shipped with it. */
  public MockCluster() {
    this(ClusterLibrary.shipped());
  }

  MockCluster(ClusterLibrary library) {
    this.library = library;
  }

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public List<KnownCluster> library() {
    List<KnownCluster> known = new ArrayList<>();
    for (Shapes shape : Shapes.all()) {
      for (Centroid centroid : library.clusters()) {
        if (centroid.id().equals(shape.id())) {
          known.add(known(shape, centroid));
        }
      }
    }
    return List.copyOf(known);
  }

  private static KnownCluster known(Shapes shape, Centroid centroid) {
    return KnownCluster.builder()
        .id(centroid.id())
        .name(centroid.name())
        .category(shape.isDrop() ? "drop" : "uplift")
        .centroid(centroid.values())
        .embeddingX(centroid.embeddingX())
        .embeddingY(centroid.embeddingY())
        .curve(Arrays.stream(shape.ratios(CURVE_POINTS)).boxed().toList())
        .build();
  }

  @Override
  public ClusterOutput compare(ClusterQuestion question) {
    List<Centroid> clusters = library.clusters();
    double[] cosines = new double[clusters.size()];
    int nearest = 0;
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = clusters.get(i).cosine(question.standardised());
      nearest = cosines[i] > cosines[nearest] ? i : nearest;
    }
    Centroid match = clusters.get(nearest);
    double distance = 1 - cosines[nearest];
    ClusterOutput.Builder answer = ClusterOutput.builder();
    answer.nearestClusterId(match.id()).nearestDistance(distance);
    place(answer, cosines);
    if (distance <= library.threshold()) {
      answer
          .clusterId(match.id())
          .clusterName(match.name())
          .similarityScore(Math.max(0, cosines[nearest]))
          .clusterMatchConfidence(confidence(cosines, nearest));
    }
    return answer.build();
  }

  private double confidence(double[] cosines, int nearest) {
    double distance = 1 - cosines[nearest];
    double second = 2;
    for (int i = 0; i < cosines.length; i++) {
      second = i == nearest ? second : Math.min(second, 1 - cosines[i]);
    }
    double closeness = 1 - distance / library.threshold();
    double margin = second == 0 ? 0 : (second - distance) / second;
    return 0.5 * closeness + 0.5 * margin;
  }

  private void place(ClusterOutput.Builder answer, double[] cosines) {
    double x = 0;
    double y = 0;
    double weights = 0;
    for (int i = 0; i < cosines.length; i++) {
      double similarity = Math.max(0, cosines[i]);
      double weight = similarity * similarity;
      x += weight * library.clusters().get(i).embeddingX();
      y += weight * library.clusters().get(i).embeddingY();
      weights += weight;
    }
    if (weights > 0) {
      answer.embeddingX(x / weights).embeddingY(y / weights);
    }
  }
}
