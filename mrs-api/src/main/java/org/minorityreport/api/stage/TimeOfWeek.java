package org.minorityreport.api.stage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A stretch of one day of the week, in the time of a store. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableTimeOfWeek.class)
@JsonPropertyOrder({"day", "start", "end"})
public interface TimeOfWeek {
  /** {@return the day} */
  DayOfWeek day();

  /** {@return its first moment; midnight unless said} */
  @Value.Default
  default LocalTime start() {
    return LocalTime.MIDNIGHT;
  }

  /** {@return the first moment after it; midnight, the end of the day, unless said} */
  @Value.Default
  default LocalTime end() {
    return LocalTime.MIDNIGHT;
  }

  /**
   * Whether a time lies in it.
   *
   * @param time a time at the store
   * @return true if day and time of day fit
   */
  default boolean contains(ZonedDateTime time) {
    LocalTime clock = time.toLocalTime();
    return time.getDayOfWeek() == day()
        && !clock.isBefore(start())
        && (end().equals(LocalTime.MIDNIGHT) || clock.isBefore(end()));
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.check(
        end().equals(LocalTime.MIDNIGHT) || end().isAfter(start()), "end", end(), "after start");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TimeOfWeek}; one thread at a time. */
  final class Builder extends ImmutableTimeOfWeek.Builder {
    Builder() {}
  }
}
