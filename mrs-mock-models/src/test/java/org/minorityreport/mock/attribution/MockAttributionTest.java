package org.minorityreport.mock.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.mock.Reports.ONSET;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
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
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;
import org.minorityreport.mock.Reports;

class MockAttributionTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);
  private static final Store STORE =
      Store.builder()
          .storeId(StoreId.of("store"))
          .retailer("retailer")
          .city("city")
          .region("region")
          .build();

  private final MockAttribution model =
      MockAttribution.create(ModelConfig.builder().seed(0).build());

  private AttributionAnswer attribute(Direction direction, List<Candidate> candidates) {
    return model.attribute(
        AttributionQuestion.builder()
            .report(Reports.detected("store", direction))
            .slice(ReportSlice.builder().steps(Steps.of(ONSET, Cadence.parse("PT15M"), 8)).build())
            .store(STORE)
            .candidates(candidates)
            .build());
  }

  private static Candidate.Builder candidate(String ref, String category) {
    return Candidate.builder()
        .kind(EvidenceKind.CONTEXT_EVENT)
        .ref(ref)
        .contentHash("hash of " + ref)
        .name("name of " + ref)
        .category(category)
        .start(ONSET.minus(HOUR))
        .end(ONSET.plus(DAY))
        .addRegions("region")
        .severity("high");
  }

  private void assertFirst(Direction direction, Candidate better, Candidate worse) {
    for (List<Candidate> order : List.of(List.of(better, worse), List.of(worse, better))) {
      List<ScoredCandidate> causes = attribute(direction, order).causes();
      assertThat(causes).hasSize(2);
      assertThat(causes.get(0).cause()).isEqualTo(better.name());
      assertThat(causes.get(0).confidence()).isGreaterThan(causes.get(1).confidence());
    }
  }

  @Test
  void noCandidate_abstains() {
    AttributionAnswer answer = attribute(Direction.UPLIFT, List.of());
    assertThat(answer.abstainReason()).contains("no_candidate");
    assertThat(answer.causes()).isEmpty();
  }

  @Test
  void implausibleCandidate_abstainsAndStillListsIt() {
    AttributionAnswer answer =
        attribute(Direction.UPLIFT, List.of(candidate("a", "supply_chain").build()));
    assertThat(answer.abstainReason()).contains("weak_evidence");
    assertThat(answer.causes()).hasSize(1);
  }

  @Test
  void twoMiddlingCategories_conflict() {
    Candidate one = candidate("a", "weather").start(ONSET.minus(Duration.ofMinutes(150))).build();
    Candidate weak = Candidate.builder().from(one).regions(List.of()).severity("low").build();
    Candidate rival = Candidate.builder().from(weak).ref("b").category("calendar").build();
    assertThat(attribute(Direction.UPLIFT, List.of(weak)).abstainReason()).isEmpty();
    assertThat(attribute(Direction.UPLIFT, List.of(weak, rival)).abstainReason())
        .contains("conflicting_evidence");
  }

  @Test
  void goodCandidate_isNamedWithItsEvidence() {
    AttributionAnswer answer =
        attribute(Direction.UPLIFT, List.of(candidate("a", "social_media").build()));
    assertThat(answer.abstainReason()).isEmpty();
    ScoredCandidate cause = answer.causes().get(0);
    assertThat(cause.cause()).isEqualTo("name of a");
    assertThat(cause.category()).isEqualTo("social_media");
    assertThat(cause.confidence()).isGreaterThan(0.7);
    assertThat(cause.evidence())
        .singleElement()
        .satisfies(
            evidence -> {
              assertThat(evidence.kind()).isEqualTo(EvidenceKind.CONTEXT_EVENT);
              assertThat(evidence.ref()).isEqualTo("a");
              assertThat(evidence.contentHash()).contains("hash of a");
              assertThat(evidence.note()).contains("covers the onset, names the region");
            });
  }

  @Test
  void rivalOfAnotherCategory_costsConfidence_oneOfTheSameDoesNot() {
    Candidate best = candidate("a", "social_media").build();
    double alone = attribute(Direction.UPLIFT, List.of(best)).causes().get(0).confidence();
    Candidate ally = candidate("b", "social_media").build();
    Candidate rival = candidate("b", "retail_event").build();
    assertThat(attribute(Direction.UPLIFT, List.of(best, ally)).causes().get(0).confidence())
        .isEqualTo(alone);
    assertThat(attribute(Direction.UPLIFT, List.of(best, rival)).causes().get(0).confidence())
        .isLessThan(alone);
  }

  @ParameterizedTest(name = "{0}: {1} rather than {2}")
  @CsvSource({
    "UPLIFT, data_error, supply_chain",
    "UPLIFT, trade_promotion, travel_disruption",
    "UPLIFT, paid_media, natural_disaster",
    "DROP, supply_chain, trade_promotion",
    "DROP, travel_disruption, paid_media",
    "DROP, weather, podcast",
    "DROP, category_of_a_host, product_launch",
  })
  void category_mustBeAbleToMoveSalesThisWay(Direction direction, String better, String worse) {
    assertFirst(direction, candidate("b", better).build(), candidate("a", worse).build());
  }

  @Test
  void competitorsEmptyShelf_liftsSales_itsPromotionLowersThem() {
    Candidate stockOut = candidate("a", "competitor_action").subtype("stockout").build();
    Candidate promotion = candidate("b", "competitor_action").subtype("promotion").build();
    assertFirst(Direction.UPLIFT, stockOut, promotion);
    assertFirst(Direction.DROP, promotion, stockOut);
  }

  @Test
  void promotionJustOver_explainsADropBetterThanOneLongOver() {
    Candidate justOver =
        candidate("b", "trade_promotion")
            .start(ONSET.minus(Duration.ofDays(7)))
            .end(ONSET.minus(HOUR))
            .build();
    Candidate longOver =
        Candidate.builder()
            .from(justOver)
            .ref("a")
            .name("old")
            .end(ONSET.minus(DAY.multipliedBy(5)))
            .build();
    Candidate goingOn = candidate("c", "trade_promotion").build();
    assertFirst(Direction.DROP, justOver, longOver);
    assertFirst(Direction.DROP, justOver, goingOn);
  }

  @Test
  void timeCounts_freshThenLateThenOverThenStaleThenAhead() {
    List<Candidate> ranked =
        List.of(
            at("fresh", ONSET.minus(HOUR), ONSET.plus(DAY)),
            at("late", ONSET.plus(HOUR), ONSET.plus(DAY)),
            at("over", ONSET.minus(DAY), ONSET.minus(HOUR)),
            at("stale", ONSET.minus(DAY.multipliedBy(3)), ONSET.plus(DAY)),
            at("ahead", ONSET.plus(DAY), ONSET.plus(DAY.multipliedBy(2))));
    List<Candidate> shuffled = new ArrayList<>(ranked);
    Collections.reverse(shuffled);
    assertThat(attribute(Direction.UPLIFT, shuffled).causes())
        .extracting(ScoredCandidate::cause)
        .containsExactly("fresh", "late", "over", "stale", "ahead");
  }

  private static Candidate at(String name, Instant start, Instant end) {
    return candidate(name, "weather").name(name).start(start).end(end).build();
  }

  @Test
  void placeCounts_storeThenCityThenRegionThenEverywhere() {
    Candidate any = candidate("d", "weather").regions(List.of()).build();
    Candidate region = candidate("c", "weather").build();
    Candidate city =
        Candidate.builder().from(any).ref("b").name("in city").addCities("city").build();
    Candidate store =
        Candidate.builder()
            .from(any)
            .ref("a")
            .name("at store")
            .addStoreIds(STORE.storeId())
            .build();
    assertFirst(Direction.DROP, store, city);
    assertFirst(Direction.DROP, city, region);
    assertFirst(Direction.DROP, region, any);
  }

  @Test
  void productCounts() {
    Candidate named = candidate("b", "weather").addSkus(Reports.SKU).build();
    Candidate other = candidate("a", "weather").addSkus(Sku.of("other")).build();
    assertFirst(Direction.DROP, named, other);
  }

  @Test
  void equalCandidates_areOrderedByKindThenRef() {
    Candidate b = candidate("b", "weather").build();
    Candidate a = candidate("a", "weather").build();
    Candidate c = candidate("c", "weather").kind(EvidenceKind.CAMPAIGN).build();
    assertThat(attribute(Direction.DROP, List.of(b, a, c)).causes())
        .extracting(ScoredCandidate::cause)
        .containsExactly("name of c", "name of a", "name of b");
  }

  @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
  void anyCandidates_areAllScoredInOrder_whateverOrderTheyComeIn(
      @ForAll("candidates") List<Candidate> candidates, @ForAll Direction direction) {
    AttributionAnswer answer = attribute(direction, candidates);
    List<Candidate> shuffled = new ArrayList<>(candidates);
    Collections.reverse(shuffled);
    assertThat(attribute(direction, shuffled)).isEqualTo(answer);
    assertThat(answer.causes()).hasSameSizeAs(candidates);
    assertThat(answer.causes()).allSatisfy(c -> assertThat(c.confidence()).isBetween(0.0, 0.95));
  }

  @Provide
  Arbitrary<List<Candidate>> candidates() {
    Arbitrary<Integer> refs = Arbitraries.integers().between(0, 1000);
    Arbitrary<String> categories =
        Arbitraries.of("weather", "unknown", "paid_media", "competitor_action", "never heard of");
    Arbitrary<Long> seconds = Arbitraries.longs().between(-2_000_000, 2_000_000);
    return Combinators.combine(refs, categories, seconds, seconds.injectNull(0.3))
        .as(
            (ref, category, start, length) -> {
              Instant from = ONSET.plusSeconds(start);
              Candidate.Builder any = candidate("ref " + ref, category).start(from);
              any.end(
                  length == null
                      ? java.util.Optional.empty()
                      : java.util.Optional.of(from.plusSeconds(Math.abs(length))));
              return any.build();
            })
        .list()
        .ofMaxSize(8)
        .uniqueElements(Candidate::ref);
  }
}
