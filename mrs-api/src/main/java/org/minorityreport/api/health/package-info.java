/**
 * How a run fares and what came of it, as values: {@link org.minorityreport.api.health.Health} with
 * its {@link org.minorityreport.api.health.ObjectiveHealth objectives}, the {@link
 * org.minorityreport.api.health.HealthSettings} behind them, and the {@link
 * org.minorityreport.api.health.KeyFigures} of a period.
 */
@NullMarked
package org.minorityreport.api.health;

import org.jspecify.annotations.NullMarked;
