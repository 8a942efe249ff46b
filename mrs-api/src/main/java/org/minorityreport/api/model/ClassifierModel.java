package org.minorityreport.api.model;

/**
 * The classifier role: which steps deviate, and when is that an alarm?
 *
 * <p>Called by core once per series and tick, on any thread. Deterministic, thread-safe, without
 * I/O; it neither changes nor keeps what it is given.
 *
 * <p>Core alone opens and closes windows from the answer.
 */
public interface ClassifierModel extends Model {
  /**
   * Deviating steps and alarms among the steps asked about.
   *
   * @param question what is asked; not to be changed or kept
   * @return deviating steps and alarms; none of them outside those steps, none at an unknown step
   */
  ClassifierAnswer classify(ClassifierQuestion question);
}
