/**
 * Sales over time: a {@link org.minorityreport.api.series.Cadence} lays a grid over time, {@link
 * org.minorityreport.api.series.Steps} is a range of that grid, {@link
 * org.minorityreport.api.series.SalesSeries} holds what was sold in each step and {@link
 * org.minorityreport.api.series.Expectations} what a baseline model expected.
 *
 * <p>A missing step is <em>unknown</em>, never zero. Quantities are whole thousandths of a unit in
 * primitive arrays, so sums are exact. {@link org.minorityreport.api.series.StepMask} says which
 * steps a model must not learn from.
 */
@NullMarked
package org.minorityreport.api.series;

import org.jspecify.annotations.NullMarked;
