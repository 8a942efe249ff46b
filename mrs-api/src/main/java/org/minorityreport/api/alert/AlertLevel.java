package org.minorityreport.api.alert;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;
import java.util.Optional;

/** How urgent an alert is. */
public enum AlertLevel {
  /** To be known. */
  @JsonProperty("notice")
  NOTICE,
  /** To be looked at. */
  @JsonProperty("warning")
  WARNING,
  /** To be acknowledged: never kept for a digest, and goes to the next if nobody does. */
  @JsonProperty("urgent")
  URGENT;

  /** {@return the word in rows} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * What a word in a row means.
   *
   * @param word any word
   * @return empty if only a newer library knows it
   */
  public static Optional<AlertLevel> of(String word) {
    for (AlertLevel level : values()) {
      if (level.wireName().equals(word)) {
        return Optional.of(level);
      }
    }
    return Optional.empty();
  }
}
