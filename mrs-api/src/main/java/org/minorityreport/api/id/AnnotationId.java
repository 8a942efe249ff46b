package org.minorityreport.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** The identity of one act of a person: a row of an edit log, or a recorded context event. */
public final class AnnotationId implements Comparable<AnnotationId> {
  private final String value;

  private AnnotationId(String value) {
    this.value = value;
  }

  /**
   * The id with a text.
   *
   * @param value {@code AN-} and 32 lower-case hex digits
   * @return the id
   * @throws org.minorityreport.api.error.InvalidValueException if the text breaks that rule
   */
  @JsonCreator
  public static AnnotationId of(String value) {
    return new AnnotationId(HexId.checked("annotation_id", "AN-", value));
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
  public int compareTo(AnnotationId other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof AnnotationId that && value.equals(that.value);
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
