package org.minorityreport.core.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClusterPrediction;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.core.clustering.FeatureVector;
import org.minorityreport.core.json.LogCodec;

/**
 * What models were given and said, from prediction logs. A step counts once, by the day row that
 * tells of it; a report once in each window, by the newest row about it. One thread.
 */
final class SeenFeatures {
  /** Feature of the baseline and classifier roles: (actual - expected) / spread, in thousandths. */
  static final String RESIDUAL = "residual";

  /** Units sold per step, as hundredths of log2(1 + units): the scale of a product is no drift. */
  static final String UNITS = "actual_units";

  /** How many candidates there were for a cause. */
  static final String CANDIDATES = "candidates";

  /** How sure the first answer is, in millionths. */
  static final String CONFIDENCE = "confidence";

  /** Beyond, a residual says no more than that it is far off: an anomaly is no drift. */
  private static final double FAR = 10;

  private static final double MILLION = 1e6;

  private final StandingScan scan;
  private final Map<Watched, Observations> byModel = new TreeMap<>(Watched.ORDER);

  SeenFeatures(StandingScan scan, List<Watched> models) {
    this.scan = scan;
    models.forEach(model -> byModel.put(model, new Observations(model)));
  }

  /** {@return what was seen, by role, name, version of the model} */
  List<Observations> read() {
    readSteps();
    readFeatureVectors();
    readClusterAnswers();
    readAttributionAnswers();
    return List.copyOf(byModel.values());
  }

  private List<Observations> of(String role) {
    return byModel.values().stream().filter(o -> o.model().role().equals(role)).toList();
  }

  private static boolean isNear(List<Observations> models, StoredRow row) {
    return models.stream().anyMatch(o -> o.model().isNear(row.writtenAt()));
  }

  private void readSteps() {
    List<Observations> models = new ArrayList<>(of("baseline"));
    models.addAll(of("classifier"));
    scan.rows(
        Logs.BASELINE_PREDICTIONS,
        row -> isNear(models, row),
        stored -> {
          BaselinePrediction row = LogCodec.read(Logs.BASELINE_PREDICTIONS, stored);
          if (row.outcome().equals("ok") && row.route().equals("primary") && isDayRow(row)) {
            models.stream()
                .filter(o -> o.model().role().equals("classifier") || isOf(o.model(), row))
                .forEach(o -> see(o, row));
          }
        });
  }

  private static boolean isOf(Watched model, BaselinePrediction row) {
    return model.name().equals(row.modelName()) && model.version().equals(row.modelVersion());
  }

  /** A row that tells of all steps of a UTC day, or of one that is as long or longer. */
  static boolean isDayRow(BaselinePrediction row) {
    Steps steps = Steps.of(row.firstStep(), row.cadence(), row.actualUnits().size());
    return steps.count() > 0
        && Duration.between(steps.from(), steps.to()).compareTo(Duration.ofDays(1)) >= 0;
  }

  private static void see(Observations model, BaselinePrediction row) {
    boolean baseline = model.model().role().equals("baseline");
    Steps steps = Steps.of(row.firstStep(), row.cadence(), row.actualUnits().size());
    for (int i = 0; i < steps.count(); i++) {
      Instant end = row.cadence().plus(steps.timeAt(i), 1);
      long actual = row.actualUnits().thousandthsAt(i);
      long expected = row.expectedUnits().thousandthsAt(i);
      double spread = row.spread().at(i);
      if (actual != SalesSeries.UNKNOWN && baseline) {
        double units = Math.max(0, actual / 1000.0);
        model.see(UNITS, end, Math.round(100 * StrictMath.log(1 + units) / StrictMath.log(2)));
      }
      if (actual != SalesSeries.UNKNOWN && expected != SalesSeries.UNKNOWN && spread > 0) {
        double off = (actual - expected) / 1000.0 / spread;
        model.see(RESIDUAL, end, Math.round(1000 * Math.max(-FAR, Math.min(FAR, off))));
      }
    }
  }

  private void readFeatureVectors() {
    List<Observations> models = of("cluster");
    Map<Observations, Windows<List<Double>>> newest = windows(models);
    scan.rows(
        Logs.REPORTS_CLUSTERED,
        row -> isNear(models, row),
        stored -> {
          ReportClustered row = LogCodec.read(Logs.REPORTS_CLUSTERED, stored);
          String by = row.modelVersions().getOrDefault("cluster", "");
          models.stream()
              .filter(o -> o.model().id().equals(by))
              .forEach(o -> of(newest, o).put(row.reportId().value(), row, row.featureVector()));
        });
    newest.forEach(
        (model, windows) ->
            windows.each(
                (at, vector) -> {
                  for (int i = 0; i < vector.size(); i++) {
                    model.see(FeatureVector.NAMES.get(i), at, millionths(vector.get(i)));
                  }
                }));
  }

  private void readClusterAnswers() {
    List<Observations> models = of("cluster");
    Map<Observations, Windows<Double>> newest = windows(models);
    scan.rows(
        Logs.CLUSTER_PREDICTIONS,
        row -> isNear(models, row),
        stored -> {
          ClusterPrediction row = LogCodec.read(Logs.CLUSTER_PREDICTIONS, stored);
          row.output()
              .filter(output -> output.clusterMatchConfidence().isPresent())
              .ifPresent(
                  output ->
                      models.stream()
                          .filter(
                              o -> o.model().id().equals(id(row.modelName(), row.modelVersion())))
                          .forEach(
                              o ->
                                  of(newest, o)
                                      .put(
                                          row.reportId().value(),
                                          row,
                                          output.clusterMatchConfidence().getAsDouble())));
        });
    tell(newest, CONFIDENCE, sure -> sure * MILLION);
  }

  private void readAttributionAnswers() {
    List<Observations> models = of("attribution");
    Map<Observations, Windows<List<ScoredCandidate>>> newest = windows(models);
    scan.rows(
        Logs.ATTRIBUTION_PREDICTIONS,
        row -> isNear(models, row),
        stored -> {
          AttributionPrediction row = LogCodec.read(Logs.ATTRIBUTION_PREDICTIONS, stored);
          if (row.outcome().equals("ok")) {
            models.stream()
                .filter(o -> o.model().id().equals(id(row.modelName(), row.modelVersion())))
                .forEach(o -> of(newest, o).put(row.reportId().value(), row, row.output()));
          }
        });
    tell(newest, CANDIDATES, output -> output.size());
    tell(newest, CONFIDENCE, o -> o.isEmpty() ? 0 : o.get(0).confidence() * MILLION);
  }

  private static <T> Windows<T> of(Map<Observations, Windows<T>> all, Observations model) {
    return Objects.requireNonNull(all.get(model), "windows");
  }

  private static String id(String name, String version) {
    return name + "@" + version;
  }

  private static <V> Map<Observations, Windows<V>> windows(List<Observations> models) {
    Map<Observations, Windows<V>> windows = new LinkedHashMap<>();
    models.forEach(model -> windows.put(model, new Windows<>(model.model())));
    return windows;
  }

  private static <V> void tell(
      Map<Observations, Windows<V>> newest, String feature, ToDoubleFunction<V> value) {
    newest.forEach(
        (model, windows) ->
            windows.each((at, v) -> model.see(feature, at, Math.round(value.applyAsDouble(v)))));
  }

  private static long millionths(double value) {
    return Math.round(value * MILLION);
  }
}
