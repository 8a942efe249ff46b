/**
 * Shows the health of a run as Micrometer meters: {@link
 * org.minorityreport.examples.micrometer.HealthMeters}.
 */
@NullMarked
package org.minorityreport.examples.micrometer;

import org.jspecify.annotations.NullMarked;
