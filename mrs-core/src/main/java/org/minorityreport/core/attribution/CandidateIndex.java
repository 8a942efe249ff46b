package org.minorityreport.core.attribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.AttributionSettings;

/**
 * The candidates of one tick by the place they name, so that a report meets only those of its own
 * store, city and region and those of everywhere. Immutable.
 */
final class CandidateIndex {
  /** Kind and id name a candidate; the rest only tells apart rows that break that. */
  private static final Comparator<Candidate> BY_KIND_AND_ID =
      Comparator.comparing(Candidate::kind)
          .thenComparing(Candidate::ref)
          .thenComparing(Candidate::contentHash);

  private static final String EVERYWHERE = "everywhere";

  private final AttributionSettings settings;
  private final Instant tick;
  private final Map<String, List<Candidate>> byPlace = new HashMap<>();

  /**
   * Sorts candidates by place.
   *
   * @param candidates all that are known at the tick
   * @param span what the windows of all reports span; others are left out at once
   */
  CandidateIndex(
      Collection<Candidate> candidates, TimeSpan span, Instant tick, AttributionSettings settings) {
    this.settings = settings;
    this.tick = tick;
    TimeSpan widened = widened(span);
    for (Candidate candidate : candidates) {
      if (overlaps(candidate, widened)) {
        for (String place : places(candidate)) {
          byPlace.computeIfAbsent(place, p -> new ArrayList<>()).add(candidate);
        }
      }
    }
  }

  /** {@return the candidates that touch a report in time, place and product, by kind and id} */
  List<Candidate> of(ReportSpine report, Store store) {
    TimeSpan window = window(report, tick);
    TimeSpan widened = widened(window);
    Set<Candidate> found = new TreeSet<>(BY_KIND_AND_ID);
    for (String place : places(store)) {
      for (Candidate candidate : byPlace.getOrDefault(place, List.of())) {
        if (overlaps(candidate, widened)
            && !isStanding(candidate, window.from())
            && concerns(candidate, report)) {
          found.add(candidate);
        }
      }
    }
    return List.copyOf(found);
  }

  /** {@return the window of a report; that of an open one reaches to the tick} */
  static TimeSpan window(ReportSpine report, Instant tick) {
    Instant start = report.windowStart();
    Instant end = report.windowEnd().orElse(tick);
    return TimeSpan.of(start, end.isBefore(start) ? start : end);
  }

  private TimeSpan widened(TimeSpan window) {
    return TimeSpan.of(window.from().minus(settings.lead()), window.to().plus(settings.lag()));
  }

  private static boolean overlaps(Candidate candidate, TimeSpan span) {
    return candidate.start().isBefore(span.to())
        && (candidate.end().isEmpty() || candidate.end().get().isAfter(span.from()));
  }

  /**
   * Whether a candidate is a standing condition for a window: it lasts too long, or has no end and
   * had lasted too long when the window began. That moment never moves, so an entry does not drop
   * out while a report is open.
   */
  private boolean isStanding(Candidate candidate, Instant windowStart) {
    Instant bound = candidate.start().plus(settings.standingCondition());
    return candidate.end().orElse(windowStart).isAfter(bound);
  }

  private static boolean concerns(Candidate candidate, ReportSpine report) {
    return candidate.skus().isEmpty()
        || candidate.skus().stream().anyMatch(report.skus()::contains);
  }

  private static List<String> places(Candidate candidate) {
    if (Candidates.isPlaceless(candidate)) {
      return List.of(EVERYWHERE);
    }
    List<String> places = new ArrayList<>();
    candidate.regions().forEach(region -> places.add("region:" + region));
    candidate.cities().forEach(city -> places.add("city:" + city));
    candidate.storeIds().forEach(id -> places.add("store:" + id.value()));
    return places;
  }

  private static List<String> places(Store store) {
    List<String> places = new ArrayList<>();
    places.add(EVERYWHERE);
    store.region().ifPresent(region -> places.add("region:" + region));
    store.city().ifPresent(city -> places.add("city:" + city));
    places.add("store:" + store.storeId().value());
    return places;
  }
}
