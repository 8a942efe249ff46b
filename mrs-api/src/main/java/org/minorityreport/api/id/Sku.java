package org.minorityreport.api.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Rules;

/** A product (stock keeping unit), as the host names it. */
public final class Sku implements Comparable<Sku> {
  private final String value;

  private Sku(String value) {
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
  public static Sku of(String value) {
    return new Sku(Rules.name("sku", value));
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
  public int compareTo(Sku other) {
    return value.compareTo(other.value);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Sku that && value.equals(that.value);
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
