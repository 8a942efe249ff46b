package org.minorityreport.core.attribution;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ReportSlice;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.AttributionSettings;
import org.minorityreport.api.stage.AttributionTask;
import org.minorityreport.api.stage.ReportInput;

/** A report of COLA at a store in Leeds, Yorkshire, and inputs that may or may not touch it. */
final class Reports {
  static final Instant ONSET = Instant.parse("2025-08-07T09:00:00Z");
  static final Instant TICK = Instant.parse("2025-08-07T16:00:00Z");
  static final ReportId REPORT = ReportId.of("MR-" + "a".repeat(32));

  private Reports() {}

  static AttributionTask task(Candidate... events) {
    return task(report(Optional.empty()), events);
  }

  static AttributionTask task(ReportInput report, Candidate... events) {
    return AttributionTask.builder()
        .runId(RunId.of("R1"))
        .tick(TICK)
        .addReports(AttributionInput.builder().input(report).build())
        .campaigns(List.of())
        .contextEvents(List.of(events))
        .settings(AttributionSettings.builder().build())
        .build();
  }

  static ContextEvent event(
      String id, Instant start, @Nullable Instant end, UnaryOperator<ContextEvent.Builder> more) {
    ContextEvent.Builder event = ContextEvent.builder();
    event
        .contextId(id)
        .category("weather")
        .name("Heatwave")
        .start(start)
        .end(Optional.ofNullable(end))
        .source("feed");
    return more.apply(event).build();
  }

  static Campaign campaign(String id) {
    return Campaign.builder()
        .campaignId(id)
        .name("TV")
        .channel("tv")
        .category("paid_media")
        .start(ONSET)
        .end(ONSET.plus(Duration.ofDays(1)))
        .build();
  }

  static ReportInput report(Optional<Instant> end) {
    return ReportInput.builder()
        .report(detected(Sku.of("COLA"), end))
        .slice(ReportSlice.builder().steps(Steps.of(ONSET, Cadence.parse("PT15M"), 4)).build())
        .store(
            Store.builder()
                .storeId(StoreId.of("S1"))
                .retailer("ACME")
                .city("Leeds")
                .region("Yorkshire")
                .build())
        .inputDigest("d1")
        .build();
  }

  private static ReportDetected detected(Sku sku, Optional<Instant> end) {
    return ReportDetected.builder()
        .reportId(REPORT)
        .runId(RunId.of("R1"))
        .writtenAt(ONSET)
        .storeId(StoreId.of("S1"))
        .sku(sku)
        .addSkus(sku)
        .firstDetectedFrom(ONSET)
        .windowStart(ONSET)
        .windowEnd(end)
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
        .isDegraded(false)
        .build();
  }
}
