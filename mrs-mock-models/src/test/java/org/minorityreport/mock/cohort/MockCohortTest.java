package org.minorityreport.mock.cohort;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.Direction;
import org.minorityreport.mock.Reports;

class MockCohortTest {
  private final MockCohort model = MockCohort.create(ModelConfig.builder().seed(0).build());

  private record Side(
      String store,
      String retailer,
      Optional<String> region,
      String category,
      Optional<String> cluster,
      Optional<EvidenceKind> evidence) {
    Side(String store, String retailer, String region, String category) {
      this(store, retailer, Optional.of(region), category, Optional.empty(), Optional.empty());
    }

    Side shaped(String newCluster) {
      return new Side(store, retailer, region, category, Optional.of(newCluster), evidence);
    }

    Side citing(EvidenceKind kind) {
      return new Side(store, retailer, region, category, cluster, Optional.of(kind));
    }

    Side nowhere() {
      return new Side(store, retailer, Optional.empty(), category, cluster, evidence);
    }

    CohortSide build() {
      ReportSpine spine = Reports.detected(store, Direction.UPLIFT);
      return CohortSide.builder()
          .report(
              ReportAttributed.builder()
                  .from(spine)
                  .proposedCause("cause of " + store)
                  .proposedCauseCategory(category)
                  .confidenceScore(0.5)
                  .supportingEvidence(evidence.stream().map(Side::row).toList())
                  .build())
          .clustered(
              ReportClustered.builder()
                  .from(spine)
                  .featureVector(Collections.nCopies(16, 0.0))
                  .clusterId(cluster)
                  .build())
          .store(
              Store.builder().storeId(StoreId.of(store)).retailer(retailer).region(region).build())
          .build();
    }

    private static Evidence row(EvidenceKind kind) {
      return Evidence.builder().kind(kind).ref("E-1").weight(0.5).build();
    }
  }

  private CohortAnswer compare(Side one, Side other) {
    return model.compare(CohortQuestion.builder().one(one.build()).other(other.build()).build());
  }

  private void assertApart(Side one, Side other) {
    assertThat(compare(one, other)).isEqualTo(CohortAnswer.builder().score(0).build());
  }

  private void assertJoined(Side one, Side other, String... reasons) {
    CohortAnswer answer = compare(one, other);
    assertThat(answer.score()).isBetween(0.5, 1.0);
    assertThat(answer.reasons()).containsExactly(reasons);
  }

  @Test
  void nothingShared_apart() {
    assertApart(new Side("a", "r", "north", "weather"), new Side("b", "s", "south", "podcast"));
  }

  @Test
  void placeAlone_isNoAgreement() {
    assertApart(new Side("a", "r", "north", "weather"), new Side("b", "r", "north", "podcast"));
  }

  @Test
  void sameEvidence_joinsAnywhere() {
    assertJoined(
        new Side("a", "r", "north", "weather").citing(EvidenceKind.CAMPAIGN),
        new Side("b", "s", "south", "podcast").citing(EvidenceKind.CAMPAIGN),
        "shared_evidence",
        "temporal_overlap");
  }

  @Test
  void sameRefOfAnotherKind_isOtherEvidence() {
    assertApart(
        new Side("a", "r", "north", "weather").citing(EvidenceKind.CAMPAIGN),
        new Side("b", "s", "south", "podcast").citing(EvidenceKind.HUMAN));
  }

  @Test
  void clusterCitedAsEvidence_isShapeAlone() {
    assertApart(
        new Side("a", "r", "north", "weather").citing(EvidenceKind.CLUSTER),
        new Side("b", "s", "south", "weather").citing(EvidenceKind.CLUSTER));
  }

  @Test
  void twoHeatwavesOfOneShapeInTwoRegions_stayApart() {
    assertApart(
        new Side("a", "r", "north", "weather").shaped("spike"),
        new Side("b", "s", "south", "weather").shaped("spike"));
  }

  @Test
  void sameCategory_joinsInOneRegion() {
    assertJoined(
        new Side("a", "r", "north", "weather"),
        new Side("b", "s", "north", "weather"),
        "same_region",
        "shared_cause",
        "temporal_overlap");
  }

  @Test
  void sameCategory_joinsAtOneRetailer() {
    assertJoined(
        new Side("a", "r", "north", "data_error"),
        new Side("b", "r", "south", "data_error"),
        "same_retailer",
        "shared_cause",
        "temporal_overlap");
  }

