package org.minorityreport.testkit.model;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.model.SkuSlice;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.Units;

/**
 * A report that detection could have made. Immutable.
 *
 * @param sales what was sold; what is usual was expected
 * @param steps number of steps from the onset, which is now, to the last deviating one
 * @param direction its side
 * @param number tells reports apart
 */
record ReportCase(SeriesCase sales, int steps, Direction direction, int number) {
  /** Two hours of three times as many. */
  static ReportCase ordinary(int number) {
    return new ReportCase(
        SeriesCase.ordinary(SeriesCase.QUARTERS, number).with(new Bump(0, 8, Bump.Kind.TREBLE)),
        8,
        Direction.UPLIFT,
        number);
  }

  /** An hour and more in which little is sold. */
  static ReportCase drop(int number) {
    return new ReportCase(
        SeriesCase.ordinary(SeriesCase.QUARTERS, number).with(new Bump(0, 6, Bump.Kind.THIRD)),
        6,
        Direction.DROP,
        number);
  }

  static ReportCase of(SeriesCase sales, int steps) {
    return new ReportCase(sales, steps, Direction.UPLIFT, 1);
  }

  ReportId reportId() {
    return ReportId.of(String.format(Locale.ROOT, "MR-%032x", number));
  }

  Steps span() {
    return Steps.of(onset(), sales.cadence(), steps);
  }

  Instant onset() {
    return SeriesCase.now(sales.cadence());
  }

  UnitsColumn actual() {
    SalesSeries sold = sales.series(0, steps);
    long[] values = new long[steps];
    for (int i = 0; i < steps; i++) {
      values[i] = sold.thousandthsAt(i);
    }
    return UnitsColumn.of(values);
  }

  UnitsColumn expected() {
    long[] values = new long[steps];
    Steps span = span();
    for (int i = 0; i < steps; i++) {
      values[i] = Units.toThousandths(sales.usual(span.timeAt(i)));
    }
    return UnitsColumn.of(values);
  }

  ReportSlice slice() {
    return ReportSlice.builder()
        .steps(span())
        .addSkus(
            SkuSlice.builder()
                .sku(SeriesCase.SKU)
                .direction(direction)
                .actual(actual())
                .expected(expected())
                .build())
        .build();
  }

  ReportDetected report(Store store) {
    Instant tick = sales.cadence().plus(onset(), steps + 1L);
    ReportMember member =
        ReportMember.builder()
            .sku(SeriesCase.SKU)
            .direction(direction)
            .raisedAt(tick)
            .severityScore(0.6)
            .attributedSalesTotal(total(actual()))
            .baselineSalesTotal(total(expected()))
            .build();
    return ReportDetected.builder()
        .reportId(reportId())
        .runId(RunId.of("kit"))
        .writtenAt(tick)
        .storeId(store.storeId())
        .sku(SeriesCase.SKU)
        .addSkus(SeriesCase.SKU)
        .firstDetectedFrom(onset())
        .windowStart(onset())
        .direction(direction)
        .severityScore(member.severityScore())
        .addMembers(member)
        .attributedSalesTotal(member.attributedSalesTotal())
        .baselineSalesTotal(member.baselineSalesTotal())
        .reportStatus("detected")
        .isDegraded(false)
        .build();
  }

  private static BigDecimal total(UnitsColumn column) {
    long sum = 0;
    for (int i = 0; i < column.size(); i++) {
      long value = column.thousandthsAt(i);
      sum += value == SalesSeries.UNKNOWN ? 0 : value;
    }
    return Units.fromThousandths(sum);
  }

  String words() {
    String side = direction == Direction.UPLIFT ? "an uplift" : "a drop";
    return side + " over " + steps + " steps in " + sales.words();
  }

  /** Any report over so many steps at least. */
  static Arbitrary<ReportCase> any(int fewest) {
    return Combinators.combine(
            SeriesCase.any(List.of(SeriesCase.QUARTERS, SeriesCase.HOURS), 0, 40),
            Arbitraries.integers().between(fewest, 60),
            Arbitraries.of(Direction.class),
            Arbitraries.integers().between(1, 1000))
        .as(ReportCase::new);
  }
}
