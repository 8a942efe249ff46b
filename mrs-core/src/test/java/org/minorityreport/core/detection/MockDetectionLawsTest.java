package org.minorityreport.core.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.mock.MockModels;

/** Prefix stability and bounded memory (spec 2.3) of detection with the mocks: hourly sales. */
class MockDetectionLawsTest {
  private static final Cadence HOUR = Cadence.parse("PT1H");
  private static final Instant START = Instant.parse("2025-06-02T00:00:00Z");
  private static final BaselineModel BASELINE =
      (BaselineModel)
          new MockModels().create(ModelRole.BASELINE, ModelConfig.builder().seed(0).build());
  private static final ClassifierModel CLASSIFIER =
      (ClassifierModel)
          new MockModels().create(ModelRole.CLASSIFIER, ModelConfig.builder().seed(0).build());
  private static final int LOOK_BACKS =
      Math.toIntExact(BASELINE.info().lookBack().plus(CLASSIFIER.info().lookBack()).toHours());
  private static final int EVENTFUL = 10 * 24;
  private static final int MAX_EVENT = 60;
  private static final DetectionSettings SETTINGS =
      DetectionSettings.builder().maxEventDuration(Duration.ofHours(MAX_EVENT)).build();

  /** Some hours in which sales are a multiple of what is usual; below zero: unknown. */
  record Happening(int series, int first, int hours, double factor) {}

  /** A window of a series: it is told from others by product and onset. */
  private record Window(Sku sku, Instant onset) implements Comparable<Window> {
    @Override
    public int compareTo(Window other) {
      int order = onset.compareTo(other.onset);
      return order == 0 ? sku.compareTo(other.sku) : order;
    }
  }

  /**
   * Catches onsets that move as later steps make an earlier beginning likelier, windows that are
   * dropped when their sums fade, ends that are set twice, and totals that are counted anew.
   */
  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void window_onceRaised_isInTheResultOfEveryLaterTick(
      @ForAll("happenings") List<Happening> happenings,
      @ForAll @IntRange(min = 1, max = 7) int stride,
      @ForAll long seed) {
    StoreFold fold = fold(0, LOOK_BACKS, happenings, seed);
    SortedMap<Window, ReportMember> known = new TreeMap<>();
    int from = LOOK_BACKS;
    for (int hour = from; hour <= from + EVENTFUL; hour += stride) {
      DetectionResult result = fold.tick(START.plus(Duration.ofHours(hour)));
      SortedMap<Window, ReportMember> now = windows(result.detected());
      known.forEach(
          (window, before) -> {
            ReportMember later = now.get(window);
            if (before.windowEnd().isEmpty()) {
              assertThat(later).as("open: %s", window).isNotNull();
            }
            if (later != null) {
              assertGrown(before, later);
            }
          });
      List<Window> fresh = new ArrayList<>(now.keySet());
      fresh.removeAll(known.keySet());
      known.putAll(now);
      for (Window window : fresh) {
        known
            .headMap(window)
            .forEach(
                (earlier, member) -> {
                  boolean within =
                      earlier.sku().equals(window.sku()) && member.windowEnd().isEmpty();
                  assertThat(within).as("%s within %s", window, earlier).isFalse();
                });
      }
    }
  }

  private static void assertGrown(ReportMember before, ReportMember later) {
    assertThat(later.direction()).isEqualTo(before.direction());
    assertThat(later.raisedAt()).isEqualTo(before.raisedAt());
    assertThat(later.attributedSalesTotal()).isGreaterThanOrEqualTo(before.attributedSalesTotal());
    assertThat(later.baselineSalesTotal()).isGreaterThanOrEqualTo(before.baselineSalesTotal());
    if (before.windowEnd().isPresent()) {
      assertThat(later).as("closed").isEqualTo(before);
    }
  }

  /**
   * The same series without what lies before a cut, folded from one look-back after it. Catches
   * anything that looks further back than it says: seasons over all history, running means, state
   * outside of the carry.
   */
  @Property(tries = 8, shrinking = ShrinkingMode.OFF)
  void seriesCutSomewhere_hasTheSameWindowsFromOneLookBackOn(
      @ForAll("happenings") List<Happening> happenings,
      @ForAll @IntRange(min = 1, max = 5 * 24) int cut,
      @ForAll @IntRange(min = 1, max = 5) int stride,
      @ForAll long seed) {
    StoreFold whole = fold(0, LOOK_BACKS, happenings, seed);
    StoreFold rest = fold(cut, LOOK_BACKS, happenings, seed);
    int last = LOOK_BACKS + EVENTFUL;
    int begin = cut + LOOK_BACKS;
    while (begin <= last) { // the law speaks of moments at which nothing is open
      Instant tick = START.plus(Duration.ofHours(begin));
      DetectionResult at = whole.tick(tick);
      begin += stride;
      if (isQuiet(at.carry())) {
        assertThat(isQuiet(rest.tick(tick).carry())).isTrue();
        break;
      }
    }
    for (int hour = begin; hour <= last; hour += stride) {
      Instant tick = START.plus(Duration.ofHours(hour));
      assertThat(rest.tick(tick).detected()).isEqualTo(whole.tick(tick).detected());
    }
  }

  private static boolean isQuiet(StoreCarry carry) {
    return carry.closedMembers().isEmpty()
        && carry.series().values().stream()
            .allMatch(
                (SeriesCarry it) -> it.openWindow().isEmpty() && it.structuralChange().isEmpty());
  }

  private static SortedMap<Window, ReportMember> windows(List<ReportDetected> rows) {
    SortedMap<Window, ReportMember> windows = new TreeMap<>();
    for (ReportDetected row : rows) {
      row.members().forEach(m -> windows.put(new Window(m.sku(), row.firstDetectedFrom()), m));
    }
    return windows;
  }

  private static StoreFold fold(int cut, int warmUp, List<Happening> happenings, long seed) {
    List<SalesSeries> series = new ArrayList<>();
    for (int s = 0; s < 2; s++) {
      SalesSeries all = series(s, warmUp, happenings, seed);
      series.add(all.slice(cut, all.size()));
    }
    return new StoreFold(BASELINE, CLASSIFIER, series.toArray(SalesSeries[]::new)).with(SETTINGS);
  }

  /** A daily rhythm with noise, and what happens after the warm-up. */
  private static SalesSeries series(int number, int warmUp, List<Happening> happenings, long seed) {
    SplittableRandom random = new SplittableRandom(seed + number);
    long[] units = new long[warmUp + EVENTFUL];
    for (int i = 0; i < units.length; i++) {
      double usual = 30 + 3 * Math.abs(12 - i % 24);
      double sold = usual + 5 * (random.nextDouble() + random.nextDouble() - 1);
      for (Happening it : happenings) {
        int first = warmUp + it.first();
        if (it.series() == number && i >= first && i < first + it.hours()) {
          sold = it.factor() < 0 ? -1 : sold * it.factor();
        }
      }
      units[i] = sold < 0 ? SalesSeries.UNKNOWN : 1000 * Math.round(sold);
    }
    return SalesSeries.of(
        SeriesId.of(Script.STORE, Sku.of(number == 0 ? "cola" : "tea")),
        Steps.of(START, HOUR, units.length),
        units);
  }

  @Provide
  Arbitrary<List<Happening>> happenings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1),
            Arbitraries.integers().between(0, EVENTFUL - 1),
            Arbitraries.of(1, 3, 6, 12, 30, 90),
            Arbitraries.of(1.3, 1.8, 3.0, 0.6, 0.0, -1.0))
        .as(Happening::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(8);
  }
}
