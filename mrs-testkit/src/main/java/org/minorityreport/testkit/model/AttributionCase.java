package org.minorityreport.testkit.model;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.CausePrior;
import org.minorityreport.api.model.Season;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.record.EvidenceKind;

/**
 * A question to an attribution model. Immutable.
 *
 * @param report the report
 * @param candidates what might be its cause
 * @param cluster the cluster it was matched with, empty if none
 * @param confirmed number of reports with causes of each category that people confirmed
 * @param measured what was measured of the first candidate
 */
record AttributionCase(
    ReportCase report,
    List<Possible> candidates,
    String cluster,
    SortedMap<String, Long> confirmed,
    List<Measurement> measured) {
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

  /**
   * A measurement that belongs to a candidate.
   *
   * @param kind what is measured
   * @param hours when, in hours from the onset
   * @param value the value; null if it is unknown
   */
  record Measurement(String kind, int hours, @Nullable Double value) {
    Driver driver(boolean ofCampaign, String candidate, Instant onset) {
      Driver.Builder driver =
          Driver.builder()
              .driverId("D-" + kind)
              .kind(kind)
              .timestamp(onset.plus(Duration.ofHours(hours)));
      if (value != null) {
        driver.value(value);
      }
      return ofCampaign
          ? driver.campaignId(candidate).build()
          : driver.contextId(candidate).build();
    }

    String words() {
      return kind + " of " + value + " " + hours + " h from the onset";
    }
  }

  static AttributionCase of(ReportCase report, Possible... candidates) {
    return new AttributionCase(report, List.of(candidates), "");
  }

  AttributionCase(ReportCase report, List<Possible> candidates, String cluster) {
    this(report, candidates, cluster, new TreeMap<>(), List.of());
  }

  AttributionCase confirming(SortedMap<String, Long> causes) {
    return new AttributionCase(report, candidates, cluster, causes, measured);
  }

  AttributionCase measuring(List<Measurement> all) {
    return new AttributionCase(report, candidates, cluster, confirmed, all);
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
            .priors(priors())
            .candidates(
                IntStream.range(0, candidates.size())
                    .mapToObj(this::candidate)
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

  private Candidate candidate(int index) {
    Candidate candidate = candidates.get(index).candidate(report.onset());
    return index > 0 || measured.isEmpty()
        ? candidate
        : Candidate.builder()
            .from(candidate)
            .drivers(
                measured.stream()
                    .map(
                        m ->
                            m.driver(
                                candidate.kind() == EvidenceKind.CAMPAIGN,
                                candidate.ref(),
                                report.onset()))
                    .sorted(Comparator.comparing(Driver::driverId).thenComparing(Driver::timestamp))
                    .toList())
            .build();
  }

  /** As if all of them were confirmed at the retailer of the store and in the season. */
  private List<CausePrior> priors() {
    long all = confirmed.values().stream().mapToLong(Long::longValue).sum();
    Optional<String> retailer = Optional.of(SeriesCase.STORE.retailer());
    Optional<Season> season = Optional.of(Season.of(report.onset()));
    List<CausePrior> priors = new ArrayList<>();
    for (int scope = 0; scope < 3; scope++) {
      for (Map.Entry<String, Long> of : confirmed.entrySet()) {
        priors.add(
            CausePrior.builder()
                .category(of.getKey())
                .retailer(scope > 0 ? retailer : Optional.empty())
                .season(scope > 1 ? season : Optional.empty())
                .confirmed(of.getValue())
                .share((double) of.getValue() / all)
                .build());
      }
    }
    return priors;
  }

  String words() {
    List<String> all = new ArrayList<>();
    candidates.forEach(c -> all.add(c.words()));
    return report.words()
        + (cluster.isEmpty() ? "" : ", cluster " + cluster)
        + ", candidates "
        + all
        + (confirmed.isEmpty() ? "" : ", confirmed so far " + confirmed)
        + (measured.isEmpty()
            ? ""
            : ", measured of the first " + measured.stream().map(Measurement::words).toList());
  }

  /** Any question after people confirmed causes of some categories. */
  static Arbitrary<AttributionCase> anyConfirmed() {
    List<String> categories = new ArrayList<>(CATEGORIES);
    categories.add(NOVEL);
    Arbitrary<SortedMap<String, Long>> causes =
        Arbitraries.maps(
                Arbitraries.of(categories), Arbitraries.longs().between(1, 1_000_000_000_000L))
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(TreeMap::new);
    return Combinators.combine(any(), causes).as(AttributionCase::confirming);
  }

  /** Any question with something measured of the first candidate. */
  static Arbitrary<AttributionCase> anyMeasured() {
    Arbitrary<Measurement> measured =
        Combinators.combine(
                Arbitraries.of("spend", "reach", "temperature", "mentions", "an own word"),
                Arbitraries.integers().between(-300, 150).shrinkTowards(0),
                Arbitraries.of(1.0, 0.0, -5.0, 1e12).injectNull(0.2))
            .as(Measurement::new);
    return Combinators.combine(
            any().filter(c -> !c.candidates().isEmpty()),
            measured
                .list()
                .ofMinSize(1)
                .ofMaxSize(5)
                .uniqueElements(m -> m.kind() + " " + m.hours()))
        .as(AttributionCase::measuring);
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
