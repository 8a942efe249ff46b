/**
 * Reads from the logs how a run fares: {@link org.minorityreport.core.health.HealthReader} makes
 * {@link org.minorityreport.api.health.Health} as of any moment, {@link
 * org.minorityreport.core.health.HealthText} writes it for people.
 */
@NullMarked
package org.minorityreport.core.health;

import org.jspecify.annotations.NullMarked;
