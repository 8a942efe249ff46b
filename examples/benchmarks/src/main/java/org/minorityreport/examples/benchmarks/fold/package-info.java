/**
 * How fast detection is: {@link org.minorityreport.examples.benchmarks.fold.InjectedSales} makes
 * sales with windows of which the truth is known, {@link
 * org.minorityreport.examples.benchmarks.fold.FoldKind} names what is done with them, and {@link
 * org.minorityreport.examples.benchmarks.fold.FoldPart} has children do it and judges.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.fold;

import org.jspecify.annotations.NullMarked;
