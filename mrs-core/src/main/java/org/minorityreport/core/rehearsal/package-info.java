/**
 * Makes runs again and holds them against each other: {@link
 * org.minorityreport.core.rehearsal.Rehearsals} replays a report or rehearses a whole run from
 * source, into a store of its own, and compares the rows that stand; {@link
 * org.minorityreport.core.rehearsal.RunComparisons} compares what two runs show. {@link
 * org.minorityreport.core.rehearsal.RehearsalText} is the readable form of both.
 *
 * <p>Rows are compared by key and content, versions aside, because a run that was corrected holds
 * several versions where a fresh one holds one (spec 4.9).
 */
@NullMarked
package org.minorityreport.core.rehearsal;

import org.jspecify.annotations.NullMarked;
