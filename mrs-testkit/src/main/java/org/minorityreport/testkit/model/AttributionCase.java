package org.minorityreport.testkit.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.record.EvidenceKind;

/**
 * A question to an attribution model. Immutable.
 *
 * @param report the report
 * @param candidates what might be its cause
 * @param cluster the cluster it was matched with, empty if none
 */
record AttributionCase(ReportCase report, List<Possible> candidates, String cluster) {
  static final List<String> CATEGORIES =
      List.of(
          "weather",
          "social_media",
          "paid_media",
          "competitor_action",
          "data_error",
          "supply_chain",
          "unknown");

  /** A category that no taxonomy of today has. */
  static final String NOVEL = "visitors_from_elsewhere";

  /**
   * A candidate.
   *
   * @param number tells candidates apart
   * @param isCampaign whether it was paid for
   * @param category its category
   * @param startHours when it begins, in hours from the onset
   * @param hours how long it lasts; 0 if it goes on
   * @param place which place it names: 0 none, 1 region, 2 city, 3 the store, 4 another region
   */
  record Possible(
      int number, boolean isCampaign, String category, int startHours, int hours, int place) {
    Candidate candidate(Instant onset) {
      Instant start = onset.plus(Duration.ofHours(startHours));
      Candidate.Builder candidate =
          Candidate.builder()
              .kind(isCampaign ? EvidenceKind.CAMPAIGN : EvidenceKind.CONTEXT_EVENT)
              .ref(String.format(Locale.ROOT, "C-%04d", number))
              .contentHash(String.format(Locale.ROOT, "%064x", number))
              .name("happening " + number)
              .category(category)
              .start(start)
              .end(
                  hours == 0 ? Optional.empty() : Optional.of(start.plus(Duration.ofHours(hours))));
      switch (place) {
        case 1 -> candidate.addRegions("Yorkshire");
        case 2 -> candidate.addCities("Leeds");
        case 3 -> candidate.addStoreIds(SeriesCase.STORE.storeId());
        case 4 -> candidate.addRegions("Wales");
        default -> {}
      }
      return candidate.build();
    }

    String words() {
      String[] places = {"everywhere", "in the region", "in the city", "at the store", "elsewhere"};
      return category
          + " "
          + places[place]
          + " "
          + startHours
          + " h from the onset"
          + (hours == 0 ? ", going on" : " for " + hours + " h");
    }
  }

  static AttributionCase of(ReportCase report, Possible... candidates) {
    return new AttributionCase(report, List.of(candidates), "");
  }

  Told<AttributionQuestion> told() {
    return new Told<>(words(), this::question);
  }

  private AttributionQuestion question() {
    AttributionQuestion.Builder question =
        AttributionQuestion.builder()
            .report(report.report(SeriesCase.STORE))
            .slice(report.slice())
            .store(SeriesCase.STORE)
            .candidates(
                candidates.stream()
                    .map(c -> c.candidate(report.onset()))
                    .sorted(Comparator.comparing(Candidate::kind).thenComparing(Candidate::ref))
                    .toList());
    if (!cluster.isEmpty()) {
      question.cluster(
          ClusterOutput.builder()
              .clusterId(cluster)
              .clusterName("shape " + cluster)
              .similarityScore(0.9)
              .clusterMatchConfidence(0.7)
              .build());
    }
    return question.build();
  }

  String words() {
    List<String> all = new ArrayList<>();
    candidates.forEach(c -> all.add(c.words()));
    return report.words()
        + (cluster.isEmpty() ? "" : ", cluster " + cluster)
        + ", candidates "
        + all;
  }

  static Arbitrary<AttributionCase> any() {
    List<String> categories = new ArrayList<>(CATEGORIES);
    categories.add(NOVEL);
    Arbitrary<Possible> possible =
        Combinators.combine(
                Arbitraries.integers().between(1, 9999),
                Arbitraries.of(false, true),
                Arbitraries.of(categories),
                Arbitraries.integers().between(-300, 150).shrinkTowards(0),
                Arbitraries.integers().between(0, 500),
                Arbitraries.integers().between(0, 4))
            .as(Possible::new);
    return Combinators.combine(
            ReportCase.any(1),
            possible.list().ofMaxSize(6).uniqueElements(Possible::number),
            Arbitraries.of("", "CL-SPIKE", "CL-RAMP"))
        .as(AttributionCase::new);
  }
}
