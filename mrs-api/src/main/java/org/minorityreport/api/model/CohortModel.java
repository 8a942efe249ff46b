package org.minorityreport.api.model;

/**
 * The cohort role: do these two share a cause?
 *
 * <p>Called by core once per pair and tick, on any thread. Deterministic, thread-safe, without I/O;
 * it neither changes nor keeps what it is given.
 */
public interface CohortModel extends Model {
  /**
   * Compares two reports of one direction whose windows and onsets lie close to each other.
   *
   * @param question what is asked; not to be changed or kept
   * @return score and reasons; symmetric in the two
   */
  CohortAnswer compare(CohortQuestion question);
}
