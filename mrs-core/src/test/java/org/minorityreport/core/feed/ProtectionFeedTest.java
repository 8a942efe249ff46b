package org.minorityreport.core.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.feed.Assessment;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.feed.FeedChange;
import org.minorityreport.api.feed.FeedLimit;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.feed.SafetyMeasure;
import org.minorityreport.api.feed.SafetyReport;
import org.minorityreport.api.feed.SeriesPoint;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.tag.Tags;

class ProtectionFeedTest {
  private final FeedHistory history = new FeedHistory();

  @ParameterizedTest
  @CsvSource({
    "0, CONFIRMED, EXCLUDE", // approved, weather
    "2, CONFIRMED, MAINTAIN_STRATEGY", // approved, paid media
    "3, REJECTED, INVESTIGATE",
    "5, PROVISIONAL, INVESTIGATE" // reopened
  })
  void decision_saysWhatToDo(int variant, AssessmentStatus status, Recommendation recommendation) {
    history.raise(0);
    history.decide(0, 0);
    history.decide(0, variant);

    Assessment assessment = history.feed().assessments().get(0);
    assertThat(assessment.status()).isEqualTo(status);
    assertThat(assessment.recommendation()).isEqualTo(recommendation);
  }

  @Test
  void dropThatIsExcluded_hasNegativeUnits() {
    history.raise(2);
    history.decide(2, 0);

    Assessment assessment = history.feed().assessments().get(0);
    assertThat(assessment.impact().units()).isNegative();
    assertThat(history.feed().windows()).hasSize(1);
  }

  @Test
  void dayInProgress_hasOnlySeriesWithAWindow_upToTheirLastRow() {
    history.raise(3);

    List<ProtectedStep> inProgress = new ArrayList<>();
    history
        .feed()
        .sales(
            step -> {
              if (!step.timestamp().isBefore(FeedHistory.at(48))) {
                inProgress.add(step);
              }
            });

    assertThat(inProgress).allMatch(s -> s.storeId().value().equals("B"));
    assertThat(inProgress)
        .extracting(ProtectedStep::timestamp)
        .startsWith(FeedHistory.at(52))
        .endsWith(FeedHistory.at(59))
        .hasSize(8);
    assertThat(inProgress.get(5).reportId()).isPresent();
    assertThat(inProgress.get(6).reportId()).as("after the last deviating step").isEmpty();
  }

  @Test
  void softWeight_keepsPart() {
    history.raise(0);
    history.decide(0, 0);

    List<ProtectedStep> excluded = new ArrayList<>();
    history
        .feed()
        .with(FeedOptions.builder().confirmedWeight(0.25).build())
        .sales(s -> s.reportId().ifPresent(r -> excluded.add(s)));

    assertThat(excluded).hasSize(4).allMatch(s -> s.weight() == 0.25);
    ProtectedStep step = excluded.get(0);
    BigDecimal quarter = step.excludedUnits().get().multiply(new BigDecimal("0.75"));
    assertThat(step.keptUnits().get())
        .isCloseTo(
            step.actualUnits().get().subtract(quarter),
            org.assertj.core.data.Offset.offset(new BigDecimal("0.001")));
  }

