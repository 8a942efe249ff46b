package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.Arrays;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;

/** A series of store 327, flat but for what is written into it. */
final class Script {
  static final StoreId STORE = StoreId.of("327");

  private final SeriesId id;
  private final Steps steps;
  private final long[] units;
  private final long[] cents;

  private Script(SeriesId id, Steps steps, long units) {
    this.id = id;
    this.steps = steps;
    this.units = new long[steps.count()];
    this.cents = new long[steps.count()];
    Arrays.fill(this.units, 1000 * units);
    Arrays.fill(this.cents, SalesSeries.UNKNOWN);
  }

  static Script flat(String sku, String cadence, String from, String to, long units) {
    Steps steps = Steps.between(Instant.parse(from), Instant.parse(to), Cadence.parse(cadence));
    return new Script(SeriesId.of(STORE, Sku.of(sku)), steps, units);
  }

  Script set(String from, String to, long value) {
    return fill(units, from, to, 1000 * value);
  }

  Script unknown(String from, String to) {
    return fill(units, from, to, SalesSeries.UNKNOWN);
  }

  Script revenue(String from, String to, long centsPerStep) {
    return fill(cents, from, to, centsPerStep);
  }

  SalesSeries series() {
    return SalesSeries.of(id, steps, units, cents);
  }

  private Script fill(long[] column, String from, String to, long value) {
    Arrays.fill(
        column, steps.indexOf(Instant.parse(from)), steps.indexOf(Instant.parse(to)), value);
    return this;
  }
}
