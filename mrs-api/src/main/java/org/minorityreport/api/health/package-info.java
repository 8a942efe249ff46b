/**
 * How a run fares, as values: {@link org.minorityreport.api.health.Health} with its {@link
 * org.minorityreport.api.health.ObjectiveHealth objectives}, and the {@link
 * org.minorityreport.api.health.HealthSettings} behind them.
 */
@NullMarked
package org.minorityreport.api.health;

import org.jspecify.annotations.NullMarked;
