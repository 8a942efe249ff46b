package org.minorityreport.testkit;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Units;
import org.minorityreport.core.clustering.FeatureVector;
import org.minorityreport.mock.cluster.Shapes;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Computes the library of the mock cluster model: what the features of core make of its noise-free
 * shapes, and how far noisy cases of them lie away.
 */
final class CentroidLibrary {
  private static final int NOISY_CASES = 1000;
  private static final double THRESHOLD_PERCENTILE = 0.95;
  private static final long SEED = 20_250_805L;
  private static final Cadence QUARTER_HOUR = Cadence.of(Duration.ofMinutes(15));
  private static final Instant NOON = Instant.parse("2025-08-05T12:00:00Z");
  private static final double EXPECTED_UNITS = 1000;

  /** What the products of a report sell together in a step, about as in the simulated world. */
  private static final double LEAST_UNITS = 15;

  private static final double MOST_UNITS = 100;

  private CentroidLibrary() {}

  /** {@return the library as the resource holds it} */
  static String json() {
    List<Map<String, Object>> clusters = new ArrayList<>();
    List<List<Double>> centroids = new ArrayList<>();
    for (Shapes shape : Shapes.all()) {
      List<Double> centroid = features(shape.ratios(FeatureVector.POINTS), NOON).standardised();
      double angle = 2 * Math.PI * clusters.size() / Shapes.all().size();
      Map<String, Object> cluster = new LinkedHashMap<>();
      cluster.put("id", shape.id());
      cluster.put("name", shape.title());
      cluster.put("centroid", centroid);
      cluster.put("embedding_x", Num.round(StrictMath.cos(angle)));
      cluster.put("embedding_y", Num.round(StrictMath.sin(angle)));
      clusters.add(cluster);
      centroids.add(centroid);
    }
    Map<String, Object> library = new LinkedHashMap<>();
    library.put("threshold", threshold(centroids));
    library.put("clusters", clusters);
    return JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build()
            .writeValueAsString(library)
            .replace("\r\n", "\n")
        + "\n";
  }

  private static double threshold(List<List<Double>> centroids) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] distances = new double[Shapes.all().size() * NOISY_CASES];
    for (int i = 0; i < distances.length; i++) {
      int shape = i / NOISY_CASES;
      FeatureVector noisy = noisy(Shapes.all().get(shape), random);
      distances[i] = 1 - cosine(centroids.get(shape), noisy.standardised());
    }
    Arrays.sort(distances);
    return Num.round(distances[(int) (THRESHOLD_PERCENTILE * distances.length)]);
  }

  /** A case of another strength, length, hour and level of sales, with the noise of counts. */
  static FeatureVector noisy(Shapes shape, SplittableRandom random) {
    int steps = 8 + random.nextInt(57);
    double[] ratios = shape.ratios(steps, strength(shape, random));
    double units = LEAST_UNITS + (MOST_UNITS - LEAST_UNITS) * random.nextDouble();
    for (int i = 0; i < ratios.length; i++) {
      double mean = units * ratios[i];
      ratios[i] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * normal(random))) / units;
    }
    return features(ratios, QUARTER_HOUR.plus(NOON, random.nextInt(96 * 7)));
  }

  /** Between half and one and a half times the deviation of the typical case. */
  private static double strength(Shapes shape, SplittableRandom random) {
    double typical = shape.strength();
    return typical == 0 ? 0 : StrictMath.exp((0.5 + random.nextDouble()) * StrictMath.log(typical));
  }

  /** About normal: the sum of twelve uniform numbers. */
  private static double normal(SplittableRandom random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private static FeatureVector features(double[] ratios, Instant onset) {
    long[] actual = new long[ratios.length];
    long[] expected = new long[ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      actual[i] = Units.toThousandths(EXPECTED_UNITS * ratios[i]);
      expected[i] = Units.toThousandths(EXPECTED_UNITS);
    }
    return FeatureVector.of(
        Steps.of(onset, QUARTER_HOUR, ratios.length),
        UnitsColumn.of(actual),
        UnitsColumn.of(expected),
        ZoneOffset.UTC);
  }

  private static double cosine(List<Double> one, List<Double> other) {
    double product = 0;
    double oneSquared = 0;
    double otherSquared = 0;
    for (int i = 0; i < one.size(); i++) {
      product += one.get(i) * other.get(i);
      oneSquared += one.get(i) * one.get(i);
      otherSquared += other.get(i) * other.get(i);
    }
    return product / (Math.sqrt(oneSquared) * Math.sqrt(otherSquared));
  }
}
