/**
 * Finalisation: what decisions of people and policies come to, report by report (spec 4.5). {@link
 * org.minorityreport.core.finalisation.Finalisation} is the precedence, {@link
 * org.minorityreport.core.finalisation.ShownCause} what an act decides for, {@link
 * org.minorityreport.core.finalisation.FinalisedRows} makes rows of outcomes.
 *
 * <p>All of it is pure. {@link org.minorityreport.core.decision.Ruling} says what the acts about
 * one report or event come to, {@link org.minorityreport.core.decision.EventPath} of which events a
 * report inherits; {@code core.run} reads the logs, one commit at a time.
 */
@NullMarked
package org.minorityreport.core.finalisation;

import org.jspecify.annotations.NullMarked;
