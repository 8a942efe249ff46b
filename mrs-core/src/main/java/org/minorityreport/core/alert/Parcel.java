package org.minorityreport.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.alert.AlertMessage;
import org.minorityreport.api.record.NotificationRecord;

/**
 * What goes to a sink in one call: an alert, or a digest.
 *
 * @param message what is said
 * @param rows the rows once it is delivered
 */
record Parcel(AlertMessage message, List<NotificationRecord> rows) {
  String channel() {
    return rows.get(0).channel();
  }

  /** One parcel for each alert that goes at once, one for each digest. */
  static List<Parcel> of(List<Due> due, Optional<Instant> tick) {
    Map<List<String>, List<Due>> together = new LinkedHashMap<>();
    for (Due one : due) {
      String alone = one.inDigest() ? "" : one.row().notificationId().value();
      together
          .computeIfAbsent(
              List.of(one.row().channel(), one.row().subscriber(), alone), k -> new ArrayList<>())
          .add(one);
    }
    return together.values().stream().map(parts -> parcel(parts, tick)).toList();
  }

  private static Parcel parcel(List<Due> parts, Optional<Instant> tick) {
    List<NotificationRecord> rows = parts.stream().map(Due::row).toList();
    NotificationRecord first = rows.get(0);
    AlertLevel level = parts.get(0).level();
    String title =
        rows.size() == 1
            ? level.wireName() + ": " + first.subject() + ", " + first.triggerCondition()
            : rows.size() + " alerts, the highest " + level.wireName();
    return new Parcel(
        AlertMessage.builder()
            .runId(first.runId())
            .notificationIds(rows.stream().map(NotificationRecord::notificationId).toList())
            .subscriber(first.subscriber())
            .level(level)
            .title(plain(title))
            .lines(rows.stream().map(Parcel::line).toList())
            .links(rows.stream().flatMap(row -> row.link().stream()).toList())
            .position(first.position())
            .tick(tick)
            .build(),
        rows);
  }

  private static String line(NotificationRecord row) {
    return plain(
        row.level()
            + ": "
            + row.subject()
            + ", "
            + row.triggerCondition()
            + " ("
            + row.rule()
            + ")");
  }

  /** Names of rules and readings are free text: what breaks lines is none of a line's. */
  private static String plain(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c ->
                plain.appendCodePoint(
                    Character.isISOControl(c)
                            || Character.getType(c) == Character.LINE_SEPARATOR
                            || Character.getType(c) == Character.PARAGRAPH_SEPARATOR
                        ? ' '
                        : c));
    return plain.toString();
  }
}
