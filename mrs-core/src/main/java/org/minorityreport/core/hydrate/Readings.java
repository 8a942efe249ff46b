package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.series.Direction;

/**
 * Where queries read what reports and events have in common.
 *
 * @param <T> a report or an event, as a view holds it
 */
interface Readings<T> {
  OptionalDouble confidence(T of);

  double severity(T of);

  Optional<BigDecimal> impact(T of);

  BigDecimal unitsAbove(T of);

  Direction direction(T of);

  Instant windowStart(T of);

  Optional<Instant> windowEnd(T of);

  boolean isDegraded(T of);

  long lastChanged(T of);
}
