/**
 * Alerts (spec 8.4): which {@link org.minorityreport.api.alert.AlertRule rules} raise them, which
 * {@link org.minorityreport.api.alert.Subscription subscriptions} get them, and the {@link
 * org.minorityreport.api.alert.AlertSink sinks} that hosts and integrators write and that are found
 * through {@link java.util.ServiceLoader}.
 */
@NullMarked
package org.minorityreport.api.alert;

import org.jspecify.annotations.NullMarked;
