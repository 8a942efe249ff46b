/**
 * Says where shown values come from: {@link org.minorityreport.core.provenance.Provenance} makes
 * trails, explanations and histories of fields, {@link
 * org.minorityreport.core.provenance.ProvenanceText} their readable form.
 *
 * <p>{@code BearingRows} picks out of all logs the rows that bear on one report or event: its own,
 * those of the reports it shares an event with, and the runs of stages and stores that they rest
 * on. Hydration along a {@code CloseUpStore} of those rows is hydration of the run where the
 * subject is concerned, at any commit, so a trail costs one pass over the logs and then grows with
 * the rows of the subject, not of the run. {@code ReportFields} and {@code EventFields} are the
 * tables that say for each field whether it stands in a row or how it is computed from rows.
 *
 * <p>A part of a log that cannot be read is left out and named; the answer is made of the rest.
 */
@NullMarked
package org.minorityreport.core.provenance;

import org.jspecify.annotations.NullMarked;
