package org.minorityreport.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/** A named line of work over the logs; a new one is a clean slate. */
public final class RunId implements Comparable<RunId> {
  private final String value;

  private RunId(String value) {
    this.value = value;
  }

  /**
   * The id with a text.
   *
   * @param value 1 to 256 characters, not blank, without control characters
   * @return the id
   * @throws org.minorityreport.api.error.InvalidValueException if the text breaks that rule
   */
  @JsonCreator
  public static RunId of(String value) {
    return new RunId(Rules.name("run_id", value));
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
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof RunId that && value.equals(that.value);
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
