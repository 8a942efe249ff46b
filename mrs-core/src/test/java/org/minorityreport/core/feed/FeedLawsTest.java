package org.minorityreport.core.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.minorityreport.api.feed.Assessment;
import org.minorityreport.api.feed.ChangeKind;
import org.minorityreport.api.feed.FeedChange;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.MaskMatrix;
import org.minorityreport.api.feed.MaskScope;
import org.minorityreport.api.feed.MaskWindow;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.Recommendation;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.value.Units;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.CanonicalJson;

/** Whatever happened, the feed says what spec 8.5 promises. */
class FeedLawsTest {
  /** What a consumer keeps: assessments by report, steps by series and time. */
  private static final class Kept {
    final Map<String, String> of = new TreeMap<>();

    Kept(ProtectionFeed feed) {
      feed.assessments().forEach(a -> of.put(key(a), CanonicalJson.text(a)));
      feed.sales(step -> of.put(key(step), CanonicalJson.text(step)));
    }

    void take(FeedChange change) {
      String key =
          change.assessment().map(FeedLawsTest::key).orElseGet(() -> key(change.step().get()));
      String now =
          change
              .assessment()
              .map(CanonicalJson::text)
              .orElseGet(() -> CanonicalJson.text(change.step().get()));
      String was = change.kind() == ChangeKind.WITHDRAWN ? of.remove(key) : of.put(key, now);
      assertThat(was == null).as("%s", change).isEqualTo(change.kind() == ChangeKind.ADDED);
      boolean revised = change.kind() == ChangeKind.REVISED;
      assertThat(revised && now.equals(was)).as("a change changes something").isFalse();
    }
  }

  @Property(tries = 60)
  void excludedUnits_areTheUpliftOfTheExcludedReports(@ForAll("histories") List<Integer> acts) {
    FeedHistory history = played(acts);
    for (ProtectionFeed feed : feeds(history.feed())) {
      BigDecimal[] excluded = {BigDecimal.ZERO};
      feed.sales(
          step -> {
            step.excludedUnits().ifPresent(units -> excluded[0] = excluded[0].add(units));
            check(step);
          });
      BigDecimal assessed = BigDecimal.ZERO;
      BigDecimal hydrated = BigDecimal.ZERO;
      for (Assessment assessment : feed.assessments()) {
        if (assessment.recommendation() == Recommendation.EXCLUDE) {
          assessed = assessed.add(assessment.impact().units());
          MinorityReport report = report(history, assessment);
          hydrated =
              hydrated.add(report.attributedSalesTotal()).subtract(report.baselineSalesTotal());
        }
      }
      assertThat(excluded[0]).isEqualByComparingTo(assessed).isEqualByComparingTo(hydrated);
    }
  }

  private static void check(ProtectedStep step) {
    if (step.actualUnits().isEmpty()) {
      assertThat(step.weight()).isZero();
      assertThat(step.excludedUnits()).isEmpty();
      assertThat(step.keptUnits()).isEmpty();
    } else {
      BigDecimal left = BigDecimal.ONE.subtract(BigDecimal.valueOf(step.weight()));
      assertThat(step.keptUnits().get())
          .isEqualByComparingTo(
              Units.normal(
                  step.actualUnits().get().subtract(left.multiply(step.excludedUnits().get()))));
    }
    if (step.expectedLower().isPresent()) {
      assertThat(step.expectedLower().get()).isLessThanOrEqualTo(step.expectedUnits().get());
      assertThat(step.expectedUpper().get()).isGreaterThanOrEqualTo(step.expectedUnits().get());
    }
  }

  @Property(tries = 25)
  void changes_inOrder_leadFromAnyPositionToTheWhole(@ForAll("histories") List<Integer> acts) {
    FeedHistory history = played(acts);
    Kept whole = new Kept(history.feed());
    Kept stepwise = new Kept(history.feed(1));
    for (long from = 1; from <= history.head(); from++) {
      Kept kept = new Kept(history.feed(from));
      history.feed().changes(since(from), kept::take);
      assertThat(kept.of).as("from %d", from).isEqualTo(whole.of);
      if (from > 1) {
        history.feed(from).changes(since(from - 1), stepwise::take);
        assertThat(stepwise.of).isEqualTo(new Kept(history.feed(from)).of);
      }
    }
    history.feed().changes(since(history.head()), change -> assertThat(change).isNull());
  }

  @Property(tries = 30)
  void withdrawnReport_leavesNoTraceButInThePast(@ForAll("histories") List<Integer> acts) {
    FeedHistory history = played(acts);
    List<String> before = new ArrayList<>();
    for (long at = 1; at <= history.head(); at++) {
      long now = at;
      List<String> present =
          history.feed(at).assessments().stream().map(a -> a.anomalyId().value()).toList();
      String text = text(history.feed(at));
      for (String gone : before.stream().filter(id -> !present.contains(id)).toList()) {
        assertThat(text).doesNotContain(gone);
        List<FeedChange> told = new ArrayList<>();
        history.feed(at).changes(since(at - 1), told::add);
        assertThat(told)
            .as("at %d", now)
            .anyMatch(
                c ->
                    c.kind() == ChangeKind.WITHDRAWN
                        && c.assessment()
                            .filter(a -> a.anomalyId().value().equals(gone))
                            .isPresent());
        assertThat(text(history.feed(at - 1))).contains(gone);
      }
      before = present;
    }
  }

