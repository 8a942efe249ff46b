package org.minorityreport.api.series;

import java.time.Instant;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a series that a baseline model must not learn from: confirmed exclusions, and the
 * windows that were raised before the step asked about and are still open. Immutable.
 */
public final class StepMask {
  private static final StepMask NONE = new StepMask(List.of());

  private final List<TimeSpan> spans;

  private StepMask(List<TimeSpan> spans) {
    this.spans = spans;
  }

  /**
   * The mask that hides nothing.
   *
   * @return the empty mask
   */
  public static StepMask none() {
    return NONE;
  }

  /**
   * The mask over some spans.
   *
   * @param spans any spans; a step is masked if its start lies in one of them
   * @return the mask
   */
  public static StepMask of(List<TimeSpan> spans) {
    return spans.isEmpty()
        ? NONE
        : new StepMask(
            spans.stream()
                .sorted(Comparator.comparing(TimeSpan::from).thenComparing(TimeSpan::to))
                .distinct()
                .toList());
  }

  /**
   * The masked spans.
   *
   * @return immutable, by start, then end; they may overlap
   */
  public List<TimeSpan> spans() {
    return spans;
  }

  /**
   * Whether nothing is masked.
   *
   * @return true for {@link #none()}
   */
  public boolean isEmpty() {
    return spans.isEmpty();
  }

  /**
   * Whether a step is masked.
   *
   * @param step the start of the step
   * @return true if it lies in one of the spans
   */
  public boolean hides(Instant step) {
    for (TimeSpan span : spans) {
      if (span.contains(step)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@return which of some steps {@link #hides} masks, by index: for who asks about all of them}
   */
  BitSet among(Steps steps) {
    BitSet hidden = new BitSet(steps.count());
    for (TimeSpan span : spans) {
      int from = firstFrom(steps, span.from());
      int to = firstFrom(steps, span.to());
      if (from < to) {
        hidden.set(from, to);
      }
    }
    return hidden;
  }

  /** The first step that does not begin before a time, which need not lie on the grid. */
  private static int firstFrom(Steps steps, Instant time) {
    if (!time.isAfter(steps.from())) {
      return 0;
    }
    if (!time.isBefore(steps.to())) {
      return steps.count();
    }
    int index = steps.indexOf(time);
    while (index > 0 && !steps.timeAt(index - 1).isBefore(time)) {
      index--;
    }
    while (index < steps.count() && steps.timeAt(index).isBefore(time)) {
      index++;
    }
    return index;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof StepMask that && spans.equals(that.spans);
  }

  @Override
  public int hashCode() {
    return spans.hashCode();
  }

  @Override
  public String toString() {
    return "masked " + spans;
  }
}
