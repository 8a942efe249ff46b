package org.minorityreport.core.detection;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Price;
import org.minorityreport.api.stage.ClosedMember;
import org.minorityreport.api.value.Units;

/** A window of one series as it stands at a tick: open, or closed at it. */
record Member(
    Sku sku,
    Instant onset,
    Direction direction,
    Instant raisedAt,
    Instant lastDeviating,
    double severity,
    long attributed,
    long expected,
    Optional<BigDecimal> revenue,
    Optional<Price> price,
    @Nullable Instant windowEnd,
    @Nullable EndReason endReason,
    @Nullable Instant closedAt) {

  Member closed(Instant windowEnd, EndReason endReason, Instant closedAt) {
    return new Member(
        sku,
        onset,
        direction,
        raisedAt,
        lastDeviating,
        severity,
        attributed,
        expected,
        revenue,
        price,
        windowEnd,
        endReason,
        closedAt);
  }

  ReportMember reportMember() {
    return ReportMember.builder()
        .sku(sku)
        .direction(direction)
        .raisedAt(raisedAt)
        .windowEnd(Optional.ofNullable(windowEnd))
        .severityScore(severity)
        .attributedSalesTotal(Units.fromThousandths(attributed))
        .baselineSalesTotal(Units.fromThousandths(expected))
        .impactEstimate(price.map(p -> p.amount(attributed - expected)))
        .build();
  }

  /** Money expected in the window. */
  Optional<BigDecimal> baselineRevenue() {
    return price.map(p -> p.amount(expected));
  }

  ClosedMember closedMember() {
    if (closedAt == null || endReason == null) {
      throw new IllegalStateException(sku + " is open since " + onset);
    }
    return ClosedMember.builder()
        .onset(onset)
        .member(reportMember())
        .attributedRevenue(revenue)
        .baselineRevenue(baselineRevenue())
        .lastDeviating(lastDeviating)
        .closedAt(closedAt)
        .endReason(endReason)
        .build();
  }
}
