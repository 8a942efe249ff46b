package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.view.ReviewState;

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

  boolean inConflict(T of);

  ReviewState reviewState(T of);

  Optional<String> category(T of);

  Optional<String> finalCategory(T of);

  Optional<String> clusterId(T of);

  long lastChanged(T of);
}
