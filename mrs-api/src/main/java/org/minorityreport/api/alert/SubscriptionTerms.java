package org.minorityreport.api.alert;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.ZoneId;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Who is told of what, and how. The first subscriber is told; an urgent alert that nobody
 * acknowledged in time goes on to the next. What is said of places and categories must hold all
 * together; health goes to subscriptions that say nothing of either. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSubscriptionTerms.class)
@JsonPropertyOrder({
  "subscribers",
  "channels",
  "rules",
  "retailers",
  "regions",
  "categories",
  "from_level",
  "acknowledge_within",
  "digest_hour",
  "time_zone"
})
public interface SubscriptionTerms {
  /** {@return ids of people or programs, in the order in which they are told; one or more} */
  List<String> subscribers();

  /** {@return channels by which each of them is told; one or more} */
  @Value.NaturalOrder
  SortedSet<String> channels();

  /** {@return names of alert rules; all unless said} */
  @Value.NaturalOrder
  SortedSet<String> rules();

  /** {@return retailers; any unless said} */
  @Value.NaturalOrder
  SortedSet<String> retailers();

  /** {@return regions; any unless said} */
  @Value.NaturalOrder
  SortedSet<String> regions();

  /** {@return categories of the decided, else the proposed cause; any unless said} */
  @Value.NaturalOrder
  SortedSet<String> categories();

  /** {@return the least level that is told; notice unless said} */
  @Value.Default
  default AlertLevel fromLevel() {
    return AlertLevel.NOTICE;
  }

  /** {@return after how long an urgent alert goes on; absent: it does not} */
  Optional<Duration> acknowledgeWithin();

  /** {@return the hour of day, 0 to 23, of a digest of all below urgent; absent: told at once} */
  OptionalInt digestHour();

  /** {@return the time zone of that hour; UTC unless said} */
  @Value.Default
  default String timeZone() {
    return "UTC";
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(!subscribers().isEmpty(), "subscribers", subscribers(), "one or more");
    Rules.check(
        new HashSet<>(subscribers()).size() == subscribers().size(),
        "subscribers",
        subscribers(),
        "without repeats");
    subscribers().forEach(subscriber -> Rules.name("subscriber", subscriber));
    Rules.check(!channels().isEmpty(), "channels", channels(), "one or more");
    channels().forEach(channel -> Rules.name("channel", channel));
    acknowledgeWithin()
        .ifPresent(
            time ->
                Rules.check(
                    !time.isNegative() && !time.isZero(),
                    "acknowledge_within",
                    time,
                    "more than zero"));
    digestHour()
        .ifPresent(hour -> Rules.check(hour >= 0 && hour < 24, "digest_hour", hour, "0 to 23"));
    Rules.check(
        timeZone().equals("UTC") || ZoneId.getAvailableZoneIds().contains(timeZone()),
        "time_zone",
        timeZone(),
        "a time zone such as Europe/London");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds {@link SubscriptionTerms}; one thread at a time. */
  final class Builder extends ImmutableSubscriptionTerms.Builder {
    Builder() {}
  }
}
