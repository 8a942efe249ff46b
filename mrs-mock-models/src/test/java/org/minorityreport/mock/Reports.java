package org.minorityreport.mock;

import java.math.BigDecimal;
import java.time.Instant;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;

/** Rows to ask models about. */
public final class Reports {
  public static final Instant ONSET = Instant.parse("2025-08-07T09:00:00Z");
  public static final Sku SKU = Sku.of("sku");

  private Reports() {}

  public static ReportDetected detected(String store, Direction direction) {
    StoreId id = StoreId.of(store);
    return ReportDetected.builder()
        .reportId(ReportId.of("MR-6a20e58883f194e885a0d230525dd11f"))
        .runId(RunId.of("run"))
        .writtenAt(ONSET.plusSeconds(7200))
        .storeId(id)
        .sku(SKU)
        .addSkus(SKU)
        .firstDetectedFrom(ONSET)
        .windowStart(ONSET)
        .direction(direction)
        .severityScore(0.5)
        .addMembers(
            ReportMember.builder()
                .sku(SKU)
                .direction(direction)
                .raisedAt(ONSET.plusSeconds(3600))
                .severityScore(0.5)
                .attributedSalesTotal(BigDecimal.TEN.setScale(0))
                .baselineSalesTotal(BigDecimal.ONE)
                .build())
        .attributedSalesTotal(BigDecimal.TEN.setScale(0))
        .baselineSalesTotal(BigDecimal.ONE)
        .reportStatus("detected")
        .isDegraded(false)
        .build();
  }
}
