package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.core.identity.Identity;
import org.minorityreport.core.json.LogCodec;

/** Laws of spec 2.2 to 2.4 and 3.2 over any sales: two series, hourly, two weeks. */
class DetectionLawsTest {
  private static final Instant START = Instant.parse("2025-08-04T00:00:00Z");
  private static final int HOURS = 14 * 24;
  private static final Duration LOOK_BACK = Duration.ofHours(24);
  private static final Duration MAX_EVENT = Duration.ofHours(30);
  private static final DetectionSettings SETTINGS =
      DetectionSettings.builder().maxEventDuration(MAX_EVENT).build();

  /** What a runner hands in: both look-backs, the longest window, the greatest back-dating. */
  private static final Duration ENOUGH =
      LOOK_BACK.plus(Duration.ofHours(6)).plus(MAX_EVENT).plus(Duration.ofHours(13));

  /** A stretch of steps on one level; below zero: unknown. */
  record Stretch(int units, int hours) {}

  @Property(tries = 60)
  void fold_withoutOlderHistory_writesTheSameRows(
      @ForAll("sales") List<Stretch> cola,
      @ForAll("sales") List<Stretch> tea,
      @ForAll @IntRange(min = 1, max = 5) int stride) {
    List<DetectionResult> whole = run(fold(cola, tea), stride);
    List<DetectionResult> cut = run(fold(cola, tea).withHistoryOf(ENOUGH), stride);

    for (int i = 0; i < whole.size(); i++) {
      assertThat(cut.get(i).detected()).isEqualTo(whole.get(i).detected());
      assertThat(cut.get(i).ended()).isEqualTo(whole.get(i).ended());
      assertThat(cut.get(i).slices()).isEqualTo(whole.get(i).slices());
      assertThat(cut.get(i).baselinePredictions()).isEqualTo(whole.get(i).baselinePredictions());
      assertThat(cut.get(i).classifierPredictions())
          .isEqualTo(whole.get(i).classifierPredictions());
    }
  }

  /** A tick knows nothing of what comes later, so a shorter source gives the same first rows. */
  @Property(tries = 40)
  void fold_withoutTheFuture_writesTheSameRows(
      @ForAll("sales") List<Stretch> cola,
      @ForAll("sales") List<Stretch> tea,
      @ForAll @IntRange(min = 1, max = HOURS) int hours) {
    SalesSeries wholeCola = series("cola", cola);
    SalesSeries wholeTea = series("tea", tea);
    StoreFold whole = fold(wholeCola, wholeTea);
    StoreFold shorter = fold(wholeCola.slice(0, hours), wholeTea.slice(0, hours));

    for (int i = 1; i <= hours; i++) {
      Instant tick = START.plus(Duration.ofHours(i));
      assertThat(shorter.tick(tick)).isEqualTo(whole.tick(tick));
    }
  }

  @Property(tries = 60)
  void rows_ofAnyRun_keepTheirPromises(
      @ForAll("sales") List<Stretch> cola,
      @ForAll("sales") List<Stretch> tea,
      @ForAll @IntRange(min = 1, max = 5) int stride) {
    Map<ReportId, ReportDetected> newest = new TreeMap<>();
    Set<ReportId> open = new HashSet<>();

    for (DetectionResult result : run(fold(cola, tea), stride)) {
      assertKeysDiffer(result);
      Set<ReportId> written = new HashSet<>();
      for (ReportDetected row : result.detected()) {
        assertThat(row.reportId())
            .isEqualTo(Identity.reportId(row.storeId(), row.firstDetectedFrom()));
        assertGrown(newest.put(row.reportId(), row), row);
        written.add(row.reportId());
      }
      assertThat(written).as("every open report has a row").containsAll(open);
      assertStatesAgree(result, open);
    }
  }

  /** Windows of one series lie one after the other, whatever reports they belong to. */
  @Property(tries = 60)
  void windows_ofOneSeries_neverOverlap(
      @ForAll("sales") List<Stretch> cola, @ForAll @IntRange(min = 1, max = 5) int stride) {
    Map<Instant, Instant> ends = new TreeMap<>();
    StoreFold fold = fold(cola, List.of(new Stretch(10, 1)));
    run(fold, stride);
    for (ReportDetected row : fold.detected()) {
      ends.put(row.firstDetectedFrom(), row.windowEnd().orElse(Instant.MAX));
    }

    Instant before = Instant.MIN;
    for (Map.Entry<Instant, Instant> window : ends.entrySet()) {
      assertThat(window.getKey()).isAfterOrEqualTo(before);
      before = window.getValue();
    }
  }

