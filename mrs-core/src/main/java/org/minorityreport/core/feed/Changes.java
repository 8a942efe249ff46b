package org.minorityreport.core.feed;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.feed.Assessment;
import org.minorityreport.api.feed.AssessmentStatus;
import org.minorityreport.api.feed.ChangeKind;
import org.minorityreport.api.feed.FeedChange;
import org.minorityreport.api.feed.FeedOptions;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.SeriesId;

/**
 * The differences between two states of a feed. Only days are read of which a row came or went, or
 * on which a window differs.
 */
final class Changes {
  private static final String GONE = "gone";

  private final FeedState before;
  private final FeedState after;
  private final FeedOptions options;
  private final long position;

  Changes(FeedState before, FeedState after, FeedOptions options) {
    this.before = before;
    this.after = after;
    this.options = options;
    this.position = after.position().value();
  }

  /** Gives the changed assessments by report, then the changed steps by store, SKU and time. */
  void read(Consumer<? super FeedChange> reader) {
    assessments(reader);
    NavigableSet<SeriesId> series = new TreeSet<>(before.days().index().series());
    series.addAll(after.days().index().series());
    for (SeriesId one : series) {
      if (options.wants(one.store(), one.sku())) {
        steps(one, reader);
      }
    }
  }

  private void assessments(Consumer<? super FeedChange> reader) {
    NavigableSet<ReportId> ids = new TreeSet<>(before.assessments().keySet());
    ids.addAll(after.assessments().keySet());
    for (ReportId id : ids) {
      Assessment old = before.assessments().get(id);
      Assessment now = after.assessments().get(id);
      if (old == null) {
        reader.accept(change(ChangeKind.ADDED).assessment(now).build());
      } else if (now == null) {
        reader.accept(withdrawn(id, old));
      } else if (!old.equals(now)) {
        reader.accept(change(ChangeKind.REVISED).assessment(now).build());
      }
    }
  }

  private FeedChange withdrawn(ReportId id, Assessment last) {
    String reason = after.absent().getOrDefault(id, GONE);
    Assessment said =
        reason.equals(Standing.SUPERSEDED)
            ? Assessment.builder().from(last).status(AssessmentStatus.SUPERSEDED).build()
            : last;
    return change(ChangeKind.WITHDRAWN).reason(reason).assessment(said).build();
  }

  private void steps(SeriesId series, Consumer<? super FeedChange> reader) {
    NavigableSet<Long> days = new TreeSet<>();
    SortedMap<Long, List<DayPlace>> daysBefore = before.days().days(series);
    SortedMap<Long, List<DayPlace>> daysAfter = after.days().days(series);
    NavigableSet<Long> all = new TreeSet<>(daysBefore.keySet());
    all.addAll(daysAfter.keySet());
    for (long day : all) {
      boolean sameRows =
          rows(before, series, daysBefore.get(day)).equals(rows(after, series, daysAfter.get(day)));
      if (!sameRows || !windows(before, series, day).equals(windows(after, series, day))) {
        days.add(day);
      }
    }
    for (long day : days) { // a day at a time, so that no more is held
      steps(series, day, reader);
    }
  }

  private void steps(SeriesId series, long day, Consumer<? super FeedChange> reader) {
    Map<Instant, ProtectedStep> old = new TreeMap<>();
    new ProtectedSales(before, options)
        .read(series, d -> d == day, step -> old.put(step.timestamp(), step));
    Map<Instant, ProtectedStep> now = new TreeMap<>();
    new ProtectedSales(after, options)
        .read(series, d -> d == day, step -> now.put(step.timestamp(), step));
    NavigableSet<Instant> times = new TreeSet<>(old.keySet());
    times.addAll(now.keySet());
    for (Instant time : times) {
      ProtectedStep was = old.get(time);
      ProtectedStep is = now.get(time);
      if (was == null) {
        reader.accept(change(ChangeKind.ADDED).step(is).build());
      } else if (is == null) {
        reader.accept(change(ChangeKind.WITHDRAWN).step(was).build());
      } else if (!was.equals(is)) {
        reader.accept(change(ChangeKind.REVISED).step(is).build());
      }
    }
  }

  private static List<Optional<Long>> rows(
      FeedState state, SeriesId series, @Nullable List<DayPlace> places) {
    return places == null
        ? List.of()
        : places.stream()
            .map(p -> Optional.ofNullable(state.days().index().rows(series).get(p)))
            .toList();
  }

  private static List<FeedWindow> windows(FeedState state, SeriesId series, long day) {
    return state.windows().of(series).stream().filter(w -> w.touches(day)).toList();
  }

  private FeedChange.Builder change(ChangeKind kind) {
    return FeedChange.builder().position(position).kind(kind);
  }
}
