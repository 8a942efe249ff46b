package org.minorityreport.mock.world;

import java.time.LocalTime;
import java.util.Locale;

/** The kinds of stores, each with its level of sales and its rhythm over the week. */
@SuppressWarnings("ImmutableEnumChecker") // the arrays are private and never written
enum StoreFormat {
  /** Large, out of town: busy all day and most of all on Saturdays. */
  SUPERSTORE(
      100,
      new double[] {
        0.07, 0.05, 0.04, 0.04, 0.05, 0.10, 0.22, 0.40, 0.58, 0.74, 0.88, 0.96, //
        1.00, 0.97, 0.92, 0.92, 0.96, 0.99, 0.94, 0.80, 0.60, 0.40, 0.22, 0.12
      },
      new double[] {0.86, 0.84, 0.86, 0.90, 0.97, 1.00, 0.90}),
  /** Round the corner: lunch, and most of all the evening. */
  CONVENIENCE(
      30,
      new double[] {
        0.08, 0.05, 0.04, 0.04, 0.06, 0.14, 0.34, 0.58, 0.66, 0.62, 0.66, 0.78, //
        0.90, 0.84, 0.76, 0.80, 0.90, 1.00, 1.00, 0.90, 0.74, 0.54, 0.32, 0.16
      },
      new double[] {0.92, 0.92, 0.93, 0.95, 1.00, 0.98, 0.92}),
  /** At stations and in centres: commuters in the morning, at noon and in the evening. */
  EXPRESS(
      34,
      new double[] {
        0.06, 0.04, 0.03, 0.04, 0.08, 0.24, 0.56, 0.90, 0.96, 0.70, 0.66, 0.84, //
        1.00, 0.94, 0.72, 0.74, 0.90, 1.00, 0.92, 0.70, 0.52, 0.38, 0.24, 0.12
      },
      new double[] {0.98, 0.98, 0.99, 1.00, 1.00, 0.84, 0.76});

  /** Slots of a quarter of an hour in a week. */
  static final int SLOTS = 7 * 24 * 4;

  private static final int SLOTS_PER_HOUR = 4;

  private final double peakUnitsPerHour;
  private final double[] hours;
  private final double[] weekdays;

  StoreFormat(double peakUnitsPerHour, double[] hours, double[] weekdays) {
    this.peakUnitsPerHour = peakUnitsPerHour;
    this.hours = hours;
    this.weekdays = weekdays;
  }

  /** What a usual product sells in an hour at the peak of the week. */
  double peakUnitsPerHour() {
    return peakUnitsPerHour;
  }

  /** The share of the peak in each quarter of an hour of the local week, from Monday 00:00. */
  double[] rhythm() {
    double[] rhythm = new double[SLOTS];
    for (int slot = 0; slot < SLOTS; slot++) {
      // An hour's figure stands in its middle; between, sales change evenly.
      double hour = (slot + 0.5) / SLOTS_PER_HOUR - 0.5;
      int before = (int) Math.floor(hour);
      double part = hour - before;
      int day = slot / (24 * SLOTS_PER_HOUR);
      rhythm[slot] =
          weekdays[day]
              * ((1 - part) * hours[Math.floorMod(before, 24)]
                  + part * hours[Math.floorMod(before + 1, 24)]);
    }
    return rhythm;
  }

  /** What a usual product sells in a quarter of an hour from a local time on, on a usual day. */
  double usualUnits(LocalTime time) {
    return peakUnitsPerHour * 0.92 * rhythm()[time.toSecondOfDay() / 900] / SLOTS_PER_HOUR;
  }

  String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
