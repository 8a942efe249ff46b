/**
 * The parts of the benchmark of the log store: {@link
 * org.minorityreport.examples.benchmarks.part.AppendPart} writes the same rows with every
 * candidate, {@link org.minorityreport.examples.benchmarks.part.OpenPart} builds one large store
 * and opens it; both are told by {@link org.minorityreport.examples.benchmarks.part.Sizes} how
 * much.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.part;

import org.jspecify.annotations.NullMarked;
