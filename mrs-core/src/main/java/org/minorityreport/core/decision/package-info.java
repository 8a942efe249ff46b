/**
 * What people did, as an input of ticks (spec 4.11): {@link
 * org.minorityreport.core.decision.PeopleHistory} reads their rows, {@link
 * org.minorityreport.core.decision.People} is what a tick knows of them, and of which steps a
 * baseline model is not to learn from, which context events were recorded and which suppression
 * rules hold.
 *
 * <p>A tick is pinned to the number of rows that it saw of each log, so that running it again gives
 * the same.
 */
@NullMarked
package org.minorityreport.core.decision;

import org.jspecify.annotations.NullMarked;
