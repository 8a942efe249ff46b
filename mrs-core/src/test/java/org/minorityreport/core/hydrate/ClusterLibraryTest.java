package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.lifecycle.ClusterFigures;
import org.minorityreport.api.lifecycle.ClusterPart;
import org.minorityreport.api.lifecycle.Reliability;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.library.ClusterLibrary;
import org.minorityreport.core.library.LibraryRows;
import org.minorityreport.mock.cluster.MockCluster;

/** The library of clusters as data (spec 5.12). */
class ClusterLibraryTest {
  private static final Actor ANN = Actor.of("ann", Role.DATA_SCIENTIST);
  private static final Instant TICK = Instant.parse("2025-08-07T16:00:00Z");
  private static final Instant ACTED = Instant.parse("2025-08-08T09:00:00Z");

  private final Scene scene = new Scene();
  private final ClusterLibrary library =
      new ClusterLibrary(scene.store(), Scene.RUN, InstantSource.fixed(ACTED));

  @BeforeEach
  void begin() {
    scene.commit(first());
  }

  private List<LogRow> first() {
    return LibraryRows.first(scene.store(), Scene.RUN, new MockCluster(), TICK).stream()
        .map(row -> LogCodec.row(Logs.CLUSTER_LIBRARY, row))
        .toList();
  }

  private List<ClusterVersion> rows() {
    return LibraryRows.read(scene.store(), Scene.RUN, scene.store().head());
  }

  private ClusterVersion cluster(String id) {
    return LibraryRows.newest(rows()).get(id);
  }

  /** A report whose shape lies in one direction, with a little of its own. */
  private static Sample report(int number) {
    return Sample.of("s" + number, "2025-08-07T09:00:00Z");
  }

  private void clustered(int number, double at, String cluster) {
    Sample report = report(number);
    List<Double> features = new ArrayList<>(Collections.nCopies(16, at));
    features.set(1, at + number * 0.01);
    scene.commit(
        report.detected(TICK.toString()),
        report.clustered(
            TICK.toString(),
            b -> {
              b.featureVector(features).embeddingX(1).embeddingY(-1);
              return cluster.isEmpty() ? b.abstainReason("too_far") : b.clusterId(cluster);
            }));
  }

  private void decided(int number, String proposed, String cause) {
    Sample report = report(number);
    Act act = Act.on(report, "approve", "of " + number);
    scene.commit(act.row());
    scene.commit(
        Act.finalised(
            report,
            "approved",
            act,
            b ->
                b.clusterId("CL-DIP")
                    .proposedCause(proposed)
                    .finalCause(cause)
                    .finalCauseCategory("weather")));
  }

  @Test
  void firstRows_areTheShapesOfTheModel_andComeOnce() {
    assertThat(rows()).hasSize(10).allSatisfy(row -> assertThat(row.libraryVersion()).isEqualTo(1));
    assertThat(cluster("CL-DIP").category()).isEqualTo("drop");
    assertThat(cluster("CL-DIP").curve()).hasSize(32).anyMatch(ratio -> ratio < 0.5);
    assertThat(first()).isEmpty();
  }

  @Test
  void rename_isARowOfTheNextVersion_andOnlyOnce() {
    library.rename(ANN, "CL-DIP", "Trough");

    assertThat(cluster("CL-DIP").name()).isEqualTo("Trough");
    assertThat(cluster("CL-DIP").libraryVersion()).isEqualTo(2);
    assertThat(cluster("CL-DIP").actor()).contains("ann");
    assertThat(cluster("CL-DIP").writtenAt()).isEqualTo(ACTED);
    assertThat(library.rename(ANN, "CL-DIP", "Trough")).isEmpty();
  }

  @Test
  void libraryAsOf_isThatOfThePosition() {
    CommitPosition before = scene.store().head();
    library.rename(ANN, "CL-DIP", "Trough");

    assertThat(library.library(AsOf.atPosition(before)))
        .filteredOn(row -> row.clusterId().equals("CL-DIP"))
        .singleElement()
        .satisfies(row -> assertThat(row.name()).isEqualTo("Dip"));
  }

  @Test
  void merge_retiresWhatGoes_andTellsWhatTookItsPlace() {
    library.merge(ANN, "CL-SPIKE", List.of("CL-RAMP", "CL-DECAY"));

    assertThat(cluster("CL-RAMP").state()).isEqualTo("retired");
    assertThat(cluster("CL-SPIKE").replaces()).containsExactly("CL-DECAY", "CL-RAMP");
    assertThat(LibraryRows.changedSince(rows(), 1))
        .containsOnlyKeys("CL-DECAY", "CL-RAMP")
        .containsEntry("CL-RAMP", new TreeSet<>(Set.of("CL-SPIKE")));
    assertThat(LibraryRows.changedSince(rows(), 2)).isEmpty();
  }

  @Test
  void changedSince_tellsOfNamesAndOfWhatIsGone() {
    library.rename(ANN, "CL-DIP", "Trough");
    library.retire(ANN, "CL-SLUMP");

    assertThat(LibraryRows.changedSince(rows(), 1))
        .containsOnlyKeys("CL-DIP", "CL-SLUMP")
        .containsEntry("CL-DIP", new TreeSet<>(Set.of("CL-DIP")))
        .containsEntry("CL-SLUMP", new TreeSet<>());
  }

