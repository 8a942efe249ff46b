package org.minorityreport.examples.benchmarks.workload;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;

/**
 * Ticks of a run with a fixed number of open reports: at every tick each of them has a row of MRDL,
 * and one that closed is followed by a new one. A report lives for 16 to 63 ticks if nothing else
 * is said; one store in four sends revenue, so that its rows have money.
 *
 * <p>Rows depend on tick and place alone. Thread-safe.
 */
public final class ReportTicks {
  /** The run of all rows. */
  public static final RunId RUN = RunId.of("north");

  private static final Instant FIRST = Instant.parse("2025-01-01T00:00:00Z");
  private static final Duration STEP = Duration.ofMinutes(15);
  private static final int SHORTEST_LIFE = 16;
  private static final int LIVES = 48;
  private static final int STEPS_BEFORE_RAISED = 2;
  private static final int PRICED_ONE_IN = 4;
  private static final int DEGRADED_ONE_IN = 64;
  private static final int SUPPRESSED_ONE_IN = 128;
  static final int STORES = 2_000;

  private static final int FIRST_SKU = 1_000;
  private static final int SKUS = 9_000;
  private static final SortedMap<String, String> MODELS =
      new TreeMap<>(Map.of("baseline", "hw@3", "classifier", "iso@2"));

  private final int openReports;
  private final int shortestLife;
  private final int lives;

  /**
   * Ticks with so many rows each.
   *
   * @param openReports rows of a tick, 1 or more
   */
  public ReportTicks(int openReports) {
    this(openReports, SHORTEST_LIFE, LIVES);
  }

  /** Ticks whose reports live for {@code shortestLife} ticks or up to {@code lives - 1} more. */
  ReportTicks(int openReports, int shortestLife, int lives) {
    if (openReports < 1) {
      throw new IllegalArgumentException(
          "open reports are " + openReports + ", expected 1 or more");
    }
    this.openReports = openReports;
    this.shortestLife = shortestLife;
    this.lives = lives;
  }

  /** {@return rows of each tick} */
  public int rowsPerTick() {
    return openReports;
  }

  /**
   * The rows of a tick.
   *
   * @param tick its number, from 0
   * @return one row per open report
   */
  public List<ReportDetected> rows(long tick) {
    List<ReportDetected> rows = new ArrayList<>(openReports);
    for (int place = 0; place < openReports; place++) {
      rows.add(row(life(place, tick), tick));
    }
    return rows;
  }

  /** The report that has a place at a tick. */
  ReportLife life(int place, long tick) {
    int length = shortestLife + Mix.below(lives, place);
    int phase = Mix.below(length, ~place);
    return new ReportLife(place, (tick + phase) / length, length, phase);
  }

  static Instant time(long tick) {
    return FIRST.plus(STEP.multipliedBy(tick));
  }

  static StoreId store(ReportLife life) {
    return StoreId.of(Integer.toString(Mix.below(STORES, life.seed() + 1)));
  }

  /** The row of a report at one of its ticks. */
  static ReportDetected row(ReportLife life, long tick) {
    long seed = life.seed();
    Instant writtenAt = time(tick);
    ReportMember member = member(seed, (int) (tick - life.first()), life.length(), writtenAt);
    int store = Mix.below(STORES, seed + 1);
    Instant onset = member.raisedAt().minus(STEP.multipliedBy(STEPS_BEFORE_RAISED));
    ReportDetected.Builder row =
        ReportDetected.builder()
            .reportId(reportId(seed))
            .runId(RUN)
            .writtenAt(writtenAt)
            .storeId(store(life))
            .sku(member.sku())
            .addSkus(member.sku())
            .firstDetectedFrom(onset)
            .windowStart(onset)
            .windowEnd(member.windowEnd())
            .direction(member.direction())
            .severityScore(member.severityScore())
            .attributedSalesTotal(member.attributedSalesTotal())
            .baselineSalesTotal(member.baselineSalesTotal())
            .reportStatus("detected")
            .isDegraded(false)
            .modelVersions(MODELS);
    price(row, member, store, seed);
    mark(row, seed);
    return row.build();
  }

  private static ReportMember member(long seed, int age, int life, Instant writtenAt) {
    Direction direction = (seed & 1) == 0 ? Direction.UPLIFT : Direction.DROP;
    long expected = (20L + Mix.below(80, seed + 2)) * (age + STEPS_BEFORE_RAISED);
    long actual = direction == Direction.UPLIFT ? expected * 17 / 10 : expected * 4 / 10;
    return ReportMember.builder()
        .sku(Sku.of(Integer.toString(FIRST_SKU + Mix.below(SKUS, seed + 3))))
        .direction(direction)
        .raisedAt(writtenAt.minus(STEP.multipliedBy(age)))
        .windowEnd(age == life - 1 ? Optional.of(writtenAt.minus(STEP)) : Optional.empty())
        .severityScore((3_000 + Mix.below(6_000, seed + 4) + age) / 10_000.0)
        .attributedSalesTotal(BigDecimal.valueOf(actual))
        .baselineSalesTotal(BigDecimal.valueOf(expected))
        .build();
  }

  /** Adds member and money: one store in four sends revenue, so that its goods have a price. */
  private static void price(ReportDetected.Builder row, ReportMember member, int store, long seed) {
    if (store % PRICED_ONE_IN != 0) {
      row.addMembers(member);
      return;
    }
    BigDecimal price = BigDecimal.valueOf(99L + Mix.below(900, seed + 5), 2);
    BigDecimal attributed = member.attributedSalesTotal().multiply(price);
    BigDecimal baseline = member.baselineSalesTotal().multiply(price);
    BigDecimal impact = attributed.subtract(baseline);
    row.attributedRevenueTotal(attributed)
        .baselineRevenueTotal(baseline)
        .impactEstimate(impact)
        .addMembers(ReportMember.builder().from(member).impactEstimate(impact).build());
  }

  private static void mark(ReportDetected.Builder row, long seed) {
    if (Mix.below(DEGRADED_ONE_IN, seed + 6) == 0) {
      row.isDegraded(true).addDegradedReasons("CAMPAIGNS_missing");
    }
    if (Mix.below(SUPPRESSED_ONE_IN, seed + 7) == 0) {
      row.suppressedBy("quiet-hours@1");
    }
  }

  static ReportId reportId(long seed) {
    HexFormat hex = HexFormat.of();
    return ReportId.of("MR-" + hex.toHexDigits(Mix.of(seed)) + hex.toHexDigits(Mix.of(~seed)));
  }
}
