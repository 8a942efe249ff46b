package org.minorityreport.core.hydrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.ConfidenceTier;
import org.minorityreport.api.view.EventOrder;
import org.minorityreport.api.view.EventQuery;
import org.minorityreport.api.view.FacetCounts;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.Page;
import org.minorityreport.api.view.ReportFacet;
import org.minorityreport.api.view.ReportOrder;
import org.minorityreport.api.view.ReportQuery;

class QueryTest {
  private static final String TICK = "2025-08-07T12:00:00Z";
  private static final Sample NORTH = Sample.of("north 1", "2025-08-07T09:00:00Z");
  private static final Sample SOUTH = Sample.of("south 1", "2025-08-07T10:00:00Z");
  private static final Sample FAR = Sample.of("far 1", "2025-08-07T11:00:00Z");

  private final Scene scene =
      new Scene()
          .commit(NORTH.located(TICK, "North", false), SOUTH.located(TICK, "South", false))
          .commit(NORTH.detected(TICK, b -> b.impactEstimate(new BigDecimal("-90.00"))))
          .commit(
              SOUTH.detected(
                  TICK,
                  b -> b.windowEnd(Instant.parse("2025-08-07T11:00:00Z")).suppressedBy("small@1")))
          .commit(
              FAR.detected(
                  TICK,
                  b ->
                      b.impactEstimate(Optional.empty())
                          .isDegraded(true)
                          .degradedReasons(List.of("SALES_missing"))))
          .commit(NORTH.attributed(TICK), NORTH.cohorted(TICK, NORTH.event()), NORTH.logged(TICK));

  @Test
  void queryThatSaysNothing_findsAllById_alsoWhatIsSuppressed() {
    Page<MinorityReport> page = scene.now().reports().find(ReportQuery.all());
    assertThat(page.items()).isEqualTo(scene.now().reports().all());
    assertThat(page.total()).isEqualTo(3);
    assertThat(found(ReportQuery.builder().suppressed(false)))
        .doesNotContain(SOUTH.id())
        .hasSize(2);
  }

  @Test
  void greatestImpactFirst_countsLossesByTheirAmount_andPutsTheUnknownLast() {
    assertThat(found(ReportQuery.builder().order(ReportOrder.IMPACT).descending(true)))
        .containsExactly(NORTH.id(), SOUTH.id(), FAR.id());
    assertThat(found(ReportQuery.builder().order(ReportOrder.IMPACT)))
        .containsExactly(SOUTH.id(), NORTH.id(), FAR.id());
  }

  @Test
  void text_isFoundInCauseStoreRegionAndIds_whateverItsCase() {
    assertThat(found(ReportQuery.builder().text("tv campaign"))).containsExactly(NORTH.id());
    assertThat(found(ReportQuery.builder().text("FAR"))).containsExactly(FAR.id());
    assertThat(found(ReportQuery.builder().text("EVENT OF"))).containsExactly(NORTH.id());
    assertThat(found(ReportQuery.builder().text(SOUTH.id().abbreviated())))
        .containsExactly(SOUTH.id());
    assertThat(found(ReportQuery.builder().text("cheese"))).isEmpty();
  }

  @Test
  void windowThatEndsWhereTheOtherBegins_doesNotOverlap() {
    assertThat(found(ReportQuery.builder().window(span("11:00", "11:01"))))
        .containsExactlyInAnyOrder(NORTH.id(), FAR.id());
    assertThat(found(ReportQuery.builder().window(span("09:30", "10:00"))))
        .containsExactly(NORTH.id());
  }

  @Test
  void reportWithoutConfidence_isInNoTier() {
    assertThat(
            found(
                ReportQuery.builder()
                    .addConfidenceTiers(
                        ConfidenceTier.LOW, ConfidenceTier.MEDIUM, ConfidenceTier.HIGH)))
        .containsExactly(NORTH.id());
  }

  @Test
  void plainStatus_findsItsDegradedForms() {
    assertThat(scene.report(FAR).reportStatus()).isEqualTo("detected_degraded_SALES_missing");
    assertThat(found(ReportQuery.builder().addStatuses("detected").degraded(true)))
        .contains(FAR.id());
  }

  @Test
  void counts_tellTheAbsentApart_andCanBeFollowed() {
    FacetCounts counts = scene.now().reports().counts(ReportFacet.REGION, ReportQuery.all());
    assertThat(counts.counts()).hasToString("{North=1, South=1}");
    assertThat(counts.absent()).isEqualTo(1);
    assertThat(counts.total()).isEqualTo(3);
    assertThat(found(ReportQuery.builder().addWithout(ReportFacet.REGION)))
        .containsExactly(FAR.id());
  }

  @Test
  void pagePastTheEnd_isEmptyAndStillSaysTheTotal() {
    Page<MinorityReport> page =
        scene
            .now()
            .reports()
            .find(ReportQuery.builder().offset(7).pageSize(Integer.MAX_VALUE).build());
    assertThat(page.items()).isEmpty();
    assertThat(page.total()).isEqualTo(3);
    assertThat(page.nextOffset()).isEmpty();
  }

  @Test
  void reportsOfAnEvent_areFoundByIt() {
    assertThat(found(ReportQuery.builder().addEventIds(NORTH.event()))).containsExactly(NORTH.id());
    assertThat(
            scene
                .now()
                .events()
                .find(EventQuery.builder().order(EventOrder.SIZE).sizeFrom(1).build())
                .items())
        .containsExactly(scene.event(NORTH));
  }

  @Test
  void changed_areThoseWithNewerRows_alsoOfTheirEvent() {
    CommitPosition before = scene.store().head();
    scene.commit(NORTH.logged("2025-08-07T13:00:00Z", b -> b.cohortName("another name")));
    assertThat(scene.now().reports().changed(before)).containsExactly(NORTH.id());
    assertThat(scene.now().events().changed(before)).containsExactly(NORTH.event());
    assertThat(scene.now().reports().changed(scene.store().head())).isEmpty();
    assertThatThrownBy(() -> scene.now().events().changed(scene.store().head().next()))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("since is '7' but must be at most 6, the position of the view");
  }

  private List<ReportId> found(ReportQuery.Builder query) {
    return scene.now().reports().find(query.build()).items().stream()
        .map(MinorityReport::reportId)
        .toList();
  }

  private static TimeSpan span(String from, String to) {
    return TimeSpan.of(
        Instant.parse("2025-08-07T" + from + ":00Z"), Instant.parse("2025-08-07T" + to + ":00Z"));
  }
}
