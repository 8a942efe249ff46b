package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Steps;

/** Which steps each of several ticks is the first to see. Immutable. */
final class TickSteps {
  private final List<Instant> ticks;
  private final Cadence cadence;
  private final Instant before;
  private final long[] seen;

  /**
   * The steps of some ticks.
   *
   * @param ticks the moments, in order
   * @param steps all steps of the series
   * @param before the end of those that were seen before the first tick
   */
  TickSteps(List<Instant> ticks, Steps steps, Instant before) {
    this.ticks = ticks;
    this.cadence = steps.cadence();
    this.before = before;
    this.seen = new long[ticks.size()];
    long last = before.getEpochSecond();
    for (int i = 0; i < seen.length; i++) {
      Instant end = cadence.floor(ticks.get(i));
      last = Math.max(last, Math.min(end.getEpochSecond(), steps.to().getEpochSecond()));
      seen[i] = last;
    }
  }

  /** {@return how many ticks there are} */
  int count() {
    return seen.length;
  }

  /** {@return the moment of a tick} */
  Instant tick(int index) {
    return ticks.get(index);
  }

  /** {@return the end of the steps that a tick sees} */
  Instant seenTo(int index) {
    return index < 0 ? before : Instant.ofEpochSecond(seen[index]);
  }

  /** {@return the steps that a tick is the first to see} */
  Steps added(int index) {
    return Steps.between(seenTo(index - 1), seenTo(index), cadence);
  }

  /** {@return whether a tick sees a step that the tick before did not} */
  boolean isAdding(int index) {
    return seen[index] > (index == 0 ? before.getEpochSecond() : seen[index - 1]);
  }

  /** {@return whether a tick is the first to see the last step of a UTC day} */
  boolean isEndingDay(int index, Cadence day) {
    return isAdding(index) && !day.floor(seenTo(index - 1)).equals(day.floor(seenTo(index)));
  }

  /** {@return the first tick from one on that sees further than a time; the count if none does} */
  int firstBeyond(Instant time, int from) {
    int at = Arrays.binarySearch(seen, time.getEpochSecond() + 1);
    return Math.max(from, at < 0 ? -at - 1 : at);
  }

  /** {@return the first tick from one on that adds one of some steps; the count if none does} */
  int firstAdding(Instant firstStep, Instant lastStep, int from) {
    Instant known = seenTo(from - 1);
    if (known.isAfter(lastStep)) {
      return count();
    }
    return firstBeyond(firstStep.isAfter(known) ? firstStep : known, from);
  }
}