  @Test
  void split_makesClustersLikeTheReportsOfTheirParts() {
    clustered(1, 0.5, "CL-DIP");
    clustered(2, -0.5, "CL-DIP");

    List<ClusterVersion> rows =
        library.split(ANN, "CL-DIP", List.of(part("Deep", 1), part("Flat", 2)));

    assertThat(rows).extracting(ClusterVersion::name).containsExactly("Deep", "Flat", "Dip");
    assertThat(rows.get(0).replaces()).containsExactly("CL-DIP");
    assertThat(rows.get(0).centroid()).isNotEqualTo(rows.get(1).centroid());
    assertThat(rows.get(0).embeddingX()).isEqualTo(1);
    assertThat(cluster("CL-DIP").state()).isEqualTo("retired");
    assertThat(LibraryRows.changedSince(rows(), 1).get("CL-DIP")).hasSize(2);
  }

  private static ClusterPart part(String name, int... reports) {
    ClusterPart.Builder part = ClusterPart.builder().name(name).category("drop");
    for (int report : reports) {
      part.addReports(report(report).id());
    }
    return part.build();
  }

  @Test
  void commands_areForDataScientistsAndAdmins() {
    Actor bob = Actor.of("bob", Role.MARKETER, Role.VIEWER);
    CommitPosition before = scene.store().head();

    assertThatThrownBy(() -> library.retire(bob, "CL-DIP"))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "'retire' of a cluster needs the role data_scientist or admin; 'bob' has"
                + " [viewer, marketer]");
    assertThat(scene.store().head()).isEqualTo(before);
  }

  @Test
  void badCommands_areRefused_andAppendNothing() {
    library.retire(ANN, "CL-DIP");
    CommitPosition before = scene.store().head();

    assertThatThrownBy(() -> library.retire(ANN, "CL-DIP")).hasMessageContaining("was retired");
    assertThatThrownBy(() -> library.rename(ANN, "CL-NO", "x")).hasMessageContaining("CL-SPIKE");
    assertThatThrownBy(() -> library.merge(ANN, "CL-SPIKE", List.of("CL-SPIKE")))
        .hasMessageContaining("other than");
    assertThatThrownBy(() -> library.split(ANN, "CL-SPIKE", List.of(part("a", 1))))
        .hasMessageContaining("two parts");
    assertThatThrownBy(() -> library.split(ANN, "CL-SPIKE", List.of(part("a", 1), part("b", 2))))
        .hasMessageContaining("no row of clustering");
    assertThat(scene.store().head()).isEqualTo(before);
  }

  /** Three members, two confirmed with one cause, one with another. */
  @Test
  void figures_countReportsAndAgreement() {
    for (int i = 1; i <= 4; i++) {
      clustered(i, 0.5, i == 4 ? "CL-RAMP" : "CL-DIP");
    }
    decided(1, "hail", "hail");
    decided(2, "hail", "hail");
    decided(4, "snow", "fog");
    library.merge(ANN, "CL-DIP", List.of("CL-RAMP"));

    ClusterFigures figures =
        library.clusters(AsOf.now()).stream()
            .filter(f -> f.cluster().clusterId().equals("CL-DIP"))
            .findFirst()
            .orElseThrow();

    assertThat(figures.reports()).isEqualTo(4);
    assertThat(figures.confirmedMembers()).isEqualTo(3);
    assertThat(figures.commonestCause()).contains("hail");
    assertThat(figures.agreement()).hasValue(0.666667);
    assertThat(figures.reliability().orElseThrow().proposals()).isEqualTo(3);
    assertThat(figures.reliability().orElseThrow().note()).contains(Reliability.NOT_ENOUGH);
  }

  @Test
  void clusterWithoutMembers_hasNoRates() {
    assertThat(library.clusters(AsOf.now()))
        .hasSize(10)
        .allSatisfy(
            figures -> {
              assertThat(figures.agreement()).isEmpty();
              assertThat(figures.reliability()).isEmpty();
            });
  }

  @Test
  void emerging_groupsWhatMatchesNothing_andANameMakesItACandidate() {
    for (int i = 1; i <= 6; i++) {
      clustered(i, 0.5, "");
    }
    clustered(7, -0.7, "");
    clustered(8, 0.5, "CL-DIP");

    List<ReportId> group = library.emerging(AsOf.now()).get(0).reportIds();
    assertThat(library.emerging(AsOf.now())).hasSize(1);
    assertThat(group).hasSize(6).isSorted().doesNotContain(report(7).id(), report(8).id());

    ClusterVersion candidate =
        library
            .nameGroup(
                ANN,
                ClusterPart.builder().name("Novelty").category("uplift").reports(group).build())
            .get(0);
    assertThat(candidate.state()).isEqualTo("candidate");
    assertThat(candidate.clusterId()).startsWith("CL-");
    assertThat(candidate.replaces()).isEmpty();
    assertThat(candidate.centroid()).isEqualTo(library.emerging(AsOf.now()).get(0).centroid());
  }
}
