package org.minorityreport.api.stage;

import org.minorityreport.api.model.CohortModel;

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
   * @param cohort the model in service
   * @return rows, calls to models and what the next tick needs
   * @throws org.minorityreport.api.error.ModelException if a model fails or breaks its contract
   */
  CohortingResult join(CohortingTask task, CohortModel cohort);
}
