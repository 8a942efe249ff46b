package org.minorityreport.core.library;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.lifecycle.ClusterFigures;
import org.minorityreport.api.lifecycle.ClusterPart;
import org.minorityreport.api.lifecycle.EmergingCluster;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.ClusterState;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.value.Rules;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.tag.Tags;

/**
 * The clusters of a run as data (spec 5.12): listed, named, split, merged and retired. Every change
 * is rows of one new library version; a model takes a changed library in when it chooses to.
 * Thread-safe; holds nothing between calls.
 *
 * <p>Commands are for data scientists and admins. Each refuses with a {@link UsageException} that
 * says what to do, and appends nothing then.
 */
public final class ClusterLibrary {
  private static final Set<Role> MAY = Set.of(Role.DATA_SCIENTIST, Role.ADMIN);

  private final LogStore store;
  private final RunId run;
  private final InstantSource clock;

  /**
   * The library of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param clock the host's clock, which dates what people do
   */
  public ClusterLibrary(LogStore store, RunId run, InstantSource clock) {
    this.store = store;
    this.run = run;
    this.clock = clock;
  }

  /**
   * The library as it was.
   *
   * @param asOf a commit position or a tag; a tick, if it has one, is of no account
   * @return the newest row of each cluster, retired ones and candidates too, by id
   */
  public List<ClusterVersion> library(AsOf asOf) {
    return List.copyOf(LibraryRows.newest(rows(position(asOf))).values());
  }

  /**
   * The clusters with what became of their reports.
   *
   * @param asOf what was known, and about which ticks
   * @return figures by cluster id, of retired clusters and candidates too
   */
  public List<ClusterFigures> clusters(AsOf asOf) {
    return new LibraryFigures(store, run, asOf).clusters(rows(position(asOf)));
  }

  /**
   * Reports that match nothing but lie close together, with the usual radius of 0.2 and at least 5
   * reports.
   *
   * @param asOf what was known, and about which ticks
   * @return groups by their first report
   */
  public List<EmergingCluster> emerging(AsOf asOf) {
    return emerging(asOf, 0.2, 5);
  }

  /**
   * Reports that match nothing but lie close together. Looks at the 5,000 that were raised last,
   * and takes time with the square of their number.
   *
   * @param asOf what was known, and about which ticks
   * @param radius how far neighbours lie apart at most: 1 less the cosine of their standardised
   *     features, above 0, at most 2
   * @param least how many reports make a group at least, 2 or more
   * @return groups by their first report
   */
  public List<EmergingCluster> emerging(AsOf asOf, double radius, int least) {
    Rules.check(radius > 0 && radius <= 2, "radius", radius, "above 0, at most 2");
    Rules.check(least >= 2, "least", least, "2 or more");
    return new LibraryFigures(store, run, asOf).emerging(radius, least);
  }

  /**
   * Gives a cluster another name.
   *
   * @param actor who does it
   * @param cluster id of a cluster
   * @param name the name
   * @return the row that was appended; none if that is its name already
   * @throws UsageException if the actor may not, or there is no such cluster
   */
  public List<ClusterVersion> rename(Actor actor, String cluster, String name) {
    Change change = new Change(actor, "rename");
    ClusterVersion was = change.get(cluster);
    return was.name().equals(name)
        ? List.of()
        : append(change, List.of(change.of(was).name(name).build()));
  }

  /**
   * Takes a cluster out of the library.
   *
   * @param actor who does it
   * @param cluster id of a cluster that is not retired
   * @return the row that was appended
   * @throws UsageException if the actor may not, or there is no such cluster
   */
  public List<ClusterVersion> retire(Actor actor, String cluster) {
    Change change = new Change(actor, "retire");
    return append(change, List.of(change.retired(change.living(cluster))));
  }

  /**
   * Merges clusters into one of them, which keeps its id and shape.
   *
   * @param actor who does it
   * @param into the cluster that stays
   * @param others clusters that go; none of them the one that stays
   * @return the rows that were appended: the one that stays, which replaces the others, then those
   * @throws UsageException if the actor may not, a cluster is not there, or nothing is to be merged
   */
  public List<ClusterVersion> merge(Actor actor, String into, Collection<String> others) {
    Change change = new Change(actor, "merge");
    List<String> going = new ArrayList<>(new TreeSet<>(others));
    if (going.isEmpty() || going.contains(into)) {
      throw new UsageException(
          "merging takes clusters other than '" + into + "' that go; these were named: " + going);
    }
    List<ClusterVersion> rows = new ArrayList<>();
    rows.add(change.of(change.living(into)).replaces(going).build());
    going.forEach(id -> rows.add(change.retired(change.living(id))));
    return append(change, rows);
  }

