/**
 * How figures are shown: {@link org.minorityreport.examples.benchmarks.figure.Spread} of several
 * rounds, {@link org.minorityreport.examples.benchmarks.figure.Goal} met or not, {@link
 * org.minorityreport.examples.benchmarks.figure.Report} as text or as JSON, {@link
 * org.minorityreport.examples.benchmarks.figure.Machine} on which they were measured.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.figure;

import org.jspecify.annotations.NullMarked;
