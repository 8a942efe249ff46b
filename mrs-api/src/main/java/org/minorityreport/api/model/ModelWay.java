package org.minorityreport.api.model;

import java.util.Locale;

/** In which way a model comes to be asked (spec 5.4, the {@code route} of rows). */
public enum ModelWay {
  /** It is the model in service. */
  PRIMARY,
  /** It takes a share of the questions from the model in service. */
  CHALLENGER,
  /** It stands in for one that failed. */
  FALLBACK,
  /** It is asked and logged, and its answer is not used. */
  SHADOW;

  /** {@return the word in rows: lower case} */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
