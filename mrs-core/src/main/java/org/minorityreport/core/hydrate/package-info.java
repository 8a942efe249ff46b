/**
 * Makes the current state, or a past one, out of the logs: {@link
 * org.minorityreport.core.hydrate.Hydration} gives a {@link
 * org.minorityreport.core.hydrate.HydratedView} of reports and events.
 *
 * <p>Rows pass by once. Of the logs of stages a {@code Trace} per report keeps what can matter, of
 * those of people, finalisation and re-review a {@code KeyFold} keeps where the newest version of
 * each key is. What stands is then projected, each report by itself: {@code ReportPrecedence} says
 * which row gives which group of fields, {@code Review} what people made of it, {@code Membership}
 * the event it is in, {@code Marks} what was missing. The {@code EventBook} follows mergers, and
 * each event is computed from the reports that are left in it and from what people did about it
 * ({@code EventReview}). {@code FieldGroups} says which field belongs to which group.
 *
 * <p>How gaps are filled:
 *
 * <ul>
 *   <li>A report is shown if a row of detection, clustering, attribution or cohorting stands for
 *       it; closing rows alone have no store and no members to show.
 *   <li>Without rows of detection the window starts at the onset, which every row of a report
 *       carries, and its end is not known; whether the report is open is then read from the row
 *       that gives the structure.
 *   <li>A row is incomplete for the groups of its stage if it carries a code that takes values away
 *       ({@code Stage}); the latest complete row gives the values, and only if none is complete the
 *       latest one.
 *   <li>A mark stays until the stage that it names has a complete row at or after it.
 *   <li>A report whose latest closing row says {@code data_correction} is superseded and counts in
 *       no event. If none of its rows stands, it is shown with those that the last commit took
 *       away.
 *   <li>A stage that ran at a tick and left no row about a report that detection wrote about is
 *       down for that report, whether it failed or its row got lost.
 *   <li>A merger counts if the event that took the other in has rows; an event that lost all its
 *       reports stays listed, as emptied, with sums of zero.
 *   <li>A report without rows of cohorting is in the event whose newest row lists it.
 * </ul>
 *
 * <p>What people may do that makes no sense, and what comes of it:
 *
 * <ul>
 *   <li>An act of an unknown word does nothing, and is kept.
 *   <li>A revert of an act that is not there, or came later, or is about something else, does
 *       nothing. A revert that is reverted does nothing either.
 *   <li>A move to an event that nobody wrote makes that event, because a person said so; to what is
 *       no event id it does nothing.
 *   <li>A split moves every report that it names, wherever it is by then; one that does not exist
 *       only lends its id to that of the new event.
 *   <li>A merger of a person counts if the other event has rows or reports or went elsewhere
 *       itself; rings end at the smallest id.
 *   <li>Two acts of one commit are in the order of log and row.
 * </ul>
 */
@NullMarked
package org.minorityreport.core.hydrate;

import org.jspecify.annotations.NullMarked;
