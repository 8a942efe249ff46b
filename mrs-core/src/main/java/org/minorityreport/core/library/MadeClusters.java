package org.minorityreport.core.library;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lifecycle.ClusterPart;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.clustering.FeatureScales;
import org.minorityreport.core.clustering.ShapeCurve;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.lifecycle.LoggedReports;

/** Clusters that people make of reports: the mean of their features, positions and curves. */
final class MadeClusters {
  private final LogStore store;
  private final RunId run;
  private final CommitPosition upTo;

  MadeClusters(LogStore store, RunId run, CommitPosition upTo) {
    this.store = store;
    this.run = run;
    this.upTo = upTo;
  }

  /**
   * Shapes a cluster like some reports.
   *
   * @param part name, category and reports
   * @param row a row that says the rest; where no report has a position or a curve, its own stay
   * @param parent the cluster that it comes from; empty if from none
   * @return the row, with an id of its own
   * @throws UsageException if a report has no shape in the logs
   */
  ClusterVersion.Builder of(ClusterPart part, ClusterVersion.Builder row, String parent) {
    LoggedReports logs = new LoggedReports(store, run, upTo, Instant.MAX);
    Map<ReportId, ReportClustered> clustered = logs.newest(Logs.REPORTS_CLUSTERED, part.reports());
    List<ReportId> missing =
        part.reports().stream().filter(id -> !clustered.containsKey(id)).toList();
    if (!missing.isEmpty()) {
      throw new UsageException("no row of clustering tells of the shape of " + missing);
    }
    List<List<Double>> features =
        clustered.values().stream().map(c -> FeatureScales.standardise(c.featureVector())).toList();
    List<List<Double>> curves = curves(logs, part.reports());
    row.clusterId(id(part, parent)).name(part.name()).category(part.category());
    row.centroid(mean(features));
    row.curve(
        curves.isEmpty() ? Collections.nCopies(ClusterVersion.CURVE_POINTS, 1.0) : mean(curves));
    position(clustered.values(), c -> c.embeddingX().stream().boxed().toList())
        .forEach(row::embeddingX);
    position(clustered.values(), c -> c.embeddingY().stream().boxed().toList())
        .forEach(row::embeddingY);
    return row;
  }

  private static List<List<Double>> curves(LoggedReports logs, Collection<ReportId> reports) {
    Map<ReportId, ReportDetected> detected = logs.newest(Logs.REPORTS_DETECTED, reports);
    List<List<Double>> curves = new ArrayList<>();
    logs.slices(detected.values())
        .forEach(
            (id, slice) -> {
              List<Double> curve =
                  curve(slice, Objects.requireNonNull(detected.get(id), "detected"));
              if (!curve.isEmpty()) {
                curves.add(curve);
              }
            });
    return curves;
  }

  private static List<Double> curve(ReportSlice slice, ReportDetected report) {
    return ShapeCurve.of(slice.actual(report.direction()), slice.expected(report.direction()));
  }

  /** {@return the mean of what reports have; empty if none has any} */
  private static List<Double> position(
      Collection<ReportClustered> reports, Function<ReportClustered, List<Double>> value) {
    List<List<Double>> said =
        reports.stream().map(value).filter(values -> !values.isEmpty()).toList();
    return said.isEmpty() ? List.of() : mean(said);
  }

  /** {@return the mean of lists of equal length, number by number} */
  static List<Double> mean(List<List<Double>> all) {
    List<Double> mean = new ArrayList<>();
    for (int i = 0; i < all.get(0).size(); i++) {
      double sum = 0;
      for (List<Double> one : all) {
        sum += one.get(i);
      }
      mean.add(sum / all.size());
    }
    return mean;
  }

  private String id(ClusterPart part, String parent) {
    List<Object> parts =
        List.of(
            run.value(),
            parent,
            part.name(),
            part.reports().stream().map(ReportId::value).toList());
    byte[] canonical = CanonicalJson.text(parts).getBytes(StandardCharsets.UTF_8);
    return "CL-" + Digests.sha256Hex(canonical).substring(0, 32);
  }
}
