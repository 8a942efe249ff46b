/**
 * The mock of the baseline role: {@link org.minorityreport.mock.baseline.MockBaseline} expects the
 * median of the same season over four weeks.
 *
 * <p>{@code History} tells which units are known and allowed to learn from, {@code Seasons} the
 * place of each step in day and week. A {@code SeasonalSample} then says, for one occurrence of a
 * season at a time, what the look-back before it makes of it, from the {@code SeasonValues} of each
 * day of the week.
 */
@NullMarked
package org.minorityreport.mock.baseline;

import org.jspecify.annotations.NullMarked;
