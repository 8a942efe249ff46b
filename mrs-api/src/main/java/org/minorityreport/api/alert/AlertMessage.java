package org.minorityreport.api.alert;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a sink is to deliver: one alert, or a digest of several. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAlertMessage.class)
@JsonPropertyOrder({
  "run_id",
  "notification_ids",
  "subscriber",
  "level",
  "title",
  "lines",
  "links",
  "position",
  "tick"
})
public interface AlertMessage {
  /** {@return the line of work} */
  RunId runId();

  /** {@return the alerts in it, one or more: a receiver that knows one may drop it} */
  List<NotificationId> notificationIds();

  /** {@return who is told: an id, not an address} */
  String subscriber();

  /** {@return the highest level in it} */
  AlertLevel level();

  /** {@return one line in short; without control characters} */
  String title();

  /** {@return one line for each alert; without control characters} */
  List<String> lines();

  /** {@return where the host shows the subjects, in the order of the lines; empty if unknown} */
  List<String> links();

  /** {@return the commit position at which they were raised} */
  long position();

  /** {@return the newest tick then; absent before the first} */
  Optional<Instant> tick();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link AlertMessage}; one thread at a time. */
  final class Builder extends ImmutableAlertMessage.Builder {
    Builder() {}
  }
}
