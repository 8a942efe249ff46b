/**
 * Sinks that deliver alerts by webhook ({@link
 * org.minorityreport.examples.alerts.WebhookSinkProvider}) and by e-mail ({@link
 * org.minorityreport.examples.alerts.MailSinkProvider}); found through {@link
 * java.util.ServiceLoader} once they are on the class path.
 */
@NullMarked
package org.minorityreport.examples.alerts;

import org.jspecify.annotations.NullMarked;
