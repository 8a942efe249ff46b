/**
 * The mock of the baseline role: {@link org.minorityreport.mock.baseline.MockBaseline} expects the
 * median of the same season over four weeks.
 *
 * <p>A question is first laid out as a {@code History}: units known and allowed to learn from, and
 * the place of each step in day and week. A {@code SeasonalSample} then says, for one step at a
 * time, what the steps before it make of it; nothing is carried from one step to the next, so
 * causality holds by construction.
 */
@NullMarked
package org.minorityreport.mock.baseline;

import org.jspecify.annotations.NullMarked;