  private static void assertKeysDiffer(DetectionResult result) {
    Set<String> keys = new HashSet<>();
    for (BaselinePrediction row : result.baselinePredictions()) {
      assertThat(keys.add(LogCodec.row(Logs.BASELINE_PREDICTIONS, row).key())).isTrue();
    }
    for (ClassifierPrediction row : result.classifierPredictions()) {
      assertThat(keys.add(LogCodec.row(Logs.CLASSIFIER_PREDICTIONS, row).key())).isTrue();
    }
    for (ReportEnded row : result.ended()) {
      assertThat(keys.add(LogCodec.row(Logs.REPORTS_ENDED, row).key())).isTrue();
    }
  }

  /** Members never go, onsets and raising never move, totals never shrink (sales here are >= 0). */
  private static void assertGrown(ReportDetected before, ReportDetected row) {
    if (before == null) {
      return;
    }
    Map<Sku, ReportMember> now = new HashMap<>();
    row.members().forEach(m -> now.put(m.sku(), m));
    for (ReportMember member : before.members()) {
      ReportMember later = now.get(member.sku());
      assertThat(later).isNotNull();
      assertThat(later.direction()).isEqualTo(member.direction());
      assertThat(later.raisedAt()).isEqualTo(member.raisedAt());
      assertThat(later.attributedSalesTotal())
          .isGreaterThanOrEqualTo(member.attributedSalesTotal());
      assertThat(later.baselineSalesTotal()).isGreaterThanOrEqualTo(member.baselineSalesTotal());
      if (member.windowEnd().isPresent()) {
        assertThat(later).as("a closed member changes no more").isEqualTo(member);
      }
    }
  }

  /** MEEL says ended exactly where a report closes and active where a closed one opens. */
  private static void assertStatesAgree(DetectionResult result, Set<ReportId> open) {
    Map<ReportId, EventStatus> said = new HashMap<>();
    result.ended().forEach(e -> said.put(e.reportId(), e.eventStatus()));
    for (ReportDetected row : result.detected()) {
      boolean ended = row.windowEnd().isPresent();
      assertThat(said.get(row.reportId()) == EventStatus.ENDED).isEqualTo(ended);
      if (said.get(row.reportId()) == EventStatus.ACTIVE) {
        assertThat(open).doesNotContain(row.reportId());
      }
      boolean unused = ended ? open.remove(row.reportId()) : open.add(row.reportId());
    }
  }

  private static List<DetectionResult> run(StoreFold fold, int strideHours) {
    List<DetectionResult> results = new ArrayList<>();
    for (int hour = 30; hour <= HOURS; hour += strideHours) {
      results.add(fold.tick(START.plus(Duration.ofHours(hour))));
    }
    return results;
  }

  private static StoreFold fold(List<Stretch> cola, List<Stretch> tea) {
    return fold(series("cola", cola), series("tea", tea));
  }

  private static StoreFold fold(SalesSeries cola, SalesSeries tea) {
    return new StoreFold(
            ScriptedBaseline.meanOf(LOOK_BACK), ThresholdClassifier.afterRunOf(2), cola, tea)
        .with(SETTINGS);
  }

  private static SalesSeries series(String sku, List<Stretch> stretches) {
    long[] units = new long[HOURS];
    int at = 0;
    for (int i = 0; at < HOURS; i++) {
      Stretch stretch = stretches.get(i % stretches.size());
      for (int h = 0; h < stretch.hours() && at < HOURS; h++) {
        units[at++] = stretch.units() < 0 ? SalesSeries.UNKNOWN : 1000L * stretch.units();
      }
    }
    return SalesSeries.of(
        SeriesId.of(Script.STORE, Sku.of(sku)),
        Steps.of(START, Cadence.parse("PT1H"), HOURS),
        units);
  }

  @Provide
  Arbitrary<List<Stretch>> sales() {
    Arbitrary<Integer> units = Arbitraries.of(10, 10, 10, 30, 30, 0, -1);
    Arbitrary<Integer> hours = Arbitraries.of(1, 2, 3, 5, 8, 13, 40);
    return Combinators.combine(units, hours).as(Stretch::new).list().ofMinSize(5).ofMaxSize(40);
  }
}
