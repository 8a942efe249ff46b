package org.minorityreport.api.model;

/**
 * The attribution role: what caused this?
 *
 * <p>Called by core once per report and tick, on any thread. Deterministic, thread-safe, without
 * I/O; it neither changes nor keeps what it is given.
 */
public interface AttributionModel extends Model {
  /**
   * Ranks causes.
   *
   * @param question what is asked; not to be changed or kept
   * @return every cause considered, or an abstention
   */
  AttributionAnswer attribute(AttributionQuestion question);
}
