package org.minorityreport.core.feed;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.SeriesId;

/**
 * The steps of a series that belong to a report.
 *
 * @param series the series
 * @param from start of the first step
 * @param to end of the last step
 * @param open whether it goes on
 * @param report the report
 * @param event its event
 * @param excluded whether the report is recommended to be excluded
 * @param weight weight of its steps
 */
record FeedWindow(
    SeriesId series,
    Instant from,
    Instant to,
    boolean open,
    ReportId report,
    Optional<EventId> event,
    boolean excluded,
    double weight) {
  /** What is excluded comes first, so that nothing else takes its steps. */
  static final Comparator<FeedWindow> BY_CLAIM =
      Comparator.comparing((FeedWindow w) -> !w.excluded())
          .thenComparing(FeedWindow::from)
          .thenComparing(FeedWindow::report);

  static final Comparator<FeedWindow> BY_TIME =
      Comparator.comparing(FeedWindow::from).thenComparing(FeedWindow::report);

  boolean contains(Instant step) {
    return !step.isBefore(from) && step.isBefore(to);
  }

  boolean touches(long day) {
    return from.getEpochSecond() < DayReader.endOf(day).getEpochSecond()
        && to.getEpochSecond() > day;
  }

  FeedWindow startingAt(Instant start) {
    return new FeedWindow(series, start, to, open, report, event, excluded, weight);
  }

  FeedWindow endingAt(Instant end) {
    return new FeedWindow(series, from, end, open, report, event, excluded, weight);
  }
}
