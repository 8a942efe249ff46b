package org.minorityreport.api.model;

import java.util.List;
import org.minorityreport.api.record.ClusterOutput;

/**
 * The cluster role: which known shape is this?
 *
 * <p>Called by core once per report and tick, on any thread. Deterministic, thread-safe, without
 * I/O; it neither changes nor keeps what it is given.
 */
public interface ClusterModel extends Model {
  /**
   * Compares a shape with the library of the model.
   *
   * @param question what is asked; not to be changed or kept
   * @return the cluster matched, or none with the nearest and its distance
   */
  ClusterOutput compare(ClusterQuestion question);

  /**
   * What the model compares with when it enters service; asked once per process, before its first
   * answer is kept. It becomes the first rows of cluster_library_log.
   *
   * @return clusters, each id once; empty unless the model says otherwise
   */
  default List<KnownCluster> library() {
    return List.of();
  }
}
