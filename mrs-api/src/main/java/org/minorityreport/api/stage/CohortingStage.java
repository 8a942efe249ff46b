package org.minorityreport.api.stage;

import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.ModelRoute;

/**
 * Reports to events.
 *
 * <p>A pure function: no state, no clock, no log; equal arguments give equal results on any thread.
 */
public interface CohortingStage {
  /**
   * Processes one tick.
   *
   * @param task what it is given
   * @param cohort the models in service
   * @return rows, dead letters of calls, calls to models and what the next tick needs; what no
   *     model answered is marked in its row
   */
  CohortingResult join(CohortingTask task, ModelRoute<CohortModel> cohort);

  /**
   * Processes one tick without a fallback.
   *
   * @param task what it is given
   * @param cohort the model in service
   * @return as {@link #join(CohortingTask, ModelRoute)}
   */
  default CohortingResult join(CohortingTask task, CohortModel cohort) {
    return join(task, ModelRoute.of(cohort));
  }
}
