package org.minorityreport.api.model;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;

/** Three months of a year in UTC, named by these: which of them is warm depends on where one is. */
public enum Season {
  /** December to February. */
  @JsonProperty("dec_feb")
  DEC_FEB,
  /** March to May. */
  @JsonProperty("mar_may")
  MAR_MAY,
  /** June to August. */
  @JsonProperty("jun_aug")
  JUN_AUG,
  /** September to November. */
  @JsonProperty("sep_nov")
  SEP_NOV;

  private static final int MONTHS = 3;

  /**
   * The season of a moment.
   *
   * @param time the moment
   * @return the months in which it lies
   */
  public static Season of(Instant time) {
    int month = time.atOffset(ZoneOffset.UTC).getMonthValue();
    return values()[month / MONTHS % values().length];
  }

  /** {@return the word in files} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
