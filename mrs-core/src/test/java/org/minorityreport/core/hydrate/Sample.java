package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.series.Direction;
import org.minorityreport.core.identity.Identity;
import org.minorityreport.core.json.LogCodec;

/** Makes the rows of one report, full of values that a test may change. */
record Sample(StoreId store, Instant onset) {
  private static final Sku SKU = Sku.of("cola");

  static Sample of(String store, String onset) {
    return new Sample(StoreId.of(store), Instant.parse(onset));
  }

  ReportId id() {
    return Identity.reportId(store, onset);
  }

  EventId event() {
    return Identity.eventId(id(), onset);
  }

  LogRow detected(String tick) {
    return detected(tick, b -> b);
  }

  LogRow detected(String tick, UnaryOperator<ReportDetected.Builder> change) {
    ReportDetected.Builder row = ReportDetected.builder().from((ReportSpine) spine(tick));
    return LogCodec.row(Logs.REPORTS_DETECTED, change.apply(row).build());
  }

  LogRow ended(String tick, String end) {
    return ended(tick, b -> b.windowEnd(Instant.parse(end)));
  }

  LogRow ended(String tick, UnaryOperator<ReportEnded.Builder> change) {
    ReportEnded.Builder row =
        ReportEnded.builder()
            .reportId(id())
            .runId(Scene.RUN)
            .writtenAt(Instant.parse(tick))
            .storeId(store)
            .eventStatus(EventStatus.ENDED)
            .endReason(EndReason.RETURNED_TO_BASELINE);
    return LogCodec.row(Logs.REPORTS_ENDED, change.apply(row).build());
  }

  LogRow reopened(String tick) {
    return ended(tick, b -> b.eventStatus(EventStatus.ACTIVE).endReason(EndReason.REOPENED));
  }

  LogRow clustered(String tick) {
    return clustered(tick, b -> b.clusterId("CL-7").clusterName("spike").similarityScore(0.9));
  }

  LogRow clustered(String tick, UnaryOperator<ReportClustered.Builder> change) {
    ReportClustered.Builder row =
        ReportClustered.builder()
            .from((ReportSpine) spine(tick))
            .featureVector(Collections.nCopies(16, 0.5));
    return LogCodec.row(Logs.REPORTS_CLUSTERED, change.apply(row).build());
  }

  LogRow attributed(String tick) {
    return attributed(tick, b -> b.confidenceScore(0.8));
  }

  LogRow attributed(String tick, UnaryOperator<ReportAttributed.Builder> change) {
    ReportAttributed.Builder row =
        ReportAttributed.builder()
            .from((ReportSpine) spine(tick))
            .proposedCause("TV Campaign Launch")
            .proposedCauseCategory("paid media");
    return LogCodec.row(Logs.REPORTS_ATTRIBUTED, change.apply(row).build());
  }

  LogRow cohorted(String tick, EventId event) {
    return cohorted(tick, b -> b.reportGroupId(event));
  }

  LogRow cohorted(String tick, UnaryOperator<ReportCohorted.Builder> change) {
    ReportCohorted.Builder row =
        ReportCohorted.builder()
            .from((ReportSpine) spine(tick))
            .proposedCause("TV Campaign Launch")
            .proposedCauseCategory("paid media")
            .reportGroupId(event())
            .eventStatus(EventStatus.ACTIVE)
            .cohortName("seen by " + store)
            .cohortConfidence(0.7)
            .cohortReason(List.of("shared_cause"))
            .cohortSize(1);
    return LogCodec.row(Logs.REPORTS_COHORTED, change.apply(row).build());
  }

  LogRow logged(String tick) {
    return logged(tick, b -> b);
  }

  LogRow logged(String tick, UnaryOperator<EventRecord.Builder> change) {
    Instant at = Instant.parse(tick);
    EventRecord.Builder row =
        EventRecord.builder()
            .eventId(event())
            .runId(Scene.RUN)
            .writtenAt(at)
            .anchorReportId(id())
            .eventStatus(EventStatus.ACTIVE)
            .cohortName("event of " + store)
            .cohortReason(List.of("shared_cause"))
            .cohortConfidence(0.9)
            .cohortSize(1)
            .reportIds(List.of(id()))
            .storeIds(List.of(store))
            .direction(Direction.UPLIFT)
            .windowStart(onset)
            .severityScore(0.5)
            .attributedSalesTotal(new BigDecimal("30"))
            .baselineSalesTotal(new BigDecimal("10"))
            .proposedCause("TV Campaign Launch")
            .proposedCauseCategory("paid media")
            .createdAt(at)
            .isDegraded(false);
    return LogCodec.row(Logs.EVENTS, change.apply(row).build());
  }

  LogRow located(String tick, String region, boolean gone) {
    StoreRecord.Builder row =
        StoreRecord.builder()
            .runId(Scene.RUN)
            .writtenAt(Instant.parse(tick))
            .storeId(store)
            .store(Store.builder().storeId(store).retailer("Corner").region(region).build());
    return LogCodec.row(Logs.STORES, gone ? row.gone(true).build() : row.build());
  }

  static LogRow ran(String stage, String tick, StageOutcome outcome, String... codes) {
    return LogCodec.row(
        Logs.STAGE_RUNS,
        StageRun.builder()
            .runId(Scene.RUN)
            .writtenAt(Instant.parse(tick))
            .stage(stage)
            .outcome(outcome)
            .rowsIn(1)
            .rowsOut(1)
            .rowsError(0)
            .configId("CF-1")
            .degradedReasons(List.of(codes))
            .build());
  }

  ReportMember member(double severity, Instant raisedAt) {
    return ReportMember.builder()
        .sku(SKU)
        .direction(Direction.UPLIFT)
        .raisedAt(raisedAt)
        .severityScore(severity)
        .attributedSalesTotal(new BigDecimal("30"))
        .baselineSalesTotal(new BigDecimal("10"))
        .build();
  }

  ReportDetected spine(String tick) {
    Instant at = Instant.parse(tick);
    return ReportDetected.builder()
        .reportId(id())
        .runId(Scene.RUN)
        .writtenAt(at)
        .storeId(store)
        .sku(SKU)
        .skus(List.of(SKU))
        .firstDetectedFrom(onset)
        .windowStart(onset)
        .direction(Direction.UPLIFT)
        .severityScore(0.5)
        .members(List.of(member(0.5, at)))
        .attributedSalesTotal(new BigDecimal("30"))
        .baselineSalesTotal(new BigDecimal("10"))
        .impactEstimate(new BigDecimal("40.00"))
        .reportStatus("detected")
        .isDegraded(false)
        .build();
  }
}
