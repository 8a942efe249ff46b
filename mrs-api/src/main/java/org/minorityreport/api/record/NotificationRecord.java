package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of notifications_log: what became of an alert. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableNotificationRecord.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "notification_id",
  "subject",
  "trigger_condition",
  "subscriber",
  "channel",
  "link",
  "position",
  "outcome",
  "attempt",
  "message",
  "rule",
  "level",
  "until"
})
public interface NotificationRecord extends LogRecord {
  /** {@return the alert} */
  NotificationId notificationId();

  /**
   * {@return what it is about: the id of a report or event; of health the log or stage and, after a
   * space, the UTC date, because health that is bad again is worth another word}
   */
  String subject();

  /** {@return the condition that was met, in words} */
  String triggerCondition();

  /** {@return who is told: an id of a person or program, never an address} */
  String subscriber();

  /** {@return by what channel} */
  String channel();

  /** {@return where the host shows the subject, at the position it was raised at} */
  Optional<String> link();

  /** {@return the commit position at which it was raised, 0 or more} */
  long position();

  /** {@return what became of it: a word of {@link NotificationOutcome}, or of a newer library} */
  String outcome();

  /** {@return how often this outcome was tried or happened, 1 or more} */
  int attempt();

  /** {@return what went wrong or why; never an address} */
  Optional<String> message();

  /** {@return name@version of the rule} */
  String rule();

  /** {@return how urgent it is: a word of AlertLevel, or of a newer library} */
  String level();

  /** {@return of snoozed: until when} */
  Optional<Instant> until();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("subject", subject());
    Rules.name("subscriber", subscriber());
    Rules.name("channel", channel());
    Rules.name("outcome", outcome());
    Rules.name("rule", rule());
    Rules.name("level", level());
    Rules.check(position() >= 0, "position", position(), "0 or more");
    Rules.check(attempt() >= 1, "attempt", attempt(), "1 or more");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link NotificationRecord}; one thread at a time. */
  final class Builder extends ImmutableNotificationRecord.Builder {
    Builder() {}
  }
}
