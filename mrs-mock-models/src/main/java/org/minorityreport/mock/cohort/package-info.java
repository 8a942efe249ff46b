/**
 * The mock of the cohort role: {@link org.minorityreport.mock.cohort.MockCohort} joins two reports
 * that share evidence, or a cause or shape at a place they share.
 */
@NullMarked
package org.minorityreport.mock.cohort;

import org.jspecify.annotations.NullMarked;
