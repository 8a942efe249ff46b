package org.minorityreport.api.stage;

import org.minorityreport.api.model.ClusterModel;

/**
 * Reports to clusters.
 *
 * <p>A pure function: no state, no clock, no log; equal arguments give equal results on any thread.
 */
public interface ClusteringStage {
  /**
   * Processes one tick.
   *
   * @param task what it is given
   * @param cluster the model in service
   * @return rows, calls to models and what the next tick needs
   * @throws org.minorityreport.api.error.ModelException if a model fails or breaks its contract
   */
  ClusteringResult cluster(ClusteringTask task, ClusterModel cluster);
}
