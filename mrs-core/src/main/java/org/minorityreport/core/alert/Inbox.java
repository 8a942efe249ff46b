package org.minorityreport.core.alert;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.minorityreport.api.alert.InboxItem;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.record.NotificationOutcome;
import org.minorityreport.api.record.NotificationRecord;

/** What subscribers were told, and what they did about it. */
final class Inbox {
  private final NotificationHistory history;
  private final Consumer<List<NotificationRecord>> append;

  Inbox(NotificationHistory history, Consumer<List<NotificationRecord>> append) {
    this.history = history;
    this.append = append;
  }

  List<InboxItem> of(String subscriber, Instant now) {
    List<Told> own =
        history.read().stream().filter(t -> t.row().subscriber().equals(subscriber)).toList();
    List<InboxItem> items = new ArrayList<>();
    for (Told told : own) {
      NotificationRecord row = told.row();
      if (told.is(NotificationOutcome.DELIVERED)
          && row.channel().equals(InboxSinkProvider.CHANNEL)) {
        items.add(
            InboxItem.builder()
                .notificationId(row.notificationId())
                .subject(row.subject())
                .triggerCondition(row.triggerCondition())
                .level(row.level())
                .link(row.link())
                .position(row.position())
                .deliveredAt(told.at())
                .read(has(own, row, NotificationOutcome.READ))
                .acknowledged(has(own, row, NotificationOutcome.ACKNOWLEDGED))
                .snoozedUntil(snoozed(own, row).filter(now::isBefore))
                .build());
      }
    }
    Collections.reverse(items);
    return items;
  }

  private static boolean has(List<Told> own, NotificationRecord of, NotificationOutcome outcome) {
    return own.stream().anyMatch(t -> t.is(outcome) && isOf(t, of));
  }

  private static boolean isOf(Told told, NotificationRecord of) {
    return told.row().notificationId().equals(of.notificationId());
  }

  /** The last word counts: a shorter snooze ends a longer one. */
  private static Optional<Instant> snoozed(List<Told> own, NotificationRecord of) {
    return own.stream()
        .filter(t -> t.is(NotificationOutcome.SNOOZED) && isOf(t, of))
        .reduce((a, b) -> b)
        .flatMap(t -> t.row().until());
  }

  void read(String subscriber, String id, Instant now) {
    once(subscriber, id, now, NotificationOutcome.READ);
  }

  void acknowledge(String subscriber, String id, Instant now) {
    once(subscriber, id, now, NotificationOutcome.ACKNOWLEDGED);
  }

  private void once(String subscriber, String id, Instant now, NotificationOutcome outcome) {
    List<Told> all = history.read();
    NotificationRecord told = told(all, subscriber, id);
    if (!has(all, told, outcome)) {
      append.accept(List.of(row(told, outcome, now, 1).build()));
    }
  }

  void snooze(String subscriber, String id, Instant now, Instant until) {
    if (!until.isAfter(now)) {
      throw new UsageException("snoozed until " + until + ", which is not after now, " + now);
    }
    List<Told> all = history.read();
    NotificationRecord told = told(all, subscriber, id);
    long before =
        all.stream().filter(t -> t.is(NotificationOutcome.SNOOZED) && isOf(t, told)).count();
    append.accept(
        List.of(
            row(told, NotificationOutcome.SNOOZED, now, (int) before + 1).until(until).build()));
  }

  private static NotificationRecord told(List<Told> all, String subscriber, String id) {
    return all.stream()
        .filter(t -> t.is(NotificationOutcome.DELIVERED))
        .map(Told::row)
        .filter(row -> row.notificationId().value().equals(id))
        .filter(row -> row.subscriber().equals(subscriber))
        .findFirst()
        .orElseThrow(() -> new UsageException("'" + subscriber + "' was not told '" + id + "'"));
  }

  private static NotificationRecord.Builder row(
      NotificationRecord told, NotificationOutcome outcome, Instant now, int attempt) {
    NotificationRecord.Builder row = NotificationRecord.builder();
    row.from(told)
        .writtenAt(now)
        .version(1)
        .outcome(outcome.wireName())
        .attempt(attempt)
        .message(Optional.empty());
    return row;
  }
}
