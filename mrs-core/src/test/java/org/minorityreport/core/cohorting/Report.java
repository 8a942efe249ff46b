package org.minorityreport.core.cohorting;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.value.Money;
import org.minorityreport.core.identity.Identity;

/** A report in a test: few things said, the rest filled in. Immutable. */
record Report(
    String store,
    String region,
    Instant onset,
    @Nullable Instant end,
    String cause,
    String category,
    @Nullable String evidence,
    @Nullable Integer impact,
    double severity,
    Direction direction,
    Instant raisedAt) {

  static Report at(String store, String region, String onset) {
    Instant time = Instant.parse("2025-08-" + onset + ":00Z");
    return new Report(
        store,
        region,
        time,
        null,
        "unknown",
        "unknown",
        null,
        null,
        0.5,
        Direction.UPLIFT,
        time.plusSeconds(1800));
  }

  Report shifted(Instant newOnset) {
    return new Report(
        store,
        region,
        newOnset,
        end,
        cause,
        category,
        evidence,
        impact,
        severity,
        direction,
        newOnset.plusSeconds(1800));
  }

  Report until(String time) {
    return ended(Instant.parse("2025-08-" + time + ":00Z"));
  }

  Report ended(@Nullable Instant time) {
    return new Report(
        store, region, onset, time, cause, category, evidence, impact, severity, direction,
        raisedAt);
  }

  Report of(String newCause, String newCategory, @Nullable String newEvidence) {
    return new Report(
        store,
        region,
        onset,
        end,
        newCause,
        newCategory,
        newEvidence,
        impact,
        severity,
        direction,
        raisedAt);
  }

  Report weighing(@Nullable Integer newImpact, double newSeverity) {
    return new Report(
        store,
        region,
        onset,
        end,
        cause,
        category,
        evidence,
        newImpact,
        newSeverity,
        direction,
        raisedAt);
  }

  Report down() {
    return new Report(
        store,
        region,
        onset,
        end,
        cause,
        category,
        evidence,
        impact,
        severity,
        Direction.DROP,
        raisedAt);
  }

  Report raised(String time) {
    return raised(Instant.parse("2025-08-" + time + ":00Z"));
  }

  Report raised(Instant time) {
    return new Report(
        store, region, onset, end, cause, category, evidence, impact, severity, direction, time);
  }

  ReportId id() {
    return Identity.reportId(StoreId.of(store), onset);
  }

  CohortMember member() {
    return CohortMember.builder()
        .attributed(attributed())
        .store(
            Store.builder()
                .storeId(StoreId.of(store))
                .retailer("ACME")
                .region(region)
                .lat(53.8)
                .lon(-1.5)
                .build())
        .build();
  }

  private ReportAttributed attributed() {
    Optional<BigDecimal> money =
        Optional.ofNullable(impact).map(value -> Money.normal(BigDecimal.valueOf(value)));
    Sku sku = Sku.of("COLA");
    ReportAttributed.Builder report = ReportAttributed.builder();
    report
        .reportId(id())
        .runId(RunId.of("R1"))
        .writtenAt(onset)
        .storeId(StoreId.of(store))
        .sku(sku)
        .addSkus(sku)
        .firstDetectedFrom(onset)
        .windowStart(onset)
        .windowEnd(Optional.ofNullable(end))
        .direction(direction)
        .severityScore(severity)
        .addMembers(
            ReportMember.builder()
                .sku(sku)
                .direction(direction)
                .raisedAt(raisedAt)
                .windowEnd(Optional.ofNullable(end))
                .severityScore(severity)
                .attributedSalesTotal(BigDecimal.TEN)
                .baselineSalesTotal(BigDecimal.ONE)
                .impactEstimate(money)
                .build())
        .attributedSalesTotal(BigDecimal.TEN)
        .baselineSalesTotal(BigDecimal.ONE)
        .impactEstimate(money)
        .reportStatus("proposed")
        .isDegraded(false)
        .proposedCause(cause)
        .proposedCauseCategory(category)
        .confidenceScore(0.6);
    if (evidence != null) {
      report.addSupportingEvidence(
          Evidence.builder().kind(EvidenceKind.CONTEXT_EVENT).ref(evidence).weight(0.8).build());
    }
    return report.build();
  }
}
