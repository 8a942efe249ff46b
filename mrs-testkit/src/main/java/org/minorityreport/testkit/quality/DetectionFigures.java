package org.minorityreport.testkit.quality;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.mock.world.AffectedSeries;
import org.minorityreport.mock.world.narrative.ShapeFamily;

/** What was found and what was not, added up over worlds. One thread at a time. */
public final class DetectionFigures {
  /** So long after a happening its store is not called quiet yet. */
  private static final Duration AFTERMATH = Duration.ofHours(4);

  private final Tally recall = new Tally();
  private final Tally precision = new Tally();
  private final Tally exact = new Tally();
  private final Tally withinOne = new Tally();
  private final SortedMap<String, Tally> weaker = new TreeMap<>();
  private final List<String> missed = new ArrayList<>();
  private final List<String> falseReports = new ArrayList<>();
  private int hidden;
  private int early;
  private long quietDays;
  private long late;
  private long waited;

  /** Nothing counted yet. */
  DetectionFigures() {}

  void add(String name, PlayedWorld played, Matching matching) {
    for (TrueDeviation deviation : matching.deviations()) {
      Optional<FoundWindow> window = matching.found(deviation);
      if (!deviation.isScored()) {
        weaker.computeIfAbsent(size(deviation), k -> new Tally()).count(window.isPresent());
        continue;
      }
      recall.count(window.isPresent());
      if (window.isEmpty()) {
        missed.add(name + ": " + deviation.happening().id() + " at " + deviation.series().id());
      } else if (matching.isHidden(deviation)) {
        hidden++;
      } else {
        onset(deviation, window.get(), played);
      }
    }
    for (FoundWindow window : matching.windows()) {
      List<TrueDeviation> truths = matching.truths(window);
      if (truths.isEmpty() || truths.stream().anyMatch(TrueDeviation::isScored)) {
        precision.count(!truths.isEmpty());
      }
    }
    quiet(name, played, matching);
  }

  private void onset(TrueDeviation deviation, FoundWindow window, PlayedWorld played) {
    Instant onset = deviation.scoredOnset().orElseThrow();
    long off = played.world().steps().cadence().between(onset, window.onset());
    exact.count(off == 0);
    withinOne.count(Math.abs(off) <= 1);
    early += off < -1 ? 1 : 0;
    late += Math.abs(off);
    waited += played.world().steps().cadence().between(onset, window.raisedAt());
  }

  /** {@return loud series that were found} */
  public Tally recall() {
    return recall;
  }

  /** {@return windows that belong to a happening} */
  public Tally precision() {
    return precision;
  }

  /** {@return onsets found to the step} */
  public Tally exact() {
    return exact;
  }

  /** {@return onsets found to a step before or after} */
  public Tally withinOne() {
    return withinOne;
  }

  /** {@return the mean distance of found onsets from true ones, in steps; NaN if none was found} */
  public double meanOnsetError() {
    return (double) late / exact.all();
  }

  /** {@return the mean time from a true onset to the tick that raised it, in steps; NaN if none} */
  public double meanDelay() {
    return (double) waited / exact.all();
  }

  /** {@return weaker deviations that were found, by their size in words} */
  public SortedMap<String, Tally> weaker() {
    return Collections.unmodifiableSortedMap(weaker);
  }

  /** {@return loud series that were not found, in words} */
  public List<String> missed() {
    return List.copyOf(missed);
  }

  /** {@return reports of nothing, in words} */
  public List<String> falseReports() {
    return List.copyOf(falseReports);
  }

  /** {@return onsets that nobody can see, as another window was open at the series} */
  public int hidden() {
    return hidden;
  }

  /** {@return onsets found two steps or more before the effect is three times the noise} */
  public int early() {
    return early;
  }

  /** {@return days of stores at which nothing happens} */
  public long quietDays() {
    return quietDays;
  }

  /** {@return false reports per 1,000 days of stores at which nothing happens} */
  public double falsePerThousand() {
    return 1000.0 * falseReports.size() / quietDays;
  }

  private static String size(TrueDeviation deviation) {
    double size = deviation.size();
    String most =
        size < 1 ? "under 1" : size < 6 ? (int) size + " to " + ((int) size + 1) : "over 6";
    boolean ramp = deviation.happening().shape() == ShapeFamily.RAMP;
    return (ramp ? "ramp, at most " : "at most ") + most + " times the noise";
  }

  private void quiet(String name, PlayedWorld played, Matching matching) {
    LocalDate first = played.world().firstDay();
    LocalDate end = day(played.world().lastTick());
    Set<String> eventful = new HashSet<>();
    for (TrueDeviation deviation : matching.deviations()) {
      AffectedSeries series = deviation.series();
      LocalDate last = day(series.steps().to().plus(AFTERMATH));
      for (LocalDate day = day(series.steps().from()); !day.isAfter(last); day = day.plusDays(1)) {
        if (day.isBefore(end)) {
          eventful.add(key(series.id().store(), day));
        }
      }
    }
    long all = ChronoUnit.DAYS.between(first, end) * played.world().stores().size();
    quietDays += all - eventful.size();
    for (MinorityReport report : played.reports()) {
      String storeDay = key(report.storeId(), day(report.firstDetectedFrom()));
      if (!eventful.contains(storeDay)) {
        falseReports.add(name + ": " + storeDay);
      }
    }
  }

  private static LocalDate day(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC);
  }

  private static String key(StoreId store, LocalDate day) {
    return store + " on " + day;
  }
}
