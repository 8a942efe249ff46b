package org.minorityreport.core.rereview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.RereviewTrigger;
import org.minorityreport.api.value.Num;
import org.minorityreport.core.library.LibraryRows;

/**
 * Reports that something else than context questions (spec 4.7): a pattern that people confirmed
 * since, a cluster that is not what it was, or one whose proposals lose confidence. Open reports
 * need no round, as every tick attributes them again.
 */
public final class Signals {
  /** How many proposals of a cluster are compared with as many before them. */
  private static final int PROPOSALS = 20;

  /** A fall of the mean confidence by more than this is a drift. */
  private static final double FALL = 0.15;

  /** Decisions by which people, no policy, say what a report was. */
  private static final List<String> CONFIRMING = List.of("approved", "edited");

  private Signals() {}

  /**
   * A row of the cluster library.
   *
   * @param row the row
   * @param position its commit
   */
  public record LibraryChange(ClusterVersion row, CommitPosition position) {}

  /**
   * Reports that resemble one that was confirmed after their newest proposal, with another cause.
   * Near is a distance by cosine up to the greatest at which a cluster was matched in this run.
   *
   * @param reports all reports, in any order
   * @return at most one round for each, named after the oldest decision; by its time, then by
   *     report
   */
  public static List<Pick> newPatterns(Collection<LookedAt> reports) {
    OptionalDouble threshold =
        reports.stream().flatMapToDouble(report -> report.matchDistance().stream()).max();
    List<LookedAt> confirmed =
        reports.stream()
            .filter(r -> r.decision().filter(Signals::confirms).isPresent())
            .filter(r -> !r.features().isEmpty())
            .toList();
    List<Pick> picks = new ArrayList<>();
    if (threshold.isPresent()) {
      for (LookedAt report : reports) {
        confirmed.stream()
            .filter(pattern -> report.isClosed() && !report.features().isEmpty())
            .filter(pattern -> pattern.decidedAt().compareTo(report.proposedAt()) > 0)
            .filter(pattern -> !pattern.shownCause().equals(report.shownCause()))
            .filter(p -> distance(p.features(), report.features()) <= threshold.getAsDouble())
            .map(pattern -> pattern.decision().orElseThrow().finalizedAt())
            .min(Comparator.naturalOrder())
            .ifPresent(at -> picks.add(pick(report, RereviewTrigger.NEW_PATTERN, at)));
      }
    }
    return sorted(picks);
  }

  private static boolean confirms(ReportFinalised row) {
    return CONFIRMING.contains(row.finalDecision()) && row.finalCause().isPresent();
  }

  /** One less the cosine, as the clusters that ship are compared with; 2 if one has no length. */
  private static double distance(List<Double> one, List<Double> other) {
    double product = 0;
    double ofOne = 0;
    double ofOther = 0;
    for (int i = 0; i < one.size(); i++) {
      product += one.get(i) * other.get(i);
      ofOne += one.get(i) * one.get(i);
      ofOther += other.get(i) * other.get(i);
    }
    double lengths = StrictMath.sqrt(ofOne) * StrictMath.sqrt(ofOther);
    return lengths == 0 ? 2 : 1 - product / lengths;
  }

  /**
   * Reports whose cluster was split, merged or renamed after they were matched.
   *
   * @param reports all reports, in any order
   * @param library rows of the cluster library in the order of their commits
   * @return at most one round for each, named after the oldest change; by its time, then by report
   */
  public static List<Pick> clustersChanged(
      Collection<LookedAt> reports, List<LibraryChange> library) {
    List<ClusterVersion> all = library.stream().map(LibraryChange::row).toList();
    Map<Integer, SortedMap<String, SortedSet<String>>> since = new TreeMap<>();
    List<Pick> picks = new ArrayList<>();
    for (LookedAt report : reports) {
      Optional<String> cluster = report.cluster();
      CommitPosition known = latest(report.matchedAt(), report.proposedAt());
      int version =
          LibraryRows.version(
              library.stream()
                  .filter(change -> change.position().compareTo(known) <= 0)
                  .map(LibraryChange::row)
                  .toList());
      boolean changed =
          cluster.isPresent()
              && report.isClosed()
              && !since
                  .computeIfAbsent(version, v -> LibraryRows.changedSince(all, v))
                  .getOrDefault(cluster.get(), new TreeSet<>())
                  .isEmpty();
      if (changed) {
        library.stream()
            .filter(change -> change.row().libraryVersion() > version)
            .filter(change -> isAbout(change.row(), cluster.orElseThrow()))
            .map(change -> change.row().writtenAt())
            .min(Comparator.naturalOrder())
            .ifPresent(at -> picks.add(pick(report, RereviewTrigger.CLUSTER_CHANGED, at)));
      }
    }
    return sorted(picks);
  }

  private static boolean isAbout(ClusterVersion row, String cluster) {
    return row.clusterId().equals(cluster) || row.replaces().contains(cluster);
  }

  private static CommitPosition latest(CommitPosition a, CommitPosition b) {
    return a.compareTo(b) < 0 ? b : a;
  }

  /**
   * The closed ones of the latest 20 reports of each cluster whose routine proposals are on average
   * less sure by more than 0.15 than those of the 20 before. A report is picked once.
   *
   * @param reports all reports, in any order
   * @return rounds named after the newest of the proposals; by its time, then by report
   */
  public static List<Pick> confidenceDrift(Collection<LookedAt> reports) {
    SortedMap<String, List<LookedAt>> byCluster = new TreeMap<>();
    for (LookedAt report : reports) {
      if (report.row().confidenceScore().isPresent()) {
        report
            .cluster()
            .ifPresent(c -> byCluster.computeIfAbsent(c, k -> new ArrayList<>()).add(report));
      }
    }
    List<Pick> picks = new ArrayList<>();
    for (List<LookedAt> of : byCluster.values()) {
      of.sort(
          Comparator.comparing((LookedAt report) -> report.row().writtenAt())
              .thenComparing(report -> report.row().firstDetectedFrom())
              .thenComparing(report -> report.row().reportId()));
      int size = of.size();
      if (size >= 2 * PROPOSALS) {
        List<LookedAt> latest = of.subList(size - PROPOSALS, size);
        double before = mean(of.subList(size - 2 * PROPOSALS, size - PROPOSALS));
        if (Num.round(before - mean(latest)) > FALL) { // a sum of doubles is off by its last digits
          Instant at = latest.get(PROPOSALS - 1).row().writtenAt();
          latest.stream()
              .filter(r -> r.isClosed() && !r.had(RereviewTrigger.CONFIDENCE_DRIFT))
              .forEach(r -> picks.add(pick(r, RereviewTrigger.CONFIDENCE_DRIFT, at)));
        }
      }
    }
    return sorted(picks);
  }

  private static double mean(List<LookedAt> reports) {
    double sum = 0;
    for (LookedAt report : reports) {
      sum += report.row().confidenceScore().orElseThrow();
    }
    return sum / reports.size();
  }

  private static Pick pick(LookedAt report, RereviewTrigger trigger, Instant at) {
    return new Pick(report.row().reportId(), report.nextRound(), trigger, at);
  }

  private static List<Pick> sorted(List<Pick> picks) {
    picks.sort(Comparator.comparing(Pick::at).thenComparing(Pick::report));
    return picks;
  }
}
