/**
 * How values of the contract are made: the one style of generated values ({@link
 * org.minorityreport.api.value.MrsValue}), the rounding of numbers ({@link
 * org.minorityreport.api.value.Num}, {@link org.minorityreport.api.value.Units}, {@link
 * org.minorityreport.api.value.Money}), the checks that name field, value and rule ({@link
 * org.minorityreport.api.value.Rules}), a moment of a run ({@link
 * org.minorityreport.api.value.Cut}), and what a value keeps that a newer library wrote ({@link
 * org.minorityreport.api.value.KeepsUnknownFields}).
 *
 * <p>Rounding happens where a value is built, never where it is printed, so that a value in memory
 * and the same value read back from a log are equal.
 */
@NullMarked
package org.minorityreport.api.value;

import org.jspecify.annotations.NullMarked;
