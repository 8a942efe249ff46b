/**
 * What the runner makes of the inputs at a tick: {@link
 * org.minorityreport.core.input.SeriesDigests} for what the models were given, {@link
 * org.minorityreport.core.input.SeenSales} for all that a tick could see, {@link
 * org.minorityreport.core.input.InputLedger} for the rows of stores, context and deliveries that
 * were first seen or changed.
 */
@NullMarked
package org.minorityreport.core.input;

import org.jspecify.annotations.NullMarked;
