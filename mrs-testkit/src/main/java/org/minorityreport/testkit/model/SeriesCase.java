package org.minorityreport.testkit.model;

import static java.util.stream.Collectors.joining;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.value.Units;

/**
 * Made-up sales that go on for ever: a level, a rhythm, noise and what is out of the ordinary. What
 * is sold in a step depends on its time alone, so that parts of one case agree. Immutable.
 *
 * @param cadence length of a step
 * @param level units of an ordinary step
 * @param rhythm whether days and weeks have a shape
 * @param noise greatest noise, in hundredths of the level
 * @param seed of the noise
 * @param bumps what is out of the ordinary; of two at one step the first counts
 */
record SeriesCase(
    Cadence cadence, int level, boolean rhythm, int noise, int seed, List<Bump> bumps) {
  static final Cadence QUARTERS = Cadence.parse("PT15M");
  static final Cadence HOURS = Cadence.parse("PT1H");
  static final Cadence DAYS = Cadence.parse("P1D");

  /** The step around which things happen; a Thursday. */
  private static final Instant NOW = Instant.parse("2025-08-07T16:00:00Z");

  static final Sku SKU = Sku.of("SKU-1");

  private static final SeriesId ID = SeriesId.of(StoreId.of("STORE_1"), SKU);
  private static final double[] WEEK = {1, 0.9, 0.95, 1, 1.2, 1.5, 1.3};
  private static final double[] DAY = {0.2, 0.1, 0.4, 1, 1.4, 1.2, 1.5, 0.8};

  static final Store STORE =
      Store.builder()
          .storeId(ID.store())
          .retailer("Corner Shops")
          .city("Leeds")
          .region("Yorkshire")
          .timeZone("Europe/London")
          .build();

  static Instant now(Cadence cadence) {
    return cadence.floor(NOW);
  }

  /** Level sales without noise. */
  static SeriesCase level(Cadence cadence, int level) {
    return new SeriesCase(cadence, level, false, 0, 0, List.of());
  }

  /** Sales as they come every day. */
  static SeriesCase ordinary(Cadence cadence, int seed) {
    int level = cadence.isDaily() ? 400 : (int) (cadence.seconds() / 60);
    return new SeriesCase(cadence, level, true, 15, seed, List.of());
  }

  SeriesCase with(Bump... more) {
    List<Bump> all = new ArrayList<>(List.of(more));
    all.addAll(bumps);
    return new SeriesCase(cadence, level, rhythm, noise, seed, all);
  }

  /** What is sold without noise and happenings. */
  double usual(Instant step) {
    if (!rhythm) {
      return level;
    }
    long seconds = step.getEpochSecond();
    double week = WEEK[(int) Math.floorMod(seconds / 86_400 + 3, 7L)];
    return cadence.isDaily() ? level * week : level * week * DAY[(int) (seconds % 86_400 / 10_800)];
  }

  /** Units of a step, {@link SalesSeries#UNKNOWN} where not known. */
  long units(Instant step) {
    long number = cadence.between(now(cadence), step);
    double swing = noise == 0 ? 0 : level * (noise / 100.0) * chance(number);
    long ordinary = Math.max(0, Math.round(usual(step) + swing));
    for (Bump bump : bumps) {
      if (bump.covers(number)) {
        return bump.kind().units(ordinary);
      }
    }
    return ordinary;
  }

  /** Between -1 and 1, of a step and the seed. */
  private double chance(long number) {
    long x = (seed + 1) * 0x9E3779B97F4A7C15L + number * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 30)) * 0xBF58476D1CE4E5B9L;
    x = (x ^ (x >>> 27)) * 0x94D049BB133111EBL;
    return ((x ^ (x >>> 31)) >> 11) / (double) (1L << 52);
  }

  /** The sales from one step to another, counted from that of now. */
  SalesSeries series(int from, int to) {
    Steps steps = Steps.of(cadence.plus(now(cadence), from), cadence, Math.max(0, to - from));
    long[] thousandths = new long[steps.count()];
    for (int i = 0; i < thousandths.length; i++) {
      long units = units(steps.timeAt(i));
      thousandths[i] = units == SalesSeries.UNKNOWN ? units : units * Units.PER_UNIT;
    }
    return SalesSeries.of(ID, steps, thousandths);
  }

  String words() {
    String each =
        cadence.equals(DAYS) ? "daily" : cadence.equals(HOURS) ? "hourly" : "quarter-hourly";
    String shape = rhythm ? " with the rhythm of day and week" : "";
    String around = noise == 0 ? "" : " and noise of " + noise + " % (seed " + seed + ")";
    String odd =
        bumps.isEmpty()
            ? ""
            : ", " + bumps.stream().map(b -> b.words(cadence)).collect(joining(", "));
    return each + " sales of " + level + shape + around + odd;
  }

  /**
   * Any sales.
   *
   * @param cadences lengths of steps
   * @param first the first step at which something may happen, counted from that of now
   * @param last the last one
   */
  static Arbitrary<SeriesCase> any(List<Cadence> cadences, int first, int last) {
    Arbitrary<Bump> bumps =
        Combinators.combine(
                Arbitraries.integers().between(first, last).shrinkTowards(0),
                Arbitraries.integers().between(1, 8),
                Arbitraries.of(Bump.Kind.class))
            .as(Bump::new);
    return Combinators.combine(
            Arbitraries.of(cadences),
            Arbitraries.integers().between(0, 200).shrinkTowards(20),
            Arbitraries.of(false, true),
            Arbitraries.integers().between(0, 30),
            Arbitraries.integers().between(0, 1000),
            bumps.list().ofMaxSize(4))
        .as(SeriesCase::new);
  }

  /** {@return the cadences that a model claims to understand} */
  static List<Cadence> cadences(ModelBench<?, ?, ?> bench) {
    return bench.claims(ModelCapability.DAILY_STEPS)
        ? List.of(HOURS, QUARTERS, DAYS)
        : List.of(HOURS, QUARTERS);
  }
}
