package org.minorityreport.core.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.minorityreport.core.attribution.Reports.ONSET;
import static org.minorityreport.core.attribution.Reports.TICK;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.stage.AttributionTask;
import org.minorityreport.api.stage.ReportInput;

/** Which campaigns and context events the model is asked about. */
class CandidatesTest {
  private static final Duration DAY = Duration.ofDays(1);

  @Test
  void withoutPlaceAndProduct_areThoseThatOverlapInTime() {
    assertThat(found(ONSET, ONSET.plus(DAY))).isTrue();
    assertThat(found(ONSET.minus(DAY), null)).isTrue();
  }

  @Test
  void overBeforeTheWindow_countUpToTheLead() {
    Instant begin = ONSET.minus(Duration.ofDays(20));

    assertThat(found(begin, ONSET.minus(Duration.ofDays(13)))).isTrue();
    assertThat(found(begin, ONSET.minus(Duration.ofDays(15)))).isFalse();
  }

  @Test
  void beginningAfterTheTickOfAnOpenWindow_countUpToTheLag() {
    assertThat(found(TICK.plus(Duration.ofDays(7)).minusSeconds(1), null)).isTrue();
    assertThat(found(TICK.plus(Duration.ofDays(7)), null)).isFalse();
  }

  @Test
  void beginningAfterAClosedWindow_countFromItsEnd() {
    ContextEvent later =
        Reports.event("E", TICK.plus(Duration.ofDays(7)).minusSeconds(1), null, e -> e);
    Instant end = ONSET.plus(Duration.ofHours(1));

    assertThat(of(Reports.report(Optional.of(end)), later)).isEmpty();
    assertThat(of(Reports.report(Optional.empty()), later)).hasSize(1);
  }

  @Test
  void namingPlaces_matchByAnyOfThem() {
    assertThat(found(e -> e.addRegions("Wales"))).isFalse();
    assertThat(found(e -> e.addRegions("Wales", "Yorkshire"))).isTrue();
    assertThat(found(e -> e.addRegions("Wales").addCities("Leeds"))).isTrue();
    assertThat(found(e -> e.addRegions("Wales").addStoreIds(StoreId.of("S1")))).isTrue();
    assertThat(found(e -> e.addCities("York").addStoreIds(StoreId.of("S2")))).isFalse();
  }

  @Test
  void namingARegion_missAStoreWithoutOne() {
    ReportInput nowhere =
        ReportInput.builder()
            .from(Reports.report(Optional.empty()))
            .store(Store.builder().storeId(StoreId.of("S1")).retailer("ACME").build())
            .build();

    assertThat(of(nowhere, Reports.event("E", ONSET, null, e -> e.addRegions("Yorkshire"))))
        .isEmpty();
    assertThat(of(nowhere, Reports.event("E", ONSET, null, e -> e))).hasSize(1);
  }

  @Test
  void namingProducts_shareOneWithTheReport() {
    assertThat(found(e -> e.addSkus(Sku.of("TEA")))).isFalse();
    assertThat(found(e -> e.addSkus(Sku.of("TEA"), Sku.of("COLA")))).isTrue();
  }

  @Test
  void standingConditions_areLeftOut() {
    Instant longAgo = ONSET.minus(Duration.ofDays(401));

    assertThat(found(longAgo, null)).isFalse();
    assertThat(found(longAgo, ONSET.plus(DAY))).isFalse();
    assertThat(found(ONSET.minus(Duration.ofDays(399)), null)).isTrue();
    assertThat(found(ONSET.minus(DAY), ONSET.plus(Duration.ofDays(500)))).isFalse();
  }

  @Test
  void order_isThatOfKindAndIdWhateverThatOfTheInputs() {
    Candidate a = Candidates.of(Reports.event("A", ONSET, null, e -> e.addCities("Leeds")), "h1");
    Candidate b = Candidates.of(Reports.event("B", ONSET, null, e -> e), "h2");
    Candidate c = Candidates.of(Reports.campaign("C"), "h3");
    ScriptedModel model = ScriptedModel.abstaining("no_candidate");

    AttributionTask task =
        AttributionTask.builder().from(Reports.task(b, a)).campaigns(List.of(c)).build();
    new Attribution().attribute(task, model);

    assertThat(model.asked().get(0).candidates()).containsExactly(c, a, b);
  }

  @Test
  void placelessKeys_areThoseOfCandidatesThatNameNoPlace() {
    Candidate everywhere = Candidates.of(Reports.event("A", ONSET, null, e -> e), "h");
    Candidate somewhere =
        Candidates.of(Reports.event("B", ONSET, null, e -> e.addCities("Leeds")), "h");
    Candidate campaign = Candidates.of(Reports.campaign("C"), "h");

    assertThat(Candidates.placeless(List.of(everywhere, somewhere, campaign)))
        .containsExactly("campaign:C", "context_event:A");
  }

  private static boolean found(Instant start, @Nullable Instant end) {
    return !of(Reports.report(Optional.empty()), Reports.event("E", start, end, e -> e)).isEmpty();
  }

  private static boolean found(UnaryOperator<ContextEvent.Builder> more) {
    return !of(Reports.report(Optional.empty()), Reports.event("E", ONSET, null, more)).isEmpty();
  }

  private static List<Candidate> of(ReportInput report, ContextEvent event) {
    ScriptedModel model = ScriptedModel.abstaining("no_candidate");
    new Attribution().attribute(Reports.task(report, Candidates.of(event, "h")), model);
    return model.asked().get(0).candidates();
  }
}
