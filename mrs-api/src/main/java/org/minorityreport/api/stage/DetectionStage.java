package org.minorityreport.api.stage;

import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;

/**
 * Sales to reports, one store at a time.
 *
 * <p>A pure function: no state, no clock, no log; equal arguments give equal results on any thread.
 */
public interface DetectionStage {
  /**
   * Processes one tick.
   *
   * @param task what it is given
   * @param baseline the model in service
   * @param classifier the model in service
   * @return rows, calls to models and what the next tick needs
   * @throws org.minorityreport.api.error.ModelException if a model fails or breaks its contract
   */
  DetectionResult detect(DetectionTask task, BaselineModel baseline, ClassifierModel classifier);
}
