package org.minorityreport.api.stage;

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
