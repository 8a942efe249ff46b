package org.minorityreport.core.alert;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.minorityreport.api.alert.AlertLevel;
import org.minorityreport.api.record.NotificationOutcome;

/** Earlier rows of notifications_log, to be asked about. */
final class ToldIndex {
  private final Map<List<String>, List<Told>> bySubject = new HashMap<>();
  private final List<Told> all;

  ToldIndex(List<Told> history) {
    this.all = history;
    for (Told told : history) {
      bySubject
          .computeIfAbsent(List.of(told.row().subject(), told.ruleName()), k -> new ArrayList<>())
          .add(told);
    }
  }

  /** All rows about what meets a rule, whatever the version of the rule. */
  List<Told> about(Match match) {
    return bySubject.getOrDefault(List.of(match.subject(), match.rule().name()), List.of());
  }

  private Stream<Told> to(Match match, String subscriber, String channel) {
    return about(match).stream()
        .filter(t -> t.row().subscriber().equals(subscriber) && t.row().channel().equals(channel));
  }

  /** Whether a subscriber was told by a channel of this level or of a higher one. */
  boolean isTold(Match match, String subscriber, String channel) {
    return to(match, subscriber, channel)
        .anyMatch(
            t -> t.is(NotificationOutcome.DELIVERED) && t.level().compareTo(match.level()) >= 0);
  }

  /** The failures of one notification so far, oldest first. */
  List<Told> failures(String notificationId, Match match) {
    return about(match).stream()
        .filter(
            t ->
                t.is(NotificationOutcome.FAILED)
                    && t.row().notificationId().value().equals(notificationId))
        .toList();
  }

  boolean has(String notificationId, Match match, NotificationOutcome outcome) {
    return about(match).stream()
        .anyMatch(t -> t.is(outcome) && t.row().notificationId().value().equals(notificationId));
  }

  /**
   * Whether somebody among the people of a subscription took care of this level or a higher one.
   */
  boolean isAcknowledged(Match match, List<String> subscribers) {
    return about(match).stream()
        .anyMatch(
            t ->
                t.is(NotificationOutcome.ACKNOWLEDGED)
                    && subscribers.contains(t.row().subscriber())
                    && t.level().compareTo(match.level()) >= 0);
  }

  /** Whether an alert of this level went on from a subscriber to the next. */
  boolean wentOn(Match match, String subscriber) {
    return from(match, subscriber).anyMatch(t -> t.is(NotificationOutcome.ESCALATED));
  }

  /** Since when a subscriber has had time: from the first attempt, or the end of the snooze. */
  Optional<Instant> waitingSince(Match match, String subscriber) {
    Optional<Instant> first =
        from(match, subscriber)
            .filter(t -> t.is(NotificationOutcome.DELIVERED) || t.is(NotificationOutcome.FAILED))
            .map(Told::at)
            .min(Instant::compareTo);
    Optional<Instant> snoozed =
        from(match, subscriber)
            .filter(t -> t.is(NotificationOutcome.SNOOZED))
            .flatMap(t -> t.row().until().stream())
            .max(Instant::compareTo);
    return first.map(at -> snoozed.filter(at::isBefore).orElse(at));
  }

  private Stream<Told> from(Match match, String subscriber) {
    return about(match).stream()
        .filter(t -> t.row().subscriber().equals(subscriber))
        .filter(t -> t.level() == match.level());
  }

  /** Whether a subscriber was told something below urgent by a channel since a moment. */
  boolean hadDigest(String subscriber, String channel, Instant since) {
    return all.stream()
        .anyMatch(
            t ->
                t.is(NotificationOutcome.DELIVERED)
                    && !t.at().isBefore(since)
                    && t.level() != AlertLevel.URGENT
                    && t.row().subscriber().equals(subscriber)
                    && t.row().channel().equals(channel));
  }

  /** Whether a subscriber was told of a subject by a rule and channel, at whatever level. */
  boolean wasTold(Match match, String subscriber, String channel) {
    String rule = match.rule().name() + "@";
    return all.stream()
        .anyMatch(
            t ->
                t.is(NotificationOutcome.DELIVERED)
                    && t.row().subject().equals(match.subject())
                    && t.row().rule().startsWith(rule)
                    && t.row().subscriber().equals(subscriber)
                    && t.row().channel().equals(channel));
  }

  /** When a notification that failed may be tried again. */
  static Instant nextTry(List<Told> failures, Duration first) {
    Told last = failures.get(failures.size() - 1);
    return last.at().plus(first.multipliedBy(1L << Math.min(20, failures.size() - 1)));
  }
}
