package org.minorityreport.api.series;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The side of the expectation on which sales deviate; both are anomalies. */
public enum Direction {
  /** More was sold than expected. */
  @JsonProperty("uplift")
  UPLIFT(1),
  /** Less was sold than expected. */
  @JsonProperty("drop")
  DROP(-1);

  private final int sign;

  Direction(int sign) {
    this.sign = sign;
  }

  /**
   * The sign of actual minus expected.
   *
   * @return 1 or -1
   */
  public int sign() {
    return sign;
  }
}