  /**
   * Splits a cluster into new ones, each shaped like some of its reports.
   *
   * @param actor who does it
   * @param cluster the cluster, which is retired
   * @param parts two parts or more, with different names
   * @return the rows that were appended: the new clusters, which replace it, then it
   * @throws UsageException if the actor may not, there is no such cluster, fewer than two parts are
   *     named, or a report has no shape in the logs
   */
  public List<ClusterVersion> split(Actor actor, String cluster, List<ClusterPart> parts) {
    Change change = new Change(actor, "split");
    ClusterVersion was = change.living(cluster);
    long names = parts.stream().map(ClusterPart::name).distinct().count();
    if (parts.size() < 2 || names < parts.size()) {
      throw new UsageException(
          "splitting '" + cluster + "' takes two parts or more with different names");
    }
    MadeClusters made = new MadeClusters(store, run, change.seen);
    List<ClusterVersion> rows = new ArrayList<>();
    for (ClusterPart part : parts) {
      rows.add(
          made.of(part, change.of(was), cluster)
              .replaces(List.of(cluster))
              .state(ClusterState.ACTIVE.wireName())
              .build());
    }
    rows.add(change.retired(was));
    return append(change, rows);
  }

  /**
   * Names a group of reports, such as an emerging one: a candidate that a later library may take
   * in.
   *
   * @param actor who does it
   * @param group its name and reports
   * @return the row that was appended
   * @throws UsageException if the actor may not, the library has no row yet, or a report has no
   *     shape in the logs
   */
  public List<ClusterVersion> nameGroup(Actor actor, ClusterPart group) {
    Change change = new Change(actor, "name");
    ClusterVersion like =
        change.library.values().stream()
            .reduce((a, b) -> b.libraryVersion() >= a.libraryVersion() ? b : a)
            .orElseThrow(() -> new UsageException("run '" + run + "' has no library yet"));
    MadeClusters made = new MadeClusters(store, run, change.seen);
    ClusterVersion.Builder row = made.of(group, change.of(like), "");
    return append(
        change, List.of(row.replaces(List.of()).state(ClusterState.CANDIDATE.wireName()).build()));
  }

  private List<ClusterVersion> append(Change change, List<ClusterVersion> rows) {
    Set<String> about =
        rows.stream().map(ClusterVersion::clusterId).collect(Collectors.toCollection(TreeSet::new));
    LogSlice slice =
        LogSlice.of(
            Logs.CLUSTER_LIBRARY,
            Writer.LIFECYCLE,
            rows.stream().map(row -> LogCodec.row(Logs.CLUSTER_LIBRARY, row)).toList());
    store.append(Commit.of(List.of(slice)).ifNothingAbout(run, about, change.seen));
    return rows;
  }

  private CommitPosition position(AsOf asOf) {
    return new Tags(store, run).position(asOf);
  }

  private List<ClusterVersion> rows(CommitPosition upTo) {
    return LibraryRows.read(store, run, upTo);
  }

  /** What somebody is about to change, and what they see of it. */
  private final class Change {
    private final Actor actor;
    private final CommitPosition seen = store.head();
    private final List<ClusterVersion> rows = rows(seen);
    private final SortedMap<String, ClusterVersion> library = LibraryRows.newest(rows);

    Change(Actor actor, String action) {
      this.actor = actor;
      if (actor.roles().stream().noneMatch(MAY::contains)) {
        List<String> roles = actor.roles().stream().map(Role::wireName).toList();
        throw new UsageException(
            "'"
                + action
                + "' of a cluster needs the role data_scientist or admin; '"
                + actor.id()
                + "' has "
                + roles);
      }
    }

    ClusterVersion get(String id) {
      ClusterVersion found = library.get(id);
      if (found == null) {
        throw new UsageException(
            "there is no cluster '" + id + "'; the clusters are " + List.copyOf(library.keySet()));
      }
      return found;
    }

    ClusterVersion living(String id) {
      ClusterVersion found = get(id);
      if (LibraryRows.isRetired(found)) {
        throw new UsageException(
            "cluster '" + id + "' was retired by version " + found.libraryVersion());
      }
      return found;
    }

    ClusterVersion.Builder of(ClusterVersion was) {
      return ClusterVersion.builder()
          .from(was)
          .version(1)
          .writtenAt(clock.instant())
          .libraryVersion(LibraryRows.version(rows) + 1)
          .replaces(List.of())
          .actor(actor.id());
    }

    ClusterVersion retired(ClusterVersion was) {
      return of(was).state(ClusterState.RETIRED.wireName()).build();
    }
  }
}
