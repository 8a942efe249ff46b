/**
 * Ways to make the current reports out of the logs in a folder: {@link
 * org.minorityreport.examples.benchmarks.reading.ReadingKind} lists them, each opens a {@link
 * org.minorityreport.examples.benchmarks.reading.Reading}, and what it found is an {@link
 * org.minorityreport.examples.benchmarks.reading.Answer}, the same for all, so that nobody is
 * measured who found something else.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.reading;

import org.jspecify.annotations.NullMarked;