  @Test
  void sameCategoryOfTwoCausesWithoutPlace_joinsAnywhere() {
    CohortSide one = everywhere(new Side("a", "r", "north", "paid_media"));
    CohortSide other = everywhere(new Side("b", "s", "south", "paid_media"));
    CohortSide local = new Side("b", "s", "south", "paid_media").build();
    assertThat(model.compare(CohortQuestion.builder().one(one).other(other).build()).reasons())
        .containsExactly("shared_cause", "temporal_overlap");
    assertThat(model.compare(CohortQuestion.builder().one(one).other(local).build()).score())
        .isZero();
  }

  @Test
  void sameClusterButTwoKnownCauses_isNoAgreement() {
    assertApart(
        new Side("a", "r", "north", "weather").shaped("spike"),
        new Side("b", "r", "north", "podcast").shaped("spike"));
  }

  @ParameterizedTest(name = "{0}, {1} seconds apart, joined by shape: {2}, by cause: {3}")
  @CsvSource({
    "2025-08-07T09:15:00Z, 1800, true, true",
    "2025-08-07T09:15:00Z, 2700, false, true",
    "2025-08-07T09:15:00Z, 7200, false, true",
    "2025-08-07T09:15:00Z, 8100, false, false",
    "2025-08-07T09:00:00Z, 3600, true, true",
    "2025-08-07T09:00:00Z, 7200, false, true",
    "2025-08-07T00:00:00Z, 86400, true, true",
    "2025-08-07T00:00:00Z, 82800, false, false"
  })
  void withoutARowInCommon_onlyWhatBeginsTogetherIsOne(
      Instant onset, long apart, boolean byShape, boolean byCause) {
    Side shaped = new Side("a", "r", "north", "unknown").shaped("spike");
    Side caused = new Side("a", "r", "north", "weather");
    Side cited = new Side("a", "r", "north", "unknown").citing(EvidenceKind.CAMPAIGN);

    assertThat(joins(shaped, onset, apart)).isEqualTo(byShape);
    assertThat(joins(caused, onset, apart)).isEqualTo(byCause);
    assertThat(joins(cited, onset, apart)).isTrue();
  }

  private boolean joins(Side side, Instant onset, long apart) {
    CohortSide one = at(side, onset);
    CohortSide other = at(side, onset.plusSeconds(apart));
    return model.compare(CohortQuestion.builder().one(one).other(other).build()).score() >= 0.5;
  }

  private static CohortSide at(Side side, Instant onset) {
    CohortSide built = side.build();
    return CohortSide.builder()
        .from(built)
        .report(
            ReportAttributed.builder()
                .from(built.report())
                .firstDetectedFrom(onset)
                .windowStart(onset)
                .build())
        .build();
  }

  private static CohortSide everywhere(Side side) {
    return CohortSide.builder().from(side.build()).causeWithoutPlace(true).build();
  }

  @Test
  void unknownCategory_isNoAgreement() {
    assertApart(new Side("a", "r", "north", "unknown"), new Side("b", "r", "north", "unknown"));
  }

  @Test
  void absentRegion_equalsNothing() {
    assertApart(
        new Side("a", "r", "north", "weather").nowhere(),
        new Side("b", "s", "north", "weather").nowhere());
  }

  @Test
  void sameCluster_joinsInOneRegion() {
    assertJoined(
        new Side("a", "r", "north", "weather").shaped("spike"),
        new Side("b", "s", "north", "unknown").shaped("spike"),
        "same_region",
        "shared_cluster",
        "temporal_overlap");
  }

  @Test
  void moreShared_scoresHigher() {
    Side one = new Side("a", "r", "north", "weather");
    Side other = new Side("b", "r", "north", "weather");
    assertThat(compare(one.citing(EvidenceKind.HUMAN), other.citing(EvidenceKind.HUMAN)).score())
        .isGreaterThan(compare(one, other).score());
  }

  @Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
  void answer_isSymmetric(@ForAll("sides") Side one, @ForAll("sides") Side other) {
    assertThat(compare(one, other)).isEqualTo(compare(other, one));
  }

  @Provide
  Arbitrary<Side> sides() {
    return Combinators.combine(
            Arbitraries.of("a", "b"),
            Arbitraries.of("r", "s"),
            Arbitraries.of(Optional.<String>empty(), Optional.of("north"), Optional.of("south")),
            Arbitraries.of("weather", "unknown", "podcast"),
            Arbitraries.of(Optional.<String>empty(), Optional.of("spike"), Optional.of("dip")),
            Arbitraries.of(
                List.of(
                    Optional.<EvidenceKind>empty(),
                    Optional.of(EvidenceKind.CAMPAIGN),
                    Optional.of(EvidenceKind.CLUSTER))))
        .as(Side::new);
  }
}
