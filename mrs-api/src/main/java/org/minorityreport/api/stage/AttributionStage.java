package org.minorityreport.api.stage;

import org.minorityreport.api.model.AttributionModel;

/**
 * Reports to proposed causes.
 *
 * <p>A pure function: no state, no clock, no log; equal arguments give equal results on any thread.
 */
public interface AttributionStage {
  /**
   * Processes one tick.
   *
   * @param task what it is given
   * @param attribution the model in service
   * @return rows, calls to models and what the next tick needs
   * @throws org.minorityreport.api.error.ModelException if a model fails or breaks its contract
   */
  AttributionResult attribute(AttributionTask task, AttributionModel attribution);
}
