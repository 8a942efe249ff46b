/**
 * Measures the library against plain floors and other products in one run: {@link
 * org.minorityreport.examples.benchmarks.Benchmarks} is the program, {@link
 * org.minorityreport.examples.benchmarks.StoreBenchmark} its command for the log store.
 */
@NullMarked
package org.minorityreport.examples.benchmarks;

import org.jspecify.annotations.NullMarked;
