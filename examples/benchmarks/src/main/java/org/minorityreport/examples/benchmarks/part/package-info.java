/**
 * The parts of the benchmarks. Of the log store: {@link
 * org.minorityreport.examples.benchmarks.part.AppendPart} writes the same rows with every
 * candidate, {@link org.minorityreport.examples.benchmarks.part.OpenPart} builds one large store
 * and opens it; both are told by {@link org.minorityreport.examples.benchmarks.part.Sizes} how
 * much. Of hydration: {@link org.minorityreport.examples.benchmarks.part.HydratePart} reads the
 * history of a run in all ways, as much as {@link
 * org.minorityreport.examples.benchmarks.part.HistorySizes} says.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.part;

import org.jspecify.annotations.NullMarked;