  @Test
  void limitThatRefuses_namesStoreProductWeekAndShare() {
    history.raise(1);
    history.decide(1, 0);
    ProtectionFeed feed =
        history
            .feed()
            .with(
                FeedOptions.builder()
                    .limits(List.of(FeedLimit.refuse(SafetyMeasure.SHARE_LEFT_OUT, 0.1)))
                    .build());

    assertThatThrownBy(() -> feed.sales(step -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageContainingAll("store A", "product x", "week of 2025-08-04", "0.19", "0.1");
    assertThatThrownBy(feed::windows).isInstanceOf(UsageException.class);
    assertThat(feed.safety().refused()).isTrue();
    assertThat(feed.assessments()).as("what is known is told nevertheless").hasSize(1);
  }

  @Test
  void safetyReport_measuresRunsAndPlaces() {
    history.raise(1);
    history.decide(1, 0);

    SafetyReport safety = history.feed().safety();

    assertThat(safety.longestLeftOut().get().start()).isEqualTo(FeedHistory.at(20));
    assertThat(safety.longestLeftOut().get().end()).isEqualTo(FeedHistory.at(30));
    assertThat(safety.longestLeftOut().get().steps()).as("one is unknown").isEqualTo(9);
    assertThat(safety.longestKept().get().storeId().value()).isEqualTo("B");
    assertThat(safety.longestKept().get().end()).as("unknown").isEqualTo(FeedHistory.at(27));
    assertThat(safety.places()).extracting(p -> p.place()).containsExactly("region A", "region B");
    assertThat(safety.places().get(1).share()).isZero();
    assertThat(safety.shares()).hasSize(2);
    assertThat(safety.imbalance()).isGreaterThan(0.09);
  }

  @Test
  void runWithoutDecisions_isWarnedOf_orRefused() {
    history.raise(0);

    assertThat(history.feed().safety().findings())
        .extracting(f -> f.measure())
        .contains(SafetyMeasure.NO_DECISIONS);
    FeedOptions strict =
        FeedOptions.builder()
            .limits(List.of(FeedLimit.refuse(SafetyMeasure.NO_DECISIONS, 0)))
            .build();
    assertThatThrownBy(() -> history.feed().with(strict).windows())
        .hasMessageContaining("nobody has decided");
    history.decide(0, 0);
    assertThat(history.feed().with(strict).windows()).hasSize(1);
  }

  @Test
  void unknownPositionOrTagOrRun_isRefused() {
    assertThatThrownBy(() -> history.feed(99)).hasMessageContaining("99");
    assertThatThrownBy(() -> history.feed(AsOf.atTag("June"))).hasMessageContaining("June");
    history.raise(0);
    assertThatThrownBy(
            () -> history.feed(1).changes(AsOf.atPosition(CommitPosition.of(2)), change -> {}))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("after");
    RunId other = RunId.of("other");
    assertThatThrownBy(
            () ->
                ProtectionFeed.of(
                    LogStores.inMemory(),
                    other,
                    AsOf.now(),
                    at -> Hydration.hydrate(history.store(), other, at, 1).reports()))
        .hasMessageContaining("no ticks");
  }

  @Test
  void tag_isAPosition() {
    history.raise(0);
    history.decide(0, 0);
    new Tags(history.store(), FeedHistory.RUN)
        .set("June", history.store().head(), null, "ann", FeedHistory.START);
    history.decide(0, 4);

    assertThat(history.feed().assessments()).isEmpty();
    assertThat(history.feed(AsOf.atTag("June")).assessments()).hasSize(1);
    List<FeedChange> told = new ArrayList<>();
    history.feed().changes(AsOf.atTag("June"), told::add);
    assertThat(told.get(0).reason()).isEqualTo(Optional.of("dismissed"));
    assertThat(told).as("and its four steps").hasSize(5);
  }

  /** All lines have as many cells as the header; JSON Lines and CSV are of the same values. */
  @ParameterizedTest
  @EnumSource(FeedPart.class)
  void part_isWrittenInBothForms(FeedPart part) {
    history.raise(1);
    history.decide(1, 0);
    String json = written(part, FeedFormat.JSON_LINES);
    String csv = written(part, FeedFormat.CSV);

    assertThat(csv.lines().count()).isEqualTo(json.lines().count() + 1);
    assertThat(csv.lines().findFirst().get()).isEqualTo(String.join(",", part.columns()));
    assertThat(json).isEqualTo(written(part, FeedFormat.JSON_LINES));
  }

  private String written(FeedPart part, FeedFormat format) {
    StringWriter out = new StringWriter();
    FeedWriter writer = new FeedWriter(history.feed());
    if (part == FeedPart.CHANGES) {
      writer.writeChanges(AsOf.atPosition(CommitPosition.of(1)), format, out);
    } else {
      writer.write(part, format, out);
    }
    return out.toString();
  }

  @Test
  void matrix_isWrittenAsOnesAndZeros() {
    history.raise(0);
    history.decide(0, 0);
    StringWriter out = new StringWriter();

    new FeedWriter(history.feed()).writeMatrix(Cadence.of(Duration.ofDays(1)), FeedFormat.CSV, out);

    assertThat(out.toString())
        .isEqualTo("place,2025-08-05T00:00:00Z,2025-08-06T00:00:00Z\nA,1,0\nB,0,0\n");
  }

  @Test
  void series_sumsMembersAndMarksSteps() {
    history.raise(1);
    history.decide(1, 0);
    String id = FeedHistory.PLANS.get(1).id().value();

    List<SeriesPoint> points = history.feed().series(id, FeedHistory.at(18), FeedHistory.at(32));

    assertThat(points).hasSize(14);
    assertThat(points.get(9).unknown()).as("hour 27").isTrue();
    assertThat(points.get(1).excluded()).isFalse();
    assertThat(points.get(2).excluded()).isTrue();
    assertThat(points.get(2).storesKnown()).isEqualTo(1);
    assertThat(points.get(2).expectedUnits().get()).isEqualByComparingTo("20.402");
    assertThatThrownBy(() -> history.feed().series("MR-0", FeedHistory.at(0), FeedHistory.at(1)))
        .isInstanceOf(UsageException.class);
  }

  @Test
  void series_thinned_keepsEndsAndPeak() {
    history.raise(0);
    String id = FeedHistory.PLANS.get(0).id().value();
    ProtectionFeed feed = history.feed();
    List<SeriesPoint> all = feed.series(id, FeedHistory.at(0), FeedHistory.at(24));

    List<SeriesPoint> some = feed.series(id, FeedHistory.at(0), FeedHistory.at(24), 8);

    assertThat(some).hasSize(8).isSubsetOf(all);
    assertThat(some.get(0)).isEqualTo(all.get(0));
    assertThat(some.get(7)).isEqualTo(all.get(23));
    BigDecimal peak = all.stream().map(p -> p.actualUnits().get()).max(BigDecimal::compareTo).get();
    assertThat(some).anyMatch(p -> p.actualUnits().get().compareTo(peak) == 0);
  }
}
