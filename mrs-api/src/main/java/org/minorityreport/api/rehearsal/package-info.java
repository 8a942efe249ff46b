/**
 * Runs side by side: a report ({@link org.minorityreport.api.rehearsal.Replay}) or a whole run
 * ({@link org.minorityreport.api.rehearsal.Rehearsal}) made again from source and held against the
 * logs, and two runs held against each other ({@link
 * org.minorityreport.api.rehearsal.RunComparison}). Nothing is appended to the logs.
 */
@NullMarked
package org.minorityreport.api.rehearsal;

import org.jspecify.annotations.NullMarked;
