package org.minorityreport.api.stage;

import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ModelRoute;

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
   * @param cluster the models in service
   * @return rows, dead letters of calls, calls to models and what the next tick needs; what no
   *     model answered is marked in its row
   */
  ClusteringResult cluster(ClusteringTask task, ModelRoute<ClusterModel> cluster);

  /**
   * Processes one tick without a fallback.
   *
   * @param task what it is given
   * @param cluster the model in service
   * @return as {@link #cluster(ClusteringTask, ModelRoute)}
   */
  default ClusteringResult cluster(ClusteringTask task, ClusterModel cluster) {
    return cluster(task, ModelRoute.of(cluster));
  }
}
