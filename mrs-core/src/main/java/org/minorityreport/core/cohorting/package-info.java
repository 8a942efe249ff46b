/**
 * The cohorting stage: which reports are one event. {@link
 * org.minorityreport.core.cohorting.Cohorting} folds the reports of a tick into the events of the
 * tick before (spec 4.4).
 *
 * <p>Events are looked up by the onset of their anchor: nothing further away than the greatest
 * spread may join or merge, so a report meets only the events within that range. Within an event
 * its members are asked about one by one, by onset and id, until the cohort model accepts one.
 * Hence the work grows with the number of reports times the number of events of their hours, not
 * with the square of all reports.
 *
 * <p>An ended event stays in the carry while a later report could join it (its window lies within
 * {@code max_gap} of the last end and its onset within {@code max_onset_spread} of the anchor) or a
 * later member could reopen one of its reports (equal onset), given that an onset lies at most
 * {@code max_backdate} before the tick that raises it. After that nothing that detection can still
 * say would touch it.
 */
@NullMarked
package org.minorityreport.core.cohorting;

import org.jspecify.annotations.NullMarked;
