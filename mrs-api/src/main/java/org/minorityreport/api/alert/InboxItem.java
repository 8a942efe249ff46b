package org.minorityreport.api.alert;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** An alert in the inbox of its subscriber. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableInboxItem.class)
@JsonPropertyOrder({
  "notification_id",
  "subject",
  "trigger_condition",
  "level",
  "link",
  "position",
  "delivered_at",
  "read",
  "acknowledged",
  "snoozed_until"
})
public interface InboxItem {
  /** {@return the alert} */
  NotificationId notificationId();

  /** {@return what it is about} */
  String subject();

  /** {@return the condition that was met} */
  String triggerCondition();

  /** {@return how urgent it is: a word of {@link AlertLevel}, or of a newer library} */
  String level();

  /** {@return where the host shows it} */
  Optional<String> link();

  /** {@return the commit position at which it was raised} */
  long position();

  /** {@return when it came} */
  Instant deliveredAt();

  /** {@return whether it was read} */
  boolean read();

  /** {@return whether it was acknowledged} */
  boolean acknowledged();

  /** {@return until when its subscriber does not want to see it; absent once that is over} */
  Optional<Instant> snoozedUntil();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link InboxItem}; one thread at a time. */
  final class Builder extends ImmutableInboxItem.Builder {
    Builder() {}
  }
}
