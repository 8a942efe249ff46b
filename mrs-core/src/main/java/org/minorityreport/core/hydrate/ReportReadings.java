package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.ReviewState;

/** Reads reports that are not made yet: from what their own rows say. Immutable. */
final class ReportReadings implements Readings<ReportEntry> {
  @Override
  public OptionalDouble confidence(ReportEntry of) {
    return of.readings().confidenceScore();
  }

  @Override
  public double severity(ReportEntry of) {
    return of.readings().severityScore();
  }

  @Override
  public Optional<BigDecimal> impact(ReportEntry of) {
    return of.readings().impactEstimate();
  }

  @Override
  public BigDecimal unitsAbove(ReportEntry of) {
    MinorityReport report = of.readings();
    return report.attributedSalesTotal().subtract(report.baselineSalesTotal());
  }

  @Override
  public Direction direction(ReportEntry of) {
    return of.readings().direction();
  }

  @Override
  public Instant windowStart(ReportEntry of) {
    return of.readings().windowStart();
  }

  @Override
  public Optional<Instant> windowEnd(ReportEntry of) {
    return of.readings().windowEnd();
  }

  @Override
  public boolean isDegraded(ReportEntry of) {
    return of.readings().isDegraded();
  }

  @Override
  public boolean inConflict(ReportEntry of) {
    return of.readings().inConflict();
  }

  @Override
  public ReviewState reviewState(ReportEntry of) {
    return of.readings().reviewState();
  }

  @Override
  public Optional<String> category(ReportEntry of) {
    return of.readings().proposedCauseCategory();
  }

  @Override
  public Optional<String> finalCategory(ReportEntry of) {
    return of.readings().finalCauseCategory();
  }

  @Override
  public Optional<String> clusterId(ReportEntry of) {
    return of.readings().clusterId();
  }

  @Override
  public long lastChanged(ReportEntry of) {
    return of.lastChanged();
  }
}
