package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.ReviewState;

/** Reads events. Immutable. */
final class EventReadings implements Readings<MinorityEvent> {
  @Override
  public OptionalDouble confidence(MinorityEvent of) {
    return of.confidenceScore();
  }

  @Override
  public double severity(MinorityEvent of) {
    return of.severityScore();
  }

  @Override
  public Optional<BigDecimal> impact(MinorityEvent of) {
    return of.impactEstimate();
  }

  @Override
  public BigDecimal unitsAbove(MinorityEvent of) {
    return of.attributedSalesTotal().subtract(of.baselineSalesTotal());
  }

  @Override
  public Direction direction(MinorityEvent of) {
    return of.direction();
  }

  @Override
  public Instant windowStart(MinorityEvent of) {
    return of.windowStart();
  }

  @Override
  public Optional<Instant> windowEnd(MinorityEvent of) {
    return of.windowEnd();
  }

  @Override
  public boolean isDegraded(MinorityEvent of) {
    return of.isDegraded();
  }

  @Override
  public boolean inConflict(MinorityEvent of) {
    return of.inConflict();
  }

  @Override
  public ReviewState reviewState(MinorityEvent of) {
    return of.reviewState();
  }

  @Override
  public Optional<String> category(MinorityEvent of) {
    return of.proposedCauseCategory();
  }

  @Override
  public Optional<String> finalCategory(MinorityEvent of) {
    return of.finalCauseCategory();
  }

  @Override
  public Optional<String> clusterId(MinorityEvent of) {
    return of.clusterId();
  }

  @Override
  public long lastChanged(MinorityEvent of) {
    return of.lastChanged();
  }
}
