package org.minorityreport.core.library;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.KnownCluster;
import org.minorityreport.api.record.ClusterState;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.core.json.LogCodec;

/** What the rows of cluster_library_log come to. */
public final class LibraryRows {
  private LibraryRows() {}

  /**
   * The rows of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param upTo later commits are not looked at
   * @return rows in the order of their commits, without those that were taken back
   */
  public static List<ClusterVersion> read(LogStore store, RunId run, CommitPosition upTo) {
    SortedMap<Long, ClusterVersion> rows = new TreeMap<>();
    SortedMap<String, Long> places = new TreeMap<>();
    store.read(
        Logs.CLUSTER_LIBRARY,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          Long before = places.put(row.key(), row.rowNumber());
          if (before != null) {
            rows.remove(before);
          }
          if (!row.isRetracted()) {
            rows.put(row.rowNumber(), LogCodec.read(Logs.CLUSTER_LIBRARY, row));
          }
        });
    return List.copyOf(rows.values());
  }

  /**
   * The library that rows make: of each cluster the row of the greatest library version.
   *
   * @param rows rows in the order of their commits
   * @return newest row by cluster id
   */
  public static SortedMap<String, ClusterVersion> newest(Collection<ClusterVersion> rows) {
    SortedMap<String, ClusterVersion> newest = new TreeMap<>();
    for (ClusterVersion row : rows) {
      newest.merge(row.clusterId(), row, (a, b) -> b.libraryVersion() < a.libraryVersion() ? a : b);
    }
    return newest;
  }

  /** {@return the greatest library version among rows; 0 if there are none} */
  public static int version(Collection<ClusterVersion> rows) {
    return rows.stream().mapToInt(ClusterVersion::libraryVersion).max().orElse(0);
  }

  /**
   * Which clusters are not what they were: those that others took the place of, those with another
   * name, and those that were retired.
   *
   * @param rows rows in the order of their commits
   * @param since a library version; what it says itself is no change
   * @return id to the ids that are there instead: its own if only the name changed, none if it was
   *     retired without another in its place
   */
  public static SortedMap<String, SortedSet<String>> changedSince(
      Collection<ClusterVersion> rows, int since) {
    List<ClusterVersion> earlier =
        rows.stream().filter(row -> row.libraryVersion() <= since).toList();
    SortedMap<String, ClusterVersion> before = newest(earlier);
    SortedMap<String, SortedSet<String>> changed = new TreeMap<>();
    for (ClusterVersion row : rows) {
      if (row.libraryVersion() > since) {
        for (String old : row.replaces()) {
          changed.computeIfAbsent(old, k -> new TreeSet<>()).add(row.clusterId());
        }
      }
    }
    newest(rows)
        .forEach(
            (id, now) -> {
              ClusterVersion was = before.get(id);
              boolean gone = was != null && isRetired(now) && !isRetired(was);
              if (gone) {
                changed.computeIfAbsent(id, k -> new TreeSet<>());
              } else if (was != null && !was.name().equals(now.name())) {
                changed.computeIfAbsent(id, k -> new TreeSet<>()).add(id);
              }
            });
    return changed;
  }

  static boolean isRetired(ClusterVersion row) {
    return row.state().equals(ClusterState.RETIRED.wireName());
  }

  /**
   * The rows of a model that enters service.
   *
   * @param store the logs
   * @param run the line of work
   * @param model the model
   * @param tick the tick at which it first answers
   * @return a row for each cluster that it comes with; none if the logs have rows of this version
   *     of it
   */
  public static List<ClusterVersion> first(
      LogStore store, RunId run, ClusterModel model, Instant tick) {
    List<ClusterVersion> rows = read(store, run, store.head());
    String name = model.info().name();
    String version = model.info().version();
    boolean known =
        rows.stream()
            .anyMatch(row -> row.modelName().equals(name) && row.modelVersion().equals(version));
    List<ClusterVersion> first = new ArrayList<>();
    for (KnownCluster cluster : known ? List.<KnownCluster>of() : model.library()) {
      first.add(
          ClusterVersion.builder()
              .runId(run)
              .writtenAt(tick)
              .clusterId(cluster.id())
              .libraryVersion(version(rows) + 1)
              .name(cluster.name())
              .category(cluster.category())
              .centroid(cluster.centroid())
              .embeddingX(cluster.embeddingX())
              .embeddingY(cluster.embeddingY())
              .curve(cluster.curve())
              .state(ClusterState.ACTIVE.wireName())
              .modelName(name)
              .modelVersion(version)
              .build());
    }
    return first;
  }
}
