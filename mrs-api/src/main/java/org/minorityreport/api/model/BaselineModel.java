package org.minorityreport.api.model;

import org.minorityreport.api.series.Expectations;

/**
 * The baseline role: how much would have been sold had nothing happened?
 *
 * <p>Called by core once per series and tick, on any thread. Deterministic, thread-safe, without
 * I/O; it neither changes nor keeps what it is given.
 *
 * <p>Causal: what it says of a step depends on unmasked sales before that step only, within {@link
 * ModelInfo#lookBack()}.
 */
public interface BaselineModel extends Model {
  /**
   * Expected units and spread of each step asked about.
   *
   * @param question what is asked; not to be changed or kept
   * @return one expectation per step of {@link BaselineQuestion#asked()}; unknown where history is
   *     too short
   */
  Expectations expect(BaselineQuestion question);
}
