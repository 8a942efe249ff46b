/**
 * What is written in every round: {@link
 * org.minorityreport.examples.benchmarks.workload.ReportTicks} makes the rows of a tick, the same
 * ones whenever it is asked.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
