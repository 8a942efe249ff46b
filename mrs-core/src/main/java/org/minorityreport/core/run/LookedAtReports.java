package org.minorityreport.core.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.core.clustering.FeatureScales;
import org.minorityreport.core.clustering.FeatureVector;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.rereview.LookedAt;
import org.minorityreport.core.rereview.Signals;

/** Reads what the machine and people last said of every report. One thread; read once. */
final class LookedAtReports {
  private final LogStore store;
  private final RunId run;
  private final CommitPosition head;
  private final Map<String, StoredRow> proposals;
  private final Map<String, StoredRow> reproposed;

  private record Match(Optional<String> cluster, OptionalDouble distance) {
    static Match of(Optional<String> cluster, OptionalDouble nearest) {
      return new Match(cluster, cluster.isPresent() ? nearest : OptionalDouble.empty());
    }
  }

  LookedAtReports(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
    this.head = store.head();
    this.proposals = newest(Logs.REPORTS_ATTRIBUTED);
    this.reproposed = newest(Logs.REPORTS_REATTRIBUTED);
  }

  /** {@return all reports that attribution told of, by report} */
  Collection<LookedAt> all(Map<String, List<RereviewRound>> rounds) {
    Map<String, StoredRow> matches = newest(Logs.REPORTS_CLUSTERED);
    Map<String, StoredRow> rematched = newest(Logs.REPORTS_RECLUSTERED);
    Map<String, StoredRow> decisions = newest(Logs.REPORTS_FINALISED);
    List<LookedAt> all = new ArrayList<>();
    proposals.forEach(
        (id, row) -> {
          StoredRow proposal = reproposed.getOrDefault(id, row);
          StoredRow match = matches.get(id);
          StoredRow newMatch = rematched.getOrDefault(id, match);
          Optional<Match> cluster =
              Optional.ofNullable(newMatch).map(m -> match(m, rematched.containsKey(id)));
          StoredRow decision = decisions.get(id);
          ReportAttributed said = LogCodec.read(Logs.REPORTS_ATTRIBUTED, row);
          all.add(
              new LookedAt(
                  said,
                  reproposed.containsKey(id) ? cause(proposal) : said.proposedCause(),
                  proposal.position(),
                  match == null ? List.of() : features(match),
                  cluster.flatMap(Match::cluster),
                  cluster.map(Match::distance).orElse(OptionalDouble.empty()),
                  newMatch == null ? CommitPosition.START : newMatch.position(),
                  rounds.getOrDefault(id, List.of()),
                  Optional.ofNullable(decision).map(d -> LogCodec.read(Logs.REPORTS_FINALISED, d)),
                  decision == null ? CommitPosition.START : decision.position()));
        });
    return all;
  }

  /** {@return whether the newest proposal for a report lacks what rows written now always have} */
  boolean isOfOlderSchema(ReportId report) {
    StoredRow round = reproposed.get(report.value());
    StoredRow row = proposals.get(report.value());
    return round != null
        ? LogCodec.isOfOlderSchema(Logs.REPORTS_REATTRIBUTED, round)
        : row != null && LogCodec.isOfOlderSchema(Logs.REPORTS_ATTRIBUTED, row);
  }

  private static String cause(StoredRow row) {
    ReportReattributed said = LogCodec.read(Logs.REPORTS_REATTRIBUTED, row);
    return said.proposedCause();
  }

  private static Match match(StoredRow row, boolean ofRound) {
    if (ofRound) {
      ReportReclustered said = LogCodec.read(Logs.REPORTS_RECLUSTERED, row);
      return Match.of(said.clusterId(), said.nearestDistance());
    }
    ReportClustered said = LogCodec.read(Logs.REPORTS_CLUSTERED, row);
    return Match.of(said.clusterId(), said.nearestDistance());
  }

  private static List<Double> features(StoredRow row) {
    ReportClustered said = LogCodec.read(Logs.REPORTS_CLUSTERED, row);
    return said.featureVector().size() == FeatureVector.SIZE
        ? FeatureScales.standardise(said.featureVector())
        : List.of();
  }

  /** The row of the latest tick, round or act that stands, by report. */
  private Map<String, StoredRow> newest(Log<?> log) {
    Map<String, Map<String, StoredRow>> byReport = new TreeMap<>();
    store.read(
        log,
        run,
        CommitPosition.START,
        head,
        row -> {
          Map<String, StoredRow> of =
              byReport.computeIfAbsent(row.subject().orElseThrow(), k -> new HashMap<>());
          if (row.isRetracted()) {
            of.remove(row.key());
          } else {
            of.put(row.key(), row);
          }
        });
    Map<String, StoredRow> newest = new TreeMap<>();
    byReport.forEach(
        (report, of) ->
            of.values().stream()
                .max(Comparator.comparing(StoredRow::writtenAt).thenComparing(StoredRow::rowNumber))
                .ifPresent(row -> newest.put(report, row)));
    return newest;
  }

  /** {@return the rows of the cluster library, in the order of their commits} */
  List<Signals.LibraryChange> library() {
    Map<String, StoredRow> standing = new HashMap<>();
    store.read(
        Logs.CLUSTER_LIBRARY,
        run,
        CommitPosition.START,
        head,
        row -> {
          if (row.isRetracted()) {
            standing.remove(row.key());
          } else {
            standing.put(row.key(), row);
          }
        });
    return standing.values().stream()
        .sorted(Comparator.comparing(StoredRow::rowNumber))
        .map(
            row ->
                new Signals.LibraryChange(LogCodec.read(Logs.CLUSTER_LIBRARY, row), row.position()))
        .toList();
  }
}
