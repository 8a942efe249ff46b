package org.minorityreport.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StructuralChange;

/** How far back a tick looks, and how far back an onset may lie. */
record Span(
    Instant tick,
    Cadence cadence,
    Duration baselineLookBack,
    Duration classifierLookBack,
    Duration maxBackdate) {
  private static final Duration DAY = Duration.ofDays(1);

  static Span of(
      DetectionTask task,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier) {
    Cadence cadence =
        task.series().stream()
            .map(SeriesInput::series)
            .findFirst()
            .map(s -> s.steps().cadence())
            .orElse(Cadence.of(DAY));
    return new Span(
        task.tick(),
        cadence,
        lookBack(baseline),
        lookBack(classifier),
        cadence.step().multipliedBy(task.settings().maxBackdateSteps()));
  }

  /** The longest look-back of the models that may answer. */
  private static Duration lookBack(ModelRoute<?> route) {
    return route.models().stream()
        .map(model -> model.info().lookBack())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Whether a structural change still counts. */
  boolean isWithinLookBack(StructuralChange change) {
    return !change.closedAt().plus(baselineLookBack).isBefore(tick);
  }

  /** {@return the same, at another tick} */
  Span at(Instant otherTick) {
    return new Span(otherTick, cadence, baselineLookBack, classifierLookBack, maxBackdate);
  }

  /** No report that is raised at this tick or later has an earlier onset. */
  Instant earliestOnset() {
    return tick.minus(maxBackdate);
  }

  /**
   * From where expectations are kept: the classifier's look-back before an onset, and at least a
   * day, so that the row of a day holds the whole day.
   */
  Instant retainedFrom(Instant onset) {
    Instant forClassifier = onset.minus(classifierLookBack);
    Instant forDay = tick.minus(DAY).minus(cadence.step());
    return cadence.floor(forClassifier.isBefore(forDay) ? forClassifier : forDay);
  }
}
