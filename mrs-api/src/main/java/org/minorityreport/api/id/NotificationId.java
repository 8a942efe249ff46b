package org.minorityreport.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** The identity of what one subscriber is told by one channel of one subject, rule and level. */
public final class NotificationId implements Comparable<NotificationId> {
  private final String value;

  private NotificationId(String value) {
    this.value = value;
  }

  /**
   * The id with a text.
   *
   * @param value {@code NO-} and 32 lower-case hex digits
   * @return the id
   * @throws org.minorityreport.api.error.InvalidValueException if the text breaks that rule
   */
  @JsonCreator
  public static NotificationId of(String value) {
    return new NotificationId(HexId.checked("notification_id", "NO-", value));
  }

  /**
   * The text of the id.
   *
   * @return the text, as given to {@link #of}
   */
  @JsonValue
  public String value() {
    return value;
  }

  @Override
  public int compareTo(NotificationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NotificationId that && value.equals(that.value);
  }

  @Override
  public int hashCode() {
    return value.hashCode();
  }

  @Override
  public String toString() {
    return value;
  }
}
