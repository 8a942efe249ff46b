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
    return of.draft().report().confidenceScore();
  }

  @Override
  public double severity(ReportEntry of) {
    return of.draft().report().severityScore();
  }

  @Override
  public Optional<BigDecimal> impact(ReportEntry of) {
    return of.draft().report().impactEstimate();
  }

  @Override
  public BigDecimal unitsAbove(ReportEntry of) {
    MinorityReport report = of.draft().report();
    return report.attributedSalesTotal().subtract(report.baselineSalesTotal());
  }

  @Override
  public Direction direction(ReportEntry of) {
    return of.draft().report().direction();
  }

  @Override
  public Instant windowStart(ReportEntry of) {
    return of.draft().report().windowStart();
  }

  @Override
  public Optional<Instant> windowEnd(ReportEntry of) {
    return of.draft().report().windowEnd();
  }

  @Override
  public boolean isDegraded(ReportEntry of) {
    return of.draft().report().isDegraded();
  }

  @Override
  public boolean inConflict(ReportEntry of) {
    return of.draft().report().inConflict();
  }

  @Override
  public ReviewState reviewState(ReportEntry of) {
    return of.draft().report().reviewState();
  }

  @Override
  public Optional<String> category(ReportEntry of) {
    return of.draft().report().proposedCauseCategory();
  }

  @Override
  public Optional<String> finalCategory(ReportEntry of) {
    return of.draft().report().finalCauseCategory();
  }

  @Override
  public Optional<String> clusterId(ReportEntry of) {
    return of.draft().report().clusterId();
  }

  @Override
  public long lastChanged(ReportEntry of) {
    return of.lastChanged();
  }
}
