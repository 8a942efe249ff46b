/**
 * What a host hands in: {@link org.minorityreport.api.input.Inputs} gives a {@link
 * org.minorityreport.api.input.InputSnapshot} per tick with sales series, {@link
 * org.minorityreport.api.input.Store}s, {@link org.minorityreport.api.input.Campaign}s and {@link
 * org.minorityreport.api.input.ContextEvent}s. {@link org.minorityreport.api.input.InputTables} is
 * the snapshot that holds everything in memory.
 *
 * <p>Readers of files and databases live outside the contract; whatever they cannot read becomes a
 * {@link org.minorityreport.api.input.RefusedRow}, never a guess.
 */
@NullMarked
package org.minorityreport.api.input;

import org.jspecify.annotations.NullMarked;
