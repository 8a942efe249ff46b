package org.minorityreport.testkit.host;

import java.time.Instant;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.value.Units;

/** The sales of one series while a scenario is told. One thread at a time. */
final class SoldSeries {
  private final SeriesId id;
  private final Steps steps;
  private final long[] thousandths;

  /**
   * Steps of a day sell by a fixed little pattern more or less, as constant sales have no noise.
   */
  SoldSeries(SeriesId id, Cadence cadence, double units, Instant from, Instant to) {
    this.id = id;
    this.steps = Steps.between(from, to, cadence);
    this.thousandths = new long[steps.count()];
    for (int i = 0; i < thousandths.length; i++) {
      double swing = 1 + 0.05 * ((i * 7 + i / 24 * 3) % 5 - 2);
      thousandths[i] = Math.round(units * swing) * Units.PER_UNIT;
    }
  }

  void change(Instant from, Instant to, double factor) {
    for (int i = 0; i < thousandths.length; i++) {
      Instant step = steps.timeAt(i);
      if (!step.isBefore(from) && step.isBefore(to) && thousandths[i] != SalesSeries.UNKNOWN) {
        long units = Math.round(thousandths[i] / (double) Units.PER_UNIT * factor);
        thousandths[i] = units * Units.PER_UNIT;
      }
    }
  }

  void forget(Instant from, Instant to) {
    for (int i = 0; i < thousandths.length; i++) {
      Instant step = steps.timeAt(i);
      if (!step.isBefore(from) && step.isBefore(to)) {
        thousandths[i] = SalesSeries.UNKNOWN;
      }
    }
  }

  SalesSeries series() {
    return SalesSeries.of(id, steps, thousandths);
  }
}
