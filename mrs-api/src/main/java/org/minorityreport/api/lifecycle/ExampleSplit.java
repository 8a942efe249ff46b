package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * What an example is for. All reports of one event are on one side, so that no model is tested on a
 * happening that it was trained on.
 */
public enum ExampleSplit {
  /** To learn from: 70 of 100. */
  @JsonProperty("train")
  TRAIN,
  /** To choose between models: 15 of 100. */
  @JsonProperty("validation")
  VALIDATION,
  /** To be looked at last: 15 of 100. */
  @JsonProperty("hold_out")
  HOLD_OUT;

  private static final int VALIDATION_FROM = 70;
  private static final int HOLD_OUT_FROM = 85;

  /** {@return the word in files} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The side of an event.
   *
   * @param event id of the event, or of a report that is in none
   * @return by the first 8 hex digits of the SHA-256 of the id in UTF-8 as a number, mod 100
   */
  public static ExampleSplit of(String event) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(event.getBytes(StandardCharsets.UTF_8));
      long number = 0;
      for (int i = 0; i < 4; i++) {
        number = number << 8 | (hash[i] & 0xff);
      }
      int of100 = (int) (number % 100);
      return of100 < VALIDATION_FROM ? TRAIN : of100 < HOLD_OUT_FROM ? VALIDATION : HOLD_OUT;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
