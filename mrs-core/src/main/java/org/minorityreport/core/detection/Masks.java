package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.Exclusion;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;

/** What a baseline model must not learn from when it says what to expect of a step (spec 2.3a). */
final class Masks {
  private Masks() {}

  /** The mask for a step: also what people confirmed before it. */
  static StepMask at(Instant step, SeriesInput input, SeriesCarry carry) {
    List<TimeSpan> hidden = new ArrayList<>(input.exclusions().spans());
    for (Exclusion exclusion : input.decided()) {
      if (exclusion.holdsAt(step)) {
        hidden.add(exclusion.span());
      }
    }
    carry.openWindow().ifPresent(w -> hidden.add(TimeSpan.of(w.onset(), Instant.MAX)));
    carry.structuralChange().ifPresent(c -> hidden.add(TimeSpan.of(Instant.MIN, c.onset())));
    return StepMask.of(hidden);
  }

  /** Cuts steps where a decision begins or ceases to count, so that each part has one mask. */
  static List<Steps> apart(List<Exclusion> decided, Steps steps) {
    Cadence cadence = steps.cadence();
    TreeSet<Instant> cuts = new TreeSet<>();
    for (Exclusion exclusion : decided) {
      cuts.add(firstFrom(exclusion.since(), cadence));
      exclusion.until().ifPresent(until -> cuts.add(firstFrom(until, cadence)));
    }
    List<Steps> parts = new ArrayList<>();
    Instant from = steps.from();
    for (Instant cut : cuts) {
      if (cut.isAfter(from) && cut.isBefore(steps.to())) {
        parts.add(Steps.between(from, cut, cadence));
        from = cut;
      }
    }
    parts.add(Steps.between(from, steps.to(), cadence));
    return parts;
  }

  /** The first step that does not begin before a time. */
  private static Instant firstFrom(Instant time, Cadence cadence) {
    Instant floor = cadence.floor(time);
    return floor.equals(time) ? floor : cadence.plus(floor, 1);
  }
}
