package org.minorityreport.api.stage;

import java.util.List;
import java.util.Optional;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelRoute;

/**
 * Sales to reports, one store at a time.
 *
 * <p>A pure function: no state, no clock, no log; equal arguments give equal results on any thread.
 */
public interface DetectionStage {
  /**
   * Processes one tick. A series about which no model of a role answers is not folded: its steps
   * count as first seen by the next tick that folds it.
   *
   * @param task what it is given
   * @param baseline the models in service
   * @param classifier the models in service
   * @return rows, dead letters of calls, calls to models and what the next tick needs
   */
  DetectionResult detect(
      DetectionTask task,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier);

  /**
   * Processes several ticks of one store in one pass, if the stage can: with equal results as
   * {@link #detect(DetectionTask, ModelRoute, ModelRoute)} tick by tick, but that each carry but
   * the last may be left out.
   *
   * @param tasks what it is given
   * @param baseline the models in service
   * @param classifier the models in service
   * @return the results by tick; empty if the ticks have to be processed one by one
   */
  default Optional<List<DetectionResult>> detectAll(
      DetectionTasks tasks,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier) {
    return Optional.empty();
  }

  /**
   * Processes one tick without fallbacks.
   *
   * @param task what it is given
   * @param baseline the model in service
   * @param classifier the model in service
   * @return as {@link #detect(DetectionTask, ModelRoute, ModelRoute)}
   */
  default DetectionResult detect(
      DetectionTask task, BaselineModel baseline, ClassifierModel classifier) {
    return detect(task, ModelRoute.of(baseline), ModelRoute.of(classifier));
  }
}