  @Property(tries = 20)
  void feedOfAPosition_neverChanges(@ForAll("histories") List<Integer> acts) {
    FeedHistory history = new FeedHistory();
    List<String> then = new ArrayList<>(List.of("", text(history.feed())));
    for (int act : acts) {
      history.play(act);
      if (history.head() == then.size()) {
        then.add(text(history.feed()));
      }
    }
    for (int at = 1; at < then.size(); at++) {
      assertThat(text(history.feed(at))).as("at %d", at).isEqualTo(then.get(at));
    }
  }

  @Property(tries = 30)
  void masks_sayTheSameInAllShapes(@ForAll("histories") List<Integer> acts) {
    ProtectionFeed all = played(acts).feed();
    List<String> listed = new ArrayList<>();
    all.windows().forEach(w -> listed.add(w.storeId() + "|" + w.sku() + "|" + span(w)));
    List<String> scoped = new ArrayList<>();
    for (MaskScope scope : all.scopes()) {
      for (StoreId store : scope.storeIds()) {
        for (Sku sku : scope.skus()) {
          scoped.add(store + "|" + sku + "|" + scope.start() + " " + scope.end());
        }
      }
    }
    assertThat(scoped).containsExactlyInAnyOrderElementsOf(listed);
    for (Sku sku : List.of(FeedHistory.X, FeedHistory.Y)) {
      ProtectionFeed feed = all.with(FeedOptions.builder().addSkus(sku).build());
      MaskMatrix matrix = feed.matrix(FeedHistory.HOUR);
      List<MaskWindow> windows = feed.windows();
      for (int p = 0; p < matrix.places().size(); p++) {
        for (int t = 0; t < matrix.times().size(); t++) {
          String place = matrix.places().get(p);
          Instant time = matrix.times().get(t);
          boolean inWindow =
              windows.stream()
                  .anyMatch(
                      w ->
                          w.storeId().value().equals(place)
                              && !time.isBefore(w.start())
                              && time.isBefore(w.end()));
          assertThat(matrix.isLeftOut(p, t)).as("%s %s", place, time).isEqualTo(inWindow);
        }
      }
      feed.sales(
          step -> {
            boolean left =
                matrix.isLeftOut(
                    matrix.places().indexOf(step.storeId().value()),
                    matrix.times().indexOf(step.timestamp()));
            if (step.actualUnits().isPresent()) {
              assertThat(step.weight()).isEqualTo(left ? 0 : 1);
            }
          });
    }
  }

  private static String span(MaskWindow window) {
    return window.start() + " " + window.end();
  }

  /** The feed as it is, and with soft weights and provisional exclusions. */
  private static List<ProtectionFeed> feeds(ProtectionFeed feed) {
    return List.of(
        feed, feed.with(FeedOptions.builder().confirmedWeight(0.3).provisionalAbove(0).build()));
  }

  private static MinorityReport report(FeedHistory history, Assessment assessment) {
    return Hydration.hydrate(history.store(), FeedHistory.RUN, AsOf.now(), 1)
        .reports()
        .get(assessment.anomalyId().value());
  }

  private static String text(ProtectionFeed feed) {
    List<String> lines = new ArrayList<>();
    lines.add(CanonicalJson.text(feed.head()));
    feed.assessments().forEach(a -> lines.add(CanonicalJson.text(a)));
    feed.sales(s -> lines.add(CanonicalJson.text(s)));
    feed.windows().forEach(w -> lines.add(CanonicalJson.text(w)));
    feed.scopes().forEach(s -> lines.add(CanonicalJson.text(s)));
    lines.add(CanonicalJson.text(feed.safety()));
    return String.join("\n", lines);
  }

  private static AsOf since(long position) {
    return AsOf.atPosition(CommitPosition.of(position));
  }

  private static FeedHistory played(List<Integer> acts) {
    FeedHistory history = new FeedHistory();
    acts.forEach(history::play);
    return history;
  }

  private static String key(Assessment assessment) {
    return assessment.anomalyId().value();
  }

  private static String key(ProtectedStep step) {
    return String.join(
        " ",
        step.storeId().value(),
        step.sku().value(),
        Optional.of(step.timestamp()).map(Instant::toString).get());
  }

  @Provide
  Arbitrary<List<Integer>> histories() {
    return Arbitraries.integers().between(0, 32 * 6 - 1).list().ofMinSize(2).ofMaxSize(14);
  }
}
