package org.minorityreport.mock.classifier;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.series.Steps;

/**
 * Finds deviating steps by the robust z-score of their residual (actual minus expected, over the
 * spread), and alarms by that of residuals summed over up to two hours, never fewer than one step.
 *
 * <p>Whether a step begins to deviate is read from it alone, so that an onset is sharp; whether a
 * fainter one goes on with that, from the sums of the steps before it; whether all that is an
 * alarm, from the sums that end at a deviating step. All look backwards only: nothing said of a
 * step changes when later steps are added. The bound for an alarm lies far above the one for a
 * deviation (hysteresis): once raised, an anomaly lasts as long as it merely deviates. Where
 * earlier steps are missing, fewer sums can be made, so a shorter look-back never adds an alarm.
 *
 * <p>Immutable and thread-safe.
 */
public final class MockClassifier implements ClassifierModel {
  private static final ModelInfo INFO =
      ModelInfo.builder()
          .name("mock-classifier")
          .version("1")
          .lookBack(Duration.ofHours(12))
          .minimumHistory(Duration.ZERO)
          .build();

  private MockClassifier() {}

  /**
   * The model; it has no parameters.
   *
   * @param config read by nothing
   * @return the model
   */
  @SuppressWarnings("unused") // every model is created from a configuration
  public static MockClassifier create(ModelConfig config) {
    return new MockClassifier();
  }

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public ClassifierAnswer classify(ClassifierQuestion question) {
    Steps steps = question.series().steps();
    Bounds bounds = Bounds.of(steps.cadence());
    Residuals residuals = new Residuals(question.series(), question.expectations());
    Sides sides = new Sides(residuals, bounds);
    byte[] signs = new byte[steps.count()];
    List<Alarm> alarms = new ArrayList<>();
    @Nullable Run run = null;
    for (int i = 0; i < signs.length; i++) {
      if (!residuals.isKnown(i)) {
        continue; // neither breaks nor extends a run
      }
      signs[i] = (byte) sides.next(i);
      if (run != null && run.side() != signs[i]) {
        run.alarm(steps).ifPresent(alarms::add);
        run = null;
      }
      if (signs[i] != 0) {
        run = run == null ? new Run(i, signs[i], bounds) : run;
        run.add(i, residuals);
      }
    }
    if (run != null) {
      run.alarm(steps).ifPresent(alarms::add);
    }
    return ClassifierAnswer.of(steps, signs, alarms);
  }
}
