package org.minorityreport.examples.benchmarks.reading;

import java.math.BigDecimal;
import java.util.Map;

/**
 * What readings of the same logs must agree on. Immutable.
 *
 * @param reports number of reports
 * @param sales sum of {@code attributed_sales_total} over the newest rows of MRDL
 * @param confidence sum of {@code confidence_score} over the newest rows of MRPAL
 */
public record Answer(long reports, BigDecimal sales, BigDecimal confidence) {
  /** {@return the same as figures} */
  public Map<String, Object> figures() {
    return Map.of("reports", reports, "sales", sales, "confidence", confidence);
  }
}
