/**
 * The mock of the attribution role: {@link org.minorityreport.mock.attribution.MockAttribution}
 * ranks candidates by overlap in time, place and product and by what their category can do to
 * sales.
 *
 * <p>{@code Timing} and {@code Reach} score one candidate each from their own side, {@code
 * Plausibility} says what a category does to sales, {@code Weighed} joins them.
 */
@NullMarked
package org.minorityreport.mock.attribution;

import org.jspecify.annotations.NullMarked;
