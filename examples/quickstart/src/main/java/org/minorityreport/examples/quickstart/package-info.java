/**
 * The main job by one command: a folder of sales, or a small simulated world, goes through every
 * tick from start to end, and what was found is printed.
 *
 * <p>{@link org.minorityreport.examples.quickstart.Quickstart} is the command. {@code InputFolders}
 * turns its arguments into a {@code History}, {@code HistoryRun} ticks through it over logs in a
 * folder, {@code Printout} writes tables of the events and their reports.
 */
@NullMarked
package org.minorityreport.examples.quickstart;

import org.jspecify.annotations.NullMarked;
