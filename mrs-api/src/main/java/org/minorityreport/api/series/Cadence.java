package org.minorityreport.api.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/**
 * The length of a step, and the grid of all steps of that length.
 *
 * <p>A cadence below a day divides the day; longer ones are whole days. The grid begins at midnight
 * UTC of a Monday (1970-01-05), so days and weeks begin where people expect. Steps of a day or
 * longer stand for local dates, written as those dates at 00:00Z. Immutable.
 */
public final class Cadence {
  private static final long DAY = Duration.ofDays(1).toSeconds();
  private static final long ORIGIN = Instant.parse("1970-01-05T00:00:00Z").getEpochSecond();

  private final long seconds;

  private Cadence(long seconds) {
    this.seconds = seconds;
  }

  /**
   * The cadence with steps of a given length.
   *
   * @param step length of a step: whole seconds that divide a day, or whole days
   * @return the cadence
   * @throws org.minorityreport.api.error.InvalidValueException if the length is neither
   */
  public static Cadence of(Duration step) {
    long seconds = step.toSeconds();
    boolean whole = step.equals(Duration.ofSeconds(seconds)) && seconds > 0;
    Rules.check(
        whole && (DAY % seconds == 0 || seconds % DAY == 0),
        "cadence",
        step,
        "a length that divides a day, or a whole number of days");
    return new Cadence(seconds);
  }

  /**
   * Reads the wire form.
   *
   * @param text an ISO-8601 duration such as {@code PT15M} or {@code P1D}
   * @return the cadence
   * @throws org.minorityreport.api.error.InvalidValueException if the text is no such duration
   */
  @JsonCreator
  public static Cadence parse(String text) {
    try {
      return of(Duration.parse(text));
    } catch (DateTimeParseException e) {
      throw Rules.broken("cadence", text, "an ISO-8601 duration such as PT15M or P1D");
    }
  }

  /**
   * The length of a step.
   *
   * @return a positive duration
   */
  public Duration step() {
    return Duration.ofSeconds(seconds);
  }

  /**
   * The length of a step in seconds.
   *
   * @return a positive number
   */
  public long seconds() {
    return seconds;
  }

  /**
   * Whether steps stand for local dates.
   *
   * @return true from a day upwards
   */
  public boolean isDaily() {
    return seconds >= DAY;
  }

  /**
   * Whether a time is the start of a step.
   *
   * @param time any time
   * @return true if it lies on the grid
   */
  public boolean onGrid(Instant time) {
    return time.getNano() == 0 && Math.floorMod(time.getEpochSecond() - ORIGIN, seconds) == 0;
  }

  /**
   * The start of the step that holds a time.
   *
   * @param time any time
   * @return the latest time on the grid that is not after it
   */
  public Instant floor(Instant time) {
    long s = time.getEpochSecond();
    return Instant.ofEpochSecond(s - Math.floorMod(s - ORIGIN, seconds));
  }

  /**
   * A time some steps later.
   *
   * @param time any time
   * @param steps number of steps, negative for earlier
   * @return the time
   */
  public Instant plus(Instant time, long steps) {
    return time.plusSeconds(Math.multiplyExact(steps, seconds));
  }

  /**
   * The number of whole steps from one time to another.
   *
   * @param from start
   * @param to end
   * @return the number, rounded down, negative if {@code to} lies before {@code from}
   */
  public long between(Instant from, Instant to) {
    long whole = to.getEpochSecond() - from.getEpochSecond();
    return Math.floorDiv(to.getNano() < from.getNano() ? whole - 1 : whole, seconds);
  }

  /**
   * The number of steps that cover a length of time.
   *
   * @param length a length
   * @return the number of steps, rounded up
   */
  public long stepsIn(Duration length) {
    long begun = length.getNano() > 0 ? length.getSeconds() + 1 : length.getSeconds();
    return Math.floorDiv(begun + seconds - 1, seconds);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cadence that && seconds == that.seconds;
  }

  @Override
  public int hashCode() {
    return Long.hashCode(seconds);
  }

  /** The wire form: {@code PT15M}, {@code PT1H}, {@code P1D}. */
  @JsonValue
  @Override
  public String toString() {
    return seconds % DAY == 0 ? "P" + seconds / DAY + "D" : step().toString();
  }
}
