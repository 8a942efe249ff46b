package org.minorityreport.core.model;

/**
 * A call that gave nothing to go by. Immutable.
 *
 * @param by the model that was asked
 * @param outcome {@link ModelEdge#FAILED} if it threw, {@link ModelEdge#REJECTED} if its answer
 *     breaks a rule
 * @param message what went wrong
 */
public record FailedCall(CalledModel by, String outcome, String message) {}
