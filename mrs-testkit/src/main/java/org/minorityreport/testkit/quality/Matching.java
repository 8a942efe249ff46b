package org.minorityreport.testkit.quality;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.view.MinorityReport;

/** Which found windows belong to which true deviations: same series, and they overlap in time. */
final class Matching {
  /** A window closes so long after its last deviating step, and hides what begins meanwhile. */
  private static final Duration CLOSING = Duration.ofHours(4);

  private final List<TrueDeviation> deviations;
  private final List<FoundWindow> windows;
  private final Map<SeriesId, List<TrueDeviation>> deviationsOf = new HashMap<>();
  private final Map<SeriesId, List<FoundWindow>> windowsOf = new HashMap<>();
  private final Duration step;

  Matching(PlayedWorld played) {
    this.deviations = TrueDeviation.of(played.truth());
    this.windows = FoundWindow.of(played.reports());
    this.step = played.world().steps().cadence().step();
    for (TrueDeviation deviation : deviations) {
      deviationsOf.computeIfAbsent(deviation.series().id(), k -> new ArrayList<>()).add(deviation);
    }
    windows.forEach(w -> windowsOf.computeIfAbsent(w.series(), k -> new ArrayList<>()).add(w));
    windowsOf.values().forEach(list -> list.sort(Comparator.comparing(FoundWindow::onset)));
  }

  List<TrueDeviation> deviations() {
    return deviations;
  }

  List<FoundWindow> windows() {
    return windows;
  }

  /** {@return the first window to its side that overlaps a deviation} */
  Optional<FoundWindow> found(TrueDeviation deviation) {
    return windowsOf.getOrDefault(deviation.series().id(), List.of()).stream()
        .filter(w -> w.direction() == deviation.happening().direction())
        .filter(w -> overlap(w, deviation))
        .findFirst();
  }

  /** {@return the deviations that overlap a window, of either side: a promotion's end is one} */
  List<TrueDeviation> truths(FoundWindow window) {
    return deviationsOf.getOrDefault(window.series(), List.of()).stream()
        .filter(d -> overlap(window, d))
        .toList();
  }

  /**
   * {@return the deviation that each report is about, loud ones first; reports of none left out}
   */
  Map<MinorityReport, TrueDeviation> reports() {
    Map<MinorityReport, TrueDeviation> about = new LinkedHashMap<>();
    for (FoundWindow window : windows) {
      for (TrueDeviation truth : truths(window)) {
        boolean sameSide = window.direction() == truth.happening().direction();
        TrueDeviation before = about.get(window.report());
        if (sameSide && (before == null || (truth.isScored() && !before.isScored()))) {
          about.put(window.report(), truth);
        }
      }
    }
    return about;
  }

  /** {@return whether another happening is under way at the series when a deviation begins} */
  boolean isHidden(TrueDeviation deviation) {
    Instant onset = deviation.scoredOnset().orElseThrow();
    return deviationsOf.getOrDefault(deviation.series().id(), List.of()).stream()
        .filter(d -> !d.happening().id().equals(deviation.happening().id()))
        .anyMatch(
            d ->
                !d.series().steps().from().isAfter(onset)
                    && d.series().steps().to().plus(CLOSING).isAfter(onset));
  }

  private boolean overlap(FoundWindow window, TrueDeviation deviation) {
    return window.onset().isBefore(deviation.series().steps().to())
        && window.end().isAfter(deviation.series().steps().from().minus(step));
  }
}
