package org.minorityreport.core.clustering;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.model.SkuSlice;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.stage.ReportInput;

/** Columns, slices and reports for the tests of clustering. */
final class Slices {
  static final Cadence QUARTER_HOUR = Cadence.parse("PT15M");

  /** A Thursday. */
  static final Instant ONSET = Instant.parse("2025-08-07T09:00:00Z");

  static final ReportId REPORT = ReportId.of("MR-" + "a".repeat(32));

  private Slices() {}

  /** A column of units; NaN is unknown. */
  static UnitsColumn units(double... units) {
    long[] thousandths = new long[units.length];
    for (int i = 0; i < units.length; i++) {
      thousandths[i] = Double.isNaN(units[i]) ? SalesSeries.UNKNOWN : Math.round(units[i] * 1000);
    }
    return UnitsColumn.of(thousandths);
  }

  /** The features of ratios against an expectation of 100 units per step of 15 minutes. */
  static FeatureVector features(double... ratios) {
    double[] actual = new double[ratios.length];
    double[] expected = new double[ratios.length];
    for (int i = 0; i < ratios.length; i++) {
      actual[i] = 100 * ratios[i];
      expected[i] = 100;
    }
    return FeatureVector.of(
        Steps.of(ONSET, QUARTER_HOUR, ratios.length),
        units(actual),
        units(expected),
        ZoneId.of("UTC"));
  }

  /** A report of one SKU over some steps from {@link #ONSET} on. */
  static ReportInput report(UnitsColumn actual, UnitsColumn expected) {
    Sku sku = Sku.of("COLA");
    StoreId store = StoreId.of("S1");
    return ReportInput.builder()
        .report(detected(sku, store))
        .slice(
            ReportSlice.builder()
                .steps(Steps.of(ONSET, QUARTER_HOUR, actual.size()))
                .addSkus(
                    SkuSlice.builder()
                        .sku(sku)
                        .direction(Direction.UPLIFT)
                        .actual(actual)
                        .expected(expected)
                        .build())
                .build())
        .store(Store.builder().storeId(store).retailer("ACME").build())
        .inputDigest("d1")
        .build();
  }

  private static ReportDetected detected(Sku sku, StoreId store) {
    return ReportDetected.builder()
        .reportId(REPORT)
        .runId(RunId.of("R1"))
        .writtenAt(ONSET)
        .storeId(store)
        .sku(sku)
        .addSkus(sku)
        .firstDetectedFrom(ONSET)
        .windowStart(ONSET)
        .windowEnd(Optional.empty())
        .direction(Direction.UPLIFT)
        .severityScore(0.5)
        .addMembers(
            ReportMember.builder()
                .sku(sku)
                .direction(Direction.UPLIFT)
                .raisedAt(ONSET.plusSeconds(1800))
                .severityScore(0.5)
                .attributedSalesTotal(BigDecimal.TEN)
                .baselineSalesTotal(BigDecimal.ONE)
                .build())
        .attributedSalesTotal(BigDecimal.TEN)
        .baselineSalesTotal(BigDecimal.ONE)
        .reportStatus("detected")
        .isDegraded(true)
        .addDegradedReasons("BASELINE_fallback")
        .putModelVersions("baseline", "mock-baseline@1")
        .build();
  }
}
