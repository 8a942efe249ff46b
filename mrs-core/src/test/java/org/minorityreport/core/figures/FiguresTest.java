package org.minorityreport.core.figures;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.figures.KeyFigures;
import org.minorityreport.api.health.Rate;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ClusterState;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.ReportQuery;
import org.minorityreport.core.health.Logbook;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.identity.Identity;

class FiguresTest {
  private static final String ONSET = "2025-08-07T01:00:00Z";
  private static final String RAISED = "2025-08-07T02:00:00Z";
  private static final String LATER = "2025-08-07T04:00:00Z";
  private static final TimeSpan DAY =
      TimeSpan.of(Instant.parse("2025-08-07T00:00:00Z"), Instant.parse("2025-08-08T00:00:00Z"));

  private final Logbook book = new Logbook();
  private final Figures figures =
      new Figures(
          book.store(), Logbook.RUN, asOf -> Hydration.hydrate(book.store(), Logbook.RUN, asOf, 1));

  @Test
  void emptyRun_hasNoRatesAndNoTimes() {
    KeyFigures none = figures.of(DAY);

    assertThat(none.autoAttributionRate().rate().share()).isEmpty();
    assertThat(none.autoApprovalRate().rate().share()).isEmpty();
    assertThat(none.timeToCause().median()).isEmpty();
    assertThat(none.protectedSpend().amount()).isZero();
  }

  @Test
  void sureCause_countsUnlessAPersonActedBefore() {
    book.tick(RAISED);
    ReportId early = book.report("a", ONSET, RAISED, 0.5);
    ReportId late = book.report("b", ONSET, RAISED, 0.5);
    book.report("c", ONSET, RAISED, 0.5);
    book.attributed("a", ONSET, RAISED, "heat", "weather", 0.8);
    book.attributed("c", ONSET, RAISED, "heat", "weather", 0.6);
    book.act(early, "note", "ann", b -> b);
    book.act(late, "note", "ann", b -> b);
    book.attributed("b", ONSET, LATER, "heat", "weather", 0.8);

    KeyFigures now = figures.of(DAY);

    assertThat(now.reportsRaised().count()).isEqualTo(3);
    assertThat(now.autoAttributionRate().numeratorIds()).containsExactly(early.value());
    assertThat(now.autoAttributionRate().rate()).isEqualTo(Rate.of(1, 3));
    assertThat(now.timeToCause().median()).contains(Duration.ZERO);
    assertThat(now.timeToCause().percentile95()).contains(Duration.ofHours(2));
    assertThat(now.backlog().count()).isEqualTo(3);
  }

  @Test
  void decision_isTimedAndLeavesTheBacklog() {
    book.tick(RAISED);
    ReportId id = book.report("a", ONSET, RAISED, 0.5);
    CommitPosition before = book.store().head();
    book.clock = Instant.parse(LATER);
    AnnotationId act = book.act(id, "approve", "ann", b -> b);
    book.decided("a", ONSET, "approved", Optional.of("heat"), act);

    KeyFigures now = figures.of(DAY);

    assertThat(now.timeToDecision().median()).contains(Duration.ofHours(2));
    assertThat(now.autoApprovalRate().rate()).isEqualTo(Rate.of(0, 1));
    assertThat(now.backlog().ids()).isEmpty();
    KeyFigures then = figures.of(DAY, ReportQuery.all(), AsOf.atPosition(before));
    assertThat(then.backlog().ids()).containsExactly(id.value());
    assertThat(then.autoApprovalRate().rate().share()).isEmpty();
  }

  @Test
  void periodFilterAndSuppression_keepReportsApart() {
    book.tick(RAISED);
    ReportId in = book.report("a", ONSET, RAISED, 0.5);
    book.report("b", ONSET, RAISED, 0.5);
    ReportId quiet = book.report("a", RAISED, RAISED, b -> b.suppressedBy("small@1"));
    book.report("a", "2025-08-08T01:00:00Z", "2025-08-08T02:00:00Z", 0.5);

    KeyFigures some =
        figures.of(DAY, ReportQuery.builder().addStoreIds(StoreId.of("a")).build(), AsOf.now());

    assertThat(some.reportsRaised().ids()).containsExactly(in.value());
    assertThat(some.reportsSuppressed().ids()).containsExactly(quiet.value());
  }

