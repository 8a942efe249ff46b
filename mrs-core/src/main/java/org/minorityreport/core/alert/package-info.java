/**
 * Tells people of what needs them: {@link org.minorityreport.core.alert.AlertPlan} says what is
 * due, as a pure function of what is shown, the rules and earlier notifications; {@link
 * org.minorityreport.core.alert.Alerts} delivers that on threads of its own and writes
 * notifications_log.
 */
@NullMarked
package org.minorityreport.core.alert;

import org.jspecify.annotations.NullMarked;
