package org.minorityreport.core.feed;

import java.time.Instant;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;

/**
 * What the log says of one step.
 *
 * @param time its start
 * @param cadence its length
 * @param actual thousandths sold, or {@link SalesSeries#UNKNOWN}
 * @param expected thousandths expected, or {@link SalesSeries#UNKNOWN}
 * @param spread standard deviation, or not a number
 */
record KnownStep(Instant time, Cadence cadence, long actual, long expected, double spread) {
  boolean isSold() {
    return actual != SalesSeries.UNKNOWN;
  }

  boolean isExpected() {
    return expected != SalesSeries.UNKNOWN;
  }

  Instant end() {
    return cadence.plus(time, 1);
  }
}
