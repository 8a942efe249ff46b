/**
 * What is written in every round: {@link
 * org.minorityreport.examples.benchmarks.workload.ReportTicks} makes the rows of a tick, {@link
 * org.minorityreport.examples.benchmarks.workload.RunHistory} all that the stages of a run make of
 * them; the same ones whenever they are asked.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.workload;

import org.jspecify.annotations.NullMarked;
