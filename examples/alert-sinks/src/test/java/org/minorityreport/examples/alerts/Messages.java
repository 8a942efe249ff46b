package org.minorityreport.examples.alerts;

import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.AlertMessage;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.id.RunId;

/** What tests deliver. */
final class Messages {
  private Messages() {}

  static AlertMessage titled(String title) {
    return AlertMessage.builder()
        .runId(RunId.of("main"))
        .addNotificationIds(NotificationId.of("NO-5108dbd30cf31dd0e8f093e0fcf59344"))
        .subscriber("ann")
        .level(AlertLevel.URGENT)
        .title(title)
        .addLines("urgent: something, über 0.9")
        .addLinks("https://mrs.example/reports/1?position=7")
        .position(7)
        .build();
  }
}
