package org.minorityreport.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.core.model.Models;

/**
 * How far back a tick can look (spec 2.4). Immutable.
 *
 * @param baseline of the baseline model
 * @param classifier of the classifier
 * @param settings bounds of detection
 * @param cadence length of a step
 */
record LookBack(
    Duration baseline, Duration classifier, DetectionSettings settings, Cadence cadence) {
  private static final Duration DAY = Duration.ofDays(1);

  static LookBack of(Models models, DetectionSettings settings, Cadence cadence) {
    return new LookBack(
        longest(models.baseline()), longest(models.classifier()), settings, cadence);
  }

  /** {@return the longest look-back of the models that may answer} */
  static Duration longest(ModelRoute<?> route) {
    return route.models().stream()
        .map(model -> model.info().lookBack())
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** {@return the moment before which a tick needs nothing at all} */
  Instant bound(Instant tick) {
    return tick.minus(baseline).minus(classifier).minus(settings.maxEventDuration());
  }

  /**
   * The first step of which the tick after one needs what was expected, if no window is open: what
   * a fold that begins there says by itself.
   */
  Instant saidFrom(Instant tick) {
    Instant onset = tick.minus(cadence.step().multipliedBy(settings.maxBackdateSteps()));
    Instant forClassifier = onset.minus(classifier);
    Instant forDay = tick.minus(DAY).minus(cadence.step());
    return cadence.floor(forClassifier.isBefore(forDay) ? forClassifier : forDay);
  }
}
