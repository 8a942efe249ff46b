package org.minorityreport.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** The identity of one Minority Report: one onset at one store. */
public final class ReportId implements Comparable<ReportId> {
  private final String value;

  private ReportId(String value) {
    this.value = value;
  }

  /**
   * The id with a text.
   *
   * @param value {@code MR-} and 32 lower-case hex digits
   * @return the id
   * @throws org.minorityreport.api.error.InvalidValueException if the text breaks that rule
   */
  @JsonCreator
  public static ReportId of(String value) {
    return new ReportId(HexId.checked("report_id", "MR-", value));
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

  /**
   * The form shown to people.
   *
   * @return the prefix and the first 12 digits
   */
  public String abbreviated() {
    return value.substring(0, 3 + 12);
  }

  @Override
  public int compareTo(ReportId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ReportId that && value.equals(that.value);
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
