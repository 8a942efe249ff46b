package org.minorityreport.testkit.model;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.series.Direction;
import org.minorityreport.core.clustering.FeatureVector;

/**
 * A question to a cohort model. Immutable.
 *
 * @param one one report
 * @param other the other one
 * @param distanceKm distance of their stores; below 0 if it is not known
 */
record CohortCase(Side one, Side other, int distanceKm) {
  /**
   * A report of a pair.
   *
   * @param store number of its store
   * @param retailer its retailer
   * @param region its region, empty if it has none
   * @param category category of its first cause
   * @param cluster its cluster, empty if it has none
   * @param evidence what its first cause cites, empty if nothing
   * @param shift when it begins, in steps of a quarter of an hour
   */
  record Side(
      int store,
      String retailer,
      String region,
      String category,
      String cluster,
      String evidence,
      int shift) {
    CohortSide side(int number) {
      Store place =
          Store.builder()
              .storeId(StoreId.of("STORE_" + store))
              .retailer(retailer)
              .region(optional(region))
              .build();
      ReportCase report =
          new ReportCase(
              SeriesCase.ordinary(SeriesCase.QUARTERS, store)
                  .with(new Bump(0, 8, Bump.Kind.TREBLE)),
              8,
              Direction.UPLIFT,
              number);
      long seconds = shift * SeriesCase.QUARTERS.seconds();
      ReportDetected detected =
          ReportDetected.builder()
              .from(report.report(place))
              .firstDetectedFrom(report.onset().plusSeconds(seconds))
              .windowStart(report.onset().plusSeconds(seconds))
              .build();
      return CohortSide.builder()
          .report(attributed(detected))
          .clustered(clustered(detected, ClusterQuestions.features(report)))
          .store(place)
          .causeWithoutPlace(!evidence.isEmpty() && region.isEmpty())
          .build();
    }

    private ReportAttributed attributed(ReportDetected detected) {
      ReportAttributed.Builder row =
          ReportAttributed.builder()
              .from((org.minorityreport.api.record.ReportSpine) detected)
              .proposedCause(category.equals("unknown") ? "unknown" : "a " + category)
              .proposedCauseCategory(category)
              .confidenceScore(category.equals("unknown") ? 0 : 0.7);
      if (!evidence.isEmpty()) {
        row.addSupportingEvidence(
            Evidence.builder().kind(EvidenceKind.CONTEXT_EVENT).ref(evidence).weight(0.7).build());
      }
      return row.build();
    }

    private ReportClustered clustered(ReportDetected detected, FeatureVector features) {
      ReportClustered.Builder row =
          ReportClustered.builder()
              .from((org.minorityreport.api.record.ReportSpine) detected)
              .featureVector(features.values());
      if (cluster.isEmpty()) {
        row.abstainReason("too_far");
      } else {
        row.clusterId(cluster)
            .clusterName("shape " + cluster)
            .similarityScore(0.9)
            .clusterMatchConfidence(0.7);
      }
      return row.build();
    }

    String words() {
      return String.format(
          Locale.ROOT,
          "STORE_%d of %s in %s (%s, cluster %s, evidence %s, %d min)",
          store,
          retailer,
          region.isEmpty() ? "no region" : region,
          category,
          cluster.isEmpty() ? "none" : cluster,
          evidence.isEmpty() ? "none" : evidence,
          15 * shift);
    }
  }

  private static java.util.Optional<String> optional(String text) {
    return text.isEmpty() ? java.util.Optional.empty() : java.util.Optional.of(text);
  }

  Told<CohortQuestion> told() {
    return new Told<>(words(), () -> question(one, other));
  }

  /** The same two; the one with the greater id has now the smaller one. */
  Told<CohortQuestion> swapped() {
    return new Told<>(words(), () -> question(other, one));
  }

  private CohortQuestion question(Side first, Side second) {
    return CohortQuestion.builder()
        .one(first.side(1))
        .other(second.side(2))
        .distanceKm(distanceKm < 0 ? OptionalDouble.empty() : OptionalDouble.of(distanceKm))
        .build();
  }

  String words() {
    return one.words()
        + " and "
        + other.words()
        + (distanceKm < 0 ? "" : ", " + distanceKm + " km apart");
  }

  static Arbitrary<CohortCase> any() {
    return Combinators.combine(
            side(1, 3), side(4, 6), Arbitraries.integers().between(-1, 400).shrinkTowards(-1))
        .as(CohortCase::new);
  }

  private static Arbitrary<Side> side(int firstStore, int lastStore) {
    return Combinators.combine(
            Arbitraries.integers().between(firstStore, lastStore),
            Arbitraries.of("Corner Shops", "Big Sheds"),
            Arbitraries.of("Yorkshire", "Wales", ""),
            Arbitraries.of(List.of("weather", "social_media", "unknown", AttributionCase.NOVEL)),
            Arbitraries.of("", "CL-SPIKE", "CL-RAMP"),
            Arbitraries.of("", "C-0001", "C-0002"),
            Arbitraries.integers().between(-12, 12).shrinkTowards(0))
        .as(Side::new);
  }
}
