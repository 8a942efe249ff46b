package org.minorityreport.core.alert;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.record.NotificationOutcome;
import org.minorityreport.api.record.NotificationRecord;

/**
 * A row of notifications_log.
 *
 * @param row the row
 * @param at when it arrived, by the wall clock
 */
record Told(NotificationRecord row, Instant at) {
  boolean is(NotificationOutcome outcome) {
    return row.outcome().equals(outcome.wireName());
  }

  /** The rule, whatever its version. */
  String ruleName() {
    return row.rule().substring(0, Math.max(0, row.rule().lastIndexOf('@')));
  }

  /**
   * A level of a newer library is taken for the highest: rather told once too little than often.
   */
  AlertLevel level() {
    Optional<AlertLevel> level = AlertLevel.of(row.level());
    return level.orElse(AlertLevel.URGENT);
  }
}
