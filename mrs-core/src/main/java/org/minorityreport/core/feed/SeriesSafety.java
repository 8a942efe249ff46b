package org.minorityreport.core.feed;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.feed.LeftOutShare;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.feed.StepRun;
import org.minorityreport.api.id.SeriesId;

/** Counts what is left out of one series, step by step in order of time. One thread at a time. */
final class SeriesSafety {
  static final double MILLION = 1e6;

  private final SeriesId series;
  private final Map<LocalDate, long[]> weeks = new TreeMap<>();
  private final Stretch leftOut = new Stretch();
  private final Stretch kept = new Stretch();
  private @Nullable Instant reached;
  private long known;
  private long millionths;

  SeriesSafety(SeriesId series) {
    this.series = series;
  }

  void add(ProtectedStep step) {
    Instant end = step.cadence().plus(step.timestamp(), 1);
    boolean gap = reached != null && !step.timestamp().equals(reached);
    reached = end;
    if (step.actualUnits().isEmpty() || gap) {
      kept.end();
    }
    if (step.actualUnits().isEmpty()) {
      return;
    }
    long left = Math.round((1 - step.weight()) * MILLION);
    known++;
    millionths += left;
    long[] week = weeks.computeIfAbsent(week(step.timestamp()), w -> new long[2]);
    week[0]++;
    week[1] += left;
    if (left > 0) {
      leftOut.add(step.timestamp(), end);
      kept.end();
    } else {
      kept.add(step.timestamp(), end);
      leftOut.end();
    }
  }

  private static LocalDate week(Instant time) {
    return LocalDate.ofInstant(time, ZoneOffset.UTC)
        .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
  }

  SeriesId series() {
    return series;
  }

  long known() {
    return known;
  }

  /** {@return the sum of 1 - weight, in millionths} */
  long millionths() {
    return millionths;
  }

  /** {@return the weeks of which something is left out} */
  List<LeftOutShare> shares() {
    List<LeftOutShare> shares = new ArrayList<>();
    weeks.forEach(
        (week, count) -> {
          if (count[1] > 0) {
            shares.add(
                LeftOutShare.builder()
                    .storeId(series.store())
                    .sku(series.sku())
                    .week(week)
                    .knownSteps(count[0])
                    .leftOut(count[1] / MILLION)
                    .share(count[1] / MILLION / count[0])
                    .build());
          }
        });
    return shares;
  }

  Optional<StepRun> longestLeftOut() {
    return leftOut.longest();
  }

  Optional<StepRun> longestKept() {
    return kept.longest();
  }

  /** The longest of some stretches, the first of equals. */
  private final class Stretch {
    private @Nullable Instant from;
    private Instant to = Instant.EPOCH;
    private long steps;
    private @Nullable StepRun longest;

    void add(Instant start, Instant end) {
      if (from == null) {
        from = start;
        steps = 0;
      }
      steps++;
      to = end;
      if (longest == null || steps > longest.steps()) {
        longest =
            StepRun.builder()
                .storeId(series.store())
                .sku(series.sku())
                .start(from)
                .end(to)
                .steps(steps)
                .build();
      }
    }

    void end() {
      from = null;
    }

    Optional<StepRun> longest() {
      return Optional.ofNullable(longest);
    }
  }
}
