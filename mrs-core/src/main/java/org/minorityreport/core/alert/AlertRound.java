package org.minorityreport.core.alert;

import java.util.List;
import org.minorityreport.api.record.NotificationRecord;

/**
 * What a round of alerting did.
 *
 * @param rows the rows that it appended
 */
public record AlertRound(List<NotificationRecord> rows) {
  /** Keeps a copy. */
  public AlertRound {
    rows = List.copyOf(rows);
  }
}
