/**
 * Measures the library against plain floors and other products in one run: {@link
 * org.minorityreport.examples.benchmarks.Benchmarks} is the program, {@link
 * org.minorityreport.examples.benchmarks.StoreBenchmark} its command for the log store, {@link
 * org.minorityreport.examples.benchmarks.HydrateBenchmark} that for hydration.
 */
@NullMarked
package org.minorityreport.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
