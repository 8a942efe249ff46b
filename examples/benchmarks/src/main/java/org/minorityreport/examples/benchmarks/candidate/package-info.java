/**
 * What is measured: each {@link org.minorityreport.examples.benchmarks.candidate.Candidate} takes
 * the same records, commit by commit; {@link
 * org.minorityreport.examples.benchmarks.candidate.CandidateKind} lists them and {@link
 * org.minorityreport.examples.benchmarks.candidate.CandidateName} adds the number of threads that
 * make JSON.
 */
@NullMarked
package org.minorityreport.examples.benchmarks.candidate;

import org.jspecify.annotations.NullMarked;
