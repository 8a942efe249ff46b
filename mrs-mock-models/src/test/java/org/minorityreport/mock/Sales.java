package org.minorityreport.mock;

import java.time.Instant;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;

/** Series to try models on; every one of them from a seed. */
public final class Sales {
  /** A Monday. */
  public static final Instant START = Instant.parse("2025-06-02T00:00:00Z");

  private static final double[] WEEK = {1, 0.9, 0.95, 1, 1.2, 1.5, 1.3};

  private Sales() {}

  public static Store store(String zone) {
    return Store.builder().storeId(StoreId.of("store")).retailer("retailer").timeZone(zone).build();
  }

  public static SalesSeries series(Steps steps, long[] thousandths) {
    return SalesSeries.of(SeriesId.of(StoreId.of("store"), Sku.of("sku")), steps, thousandths);
  }

  public static SalesSeries series(String cadence, int count, IntToDoubleFunction units) {
    long[] values = new long[count];
    for (int i = 0; i < count; i++) {
      double value = units.applyAsDouble(i);
      values[i] = Double.isNaN(value) ? SalesSeries.UNKNOWN : (long) (value * 1000);
    }
    return series(Steps.of(START, Cadence.parse(cadence), count), values);
  }

  /** Independent purchases with daily and weekly rhythm; closed at night. */
  public static long[] counts(Cadence cadence, int days, double perHour, SplittableRandom random) {
    int perDay = (int) (86_400 / cadence.seconds());
    long[] values = new long[days * perDay];
    for (int i = 0; i < values.length; i++) {
      values[i] = 1000 * count(rate(cadence, i, perHour), random);
    }
    return values;
  }

  /** What such counts are on average. */
  public static double rate(Cadence cadence, int step, double perHour) {
    int perDay = (int) (86_400 / cadence.seconds());
    double day = WEEK[step / perDay % 7];
    if (perDay == 1) {
      return day * perHour * 14;
    }
    double hour = step % perDay * 24.0 / perDay;
    double shape = hour < 6 || hour >= 22 ? 0 : 1 + 0.6 * Math.sin((hour - 8) / 12 * Math.PI);
    return day * shape * perHour * cadence.seconds() / 3600;
  }

  private static long count(double mean, SplittableRandom random) {
    if (mean > 60) {
      return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal(random)));
    }
    double limit = Math.exp(-mean);
    long count = 0;
    for (double p = random.nextDouble(); p > limit; p *= random.nextDouble()) {
      count++;
    }
    return count;
  }

  public static double normal(SplittableRandom random) {
    double radius = Math.sqrt(-2 * Math.log(1 - random.nextDouble()));
    return radius * Math.cos(2 * Math.PI * random.nextDouble());
  }
}
