package org.minorityreport.core.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lifecycle.ClusterFigures;
import org.minorityreport.api.lifecycle.EmergingCluster;
import org.minorityreport.api.lifecycle.Reliability;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.core.clustering.FeatureScales;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.lifecycle.Lifecycle;
import org.minorityreport.core.lifecycle.LoggedReports;
import org.minorityreport.core.tag.Tags;

/** What became of the reports of clusters, and those that have none. */
final class LibraryFigures {
  /** Grouping takes time with the square of the reports. */
  private static final int MOST = 5_000;

  private final LogStore store;
  private final RunId run;
  private final AsOf asOf;

  LibraryFigures(LogStore store, RunId run, AsOf asOf) {
    this.store = store;
    this.run = run;
    AsOf known = AsOf.atPosition(new Tags(store, run).position(asOf));
    this.asOf = asOf.tick().map(known::untilTick).orElse(known);
  }

  List<ClusterFigures> clusters(List<ClusterVersion> rows) {
    SortedMap<String, ClusterVersion> library = LibraryRows.newest(rows);
    Map<String, String> now = current(rows);
    Map<String, List<MinorityReport>> members = new HashMap<>();
    for (MinorityReport report : reports().all()) {
      report
          .clusterId()
          .filter(id -> !isSuperseded(report))
          .map(id -> now.getOrDefault(id, id))
          .ifPresent(id -> members.computeIfAbsent(id, k -> new ArrayList<>()).add(report));
    }
    SortedMap<String, Reliability> reliability =
        new Lifecycle(store, run).reliabilityByCluster(asOf, id -> now.getOrDefault(id, id));
    List<ClusterFigures> figures = new ArrayList<>();
    library.forEach(
        (id, cluster) ->
            figures.add(
                figures(
                    cluster,
                    members.getOrDefault(id, List.of()),
                    Optional.ofNullable(reliability.get(id)))));
    return List.copyOf(figures);
  }

  private static ClusterFigures figures(
      ClusterVersion cluster, List<MinorityReport> members, Optional<Reliability> reliability) {
    SortedMap<String, Integer> causes = new TreeMap<>();
    for (MinorityReport report : members) {
      confirmedCause(report).ifPresent(cause -> causes.merge(cause, 1, Integer::sum));
    }
    int confirmed = causes.values().stream().mapToInt(Integer::intValue).sum();
    Optional<Map.Entry<String, Integer>> commonest =
        causes.entrySet().stream()
            .min(
                Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()));
    return ClusterFigures.builder()
        .cluster(cluster)
        .reports(members.size())
        .confirmedMembers(confirmed)
        .commonestCause(commonest.map(Map.Entry::getKey))
        .agreement(
            commonest.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Num.round((double) commonest.get().getValue() / confirmed)))
        .reliability(reliability)
        .build();
  }

  /** A cause that a person named or approved. */
  private static Optional<String> confirmedCause(MinorityReport report) {
    boolean byAPerson =
        report.decidedBy().filter(by -> !by.role().equals(Role.SYSTEM.wireName())).isPresent();
    boolean confirmed =
        report
            .finalDecision()
            .flatMap(FinalDecision::of)
            .filter(d -> d == FinalDecision.APPROVED || d == FinalDecision.EDITED)
            .isPresent();
    return byAPerson && confirmed ? report.finalCause() : Optional.empty();
  }

  /** Clusters that exactly one other took the place of, to that; those that were split stay. */
  private static Map<String, String> current(List<ClusterVersion> rows) {
    Map<String, String> one = new HashMap<>();
    LibraryRows.changedSince(rows, 0)
        .forEach(
            (id, instead) -> {
              if (instead.size() == 1 && !instead.contains(id)) {
                one.put(id, instead.first());
              }
            });
    Map<String, String> last = new HashMap<>();
    for (String id : one.keySet()) {
      String to = id;
      for (int steps = 0; one.containsKey(to) && steps <= one.size(); steps++) {
        to = one.get(to);
      }
      last.put(id, to);
    }
    return last;
  }

  List<EmergingCluster> emerging(double radius, int least) {
    List<ReportId> alone =
        reports().all().stream()
            .filter(r -> r.clusterId().isEmpty() && !isSuperseded(r))
            .sorted(
                Comparator.comparing(MinorityReport::raisedAt)
                    .reversed()
                    .thenComparing(MinorityReport::reportId))
            .limit(MOST)
            .map(MinorityReport::reportId)
            .toList();
    SortedMap<ReportId, ReportClustered> rows = new TreeMap<>(shapes(alone));
    rows.values().removeIf(row -> row.abstainReason().filter("too_short"::equals).isPresent());
    SortedMap<ReportId, List<Double>> features = new TreeMap<>();
    rows.forEach((id, row) -> features.put(id, FeatureScales.standardise(row.featureVector())));
    return Density.groups(features, radius, least).stream()
        .map(group -> emerging(group, rows, features))
        .toList();
  }

  private SortedMap<ReportId, ReportClustered> shapes(List<ReportId> reports) {
    Instant until = asOf.tick().orElse(Instant.MAX);
    return new LoggedReports(store, run, asOf.position().orElseThrow(), until)
        .newest(Logs.REPORTS_CLUSTERED, reports);
  }

  private static EmergingCluster emerging(
      List<ReportId> group,
      Map<ReportId, ReportClustered> rows,
      Map<ReportId, List<Double>> features) {
    List<ReportClustered> of = group.stream().map(rows::get).toList();
    return EmergingCluster.builder()
        .reportIds(group)
        .centroid(Num.round(MadeClusters.mean(group.stream().map(features::get).toList())))
        .embeddingX(Num.round(mean(of.stream().map(ReportClustered::embeddingX).toList())))
        .embeddingY(Num.round(mean(of.stream().map(ReportClustered::embeddingY).toList())))
        .build();
  }

  private static OptionalDouble mean(List<OptionalDouble> values) {
    return values.stream()
        .filter(OptionalDouble::isPresent)
        .mapToDouble(OptionalDouble::getAsDouble)
        .average();
  }

  private static boolean isSuperseded(MinorityReport report) {
    return report.reportStatus().equals("superseded");
  }

  private MinorityReports reports() {
    return Hydration.hydrate(store, run, asOf).reports();
  }
}
