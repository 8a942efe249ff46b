package org.minorityreport.api.stage;

import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.ModelRoute;

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
   * @param attribution the models in service
   * @return rows, dead letters of calls, calls to models and what the next tick needs; what no
   *     model answered is marked in its row
   */
  AttributionResult attribute(AttributionTask task, ModelRoute<AttributionModel> attribution);

  /**
   * Processes one tick without a fallback.
   *
   * @param task what it is given
   * @param attribution the model in service
   * @return as {@link #attribute(AttributionTask, ModelRoute)}
   */
  default AttributionResult attribute(AttributionTask task, AttributionModel attribution) {
    return attribute(task, ModelRoute.of(attribution));
  }
}
