package org.minorityreport.core.alert;

import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.record.NotificationOutcome;
import org.minorityreport.api.record.NotificationRecord;

/**
 * Something to be done.
 *
 * @param row the row as it will be once it is done
 * @param level how urgent it is
 * @param inDigest whether it goes into one message with others for the same subscriber and channel
 */
record Due(NotificationRecord row, AlertLevel level, boolean inDigest) {
  /** Whether a sink has to deliver it; if not, the row is all there is to do. */
  boolean isDelivery() {
    return row.outcome().equals(NotificationOutcome.DELIVERED.wireName());
  }
}