  @Test
  void events_ofTwoReportsOrMore_areApartFromSingleOnes() {
    book.tick(RAISED);
    ReportId first = book.report("a", ONSET, RAISED, 0.5);
    book.report("b", ONSET, RAISED, 0.5);
    ReportId alone = book.report("c", ONSET, RAISED, 0.5);
    book.cohorted("a", ONSET, RAISED, first);
    book.cohorted("b", ONSET, RAISED, first);
    book.cohorted("c", ONSET, RAISED, alone);

    KeyFigures now = figures.of(DAY);

    assertThat(now.events().ids()).containsExactly(event(first));
    assertThat(now.singleReports().ids()).containsExactly(event(alone));
    KeyFigures some =
        figures.of(DAY, ReportQuery.builder().addStoreIds(StoreId.of("b")).build(), AsOf.now());
    assertThat(some.events().ids()).containsExactly(event(first));
    assertThat(some.singleReports().ids()).isEmpty();
  }

  @Test
  void learnedReports_areConfirmedMembersOfClustersInUse() {
    book.tick(RAISED);
    book.clock = Instant.parse(LATER);
    ReportId learned = decided("a", "approved");
    decided("b", "rejected");
    book.report("c", ONSET, RAISED, 0.5);
    book.clustered("c", ONSET, RAISED);
    assertThat(figures.of(DAY).learnedReports().ids()).as("no library yet").isEmpty();

    cluster(1, ClusterState.ACTIVE);
    assertThat(figures.of(DAY).learnedReports().ids()).containsExactly(learned.value());

    cluster(2, ClusterState.RETIRED);
    assertThat(figures.of(DAY).learnedReports().ids()).isEmpty();
  }

  @Test
  void protectedMoney_isTheImpactOfWhatIsExcluded_asFarAsItHasAPrice() {
    book.tick(RAISED);
    book.clock = Instant.parse(LATER);
    ReportId one = decided("a", "approved");
    decided("b", "dismissed");
    book.report("c", ONSET, RAISED, 0.5);
    ReportId loss =
        book.report("d", ONSET, RAISED, b -> b.impactEstimate(new BigDecimal("-15.50")));
    book.decided("d", ONSET, "edited", Optional.of("heat"), book.act(loss, "edit", "ann", b -> b));
    ReportId free = book.report("e", ONSET, RAISED, b -> b.impactEstimate(Optional.empty()));
    book.decided(
        "e", ONSET, "approved", Optional.of("heat"), book.act(free, "approve", "ann", b -> b));

    KeyFigures now = figures.of(DAY);

    assertThat(now.protectedMoney().amount()).isEqualTo("24.50");
    assertThat(now.protectedMoney().ids()).containsExactlyInAnyOrder(one.value(), loss.value());
    assertThat(now.protectedUnits().ids()).contains(free.value());
  }

  private static String event(ReportId anchor) {
    return Identity.eventId(anchor, Instant.parse(ONSET)).value();
  }

  private ReportId decided(String at, String decision) {
    ReportId id = book.report(at, ONSET, RAISED, 0.5);
    book.clustered(at, ONSET, RAISED);
    book.decided(at, ONSET, decision, Optional.of("heat"), book.act(id, "x", "ann", b -> b));
    return id;
  }

  private void cluster(int libraryVersion, ClusterState state) {
    book.add(
        Logs.CLUSTER_LIBRARY,
        ClusterVersion.builder()
            .runId(Logbook.RUN)
            .writtenAt(Instant.parse(LATER))
            .clusterId("CL-7")
            .libraryVersion(libraryVersion)
            .name("spike")
            .category("uplift")
            .centroid(Collections.nCopies(16, 0.0))
            .embeddingX(0)
            .embeddingY(0)
            .curve(Collections.nCopies(ClusterVersion.CURVE_POINTS, 1.0))
            .state(state.wireName())
            .modelName("m")
            .modelVersion("1")
            .build());
  }
}
