package org.minorityreport.api.stage;

/**
 * Decisions to outcomes.
 *
 * <p>A pure function: no state, no clock, no log; equal arguments give equal results on any thread.
 */
public interface FinalisationStage {
  /**
   * Decides what becomes of reports after one commit (spec 4.5).
   *
   * @param task what it is given
   * @return the outcomes that differ from the newest ones
   */
  FinalisationResult finalise(FinalisationTask task);
}
