/**
 * Reads a folder of CSV files: {@link org.minorityreport.examples.csv.CsvInputs} is all that a host
 * needs. Columns, the mapping file, the rules and the kinds of refusals are described in the README
 * of this module.
 *
 * <p>One class per table ({@code SalesTable}, {@code StoresTable}, {@code CampaignsTable}, {@code
 * ContextTable}) turns rows of a {@code CsvFile} into values; {@code Columns} binds names of the
 * contract to those of the file, {@code StepTimes} reads times, {@code SeriesRows} collects the
 * sales of a series in growing arrays. A row that cannot be used ends in {@code Refusals} with its
 * line, its text and a message; only a file that is unusable as a whole is an exception.
 */
@NullMarked
package org.minorityreport.examples.csv;

import org.jspecify.annotations.NullMarked;
