/**
 * Detection: sales to reports, one store at a time. {@link
 * org.minorityreport.core.detection.Detection} is the stage; a series is folded by {@code
 * SeriesFold} (expectations said once, then windows opened and closed by {@code WindowRules}), the
 * series of a store are folded into reports by onset in {@code ReportFold}. Over many ticks at once
 * {@code StorePass} leads each series ({@code SeriesPass}) past those at which nothing can happen.
 * {@link org.minorityreport.core.detection.LoggedSlice} reads back from the rows what a model is
 * shown of a report that closed long ago.
 *
 * <p>Core alone opens and closes windows, the same for every classifier.
 */
@NullMarked
package org.minorityreport.core.detection;

import org.jspecify.annotations.NullMarked;
