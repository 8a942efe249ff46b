package org.minorityreport.api.input;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.value.Units;

/**
 * A series as one delivery has it. Immutable.
 *
 * @param delivery the delivery
 * @param sold the steps that it is about
 * @param contradicted a step about which it contradicts itself, or null
 */
record DeliveredSeries(Delivery delivery, SalesSeries sold, @Nullable Instant contradicted) {
  DeliveredSeries(Delivery delivery, SalesSeries sold) {
    this(delivery, sold, null);
  }

  String name() {
    return delivery.name();
  }

  boolean contradicts(Instant step) {
    return step.equals(contradicted);
  }

  /** {@return whether it was made before a step} */
  boolean isBefore(Instant step) {
    return step.isAfter(delivery.deliveredAt().orElse(Instant.MAX));
  }

  /** {@return whether it has a value for a step that may count} */
  boolean says(Instant step) {
    int index = sold.steps().indexOf(step);
    return index >= 0
        && index < sold.size()
        && sold.isKnown(index)
        && !contradicts(step)
        && !isBefore(step);
  }

  long units(Instant step) {
    return sold.thousandthsAt(sold.steps().indexOf(step));
  }

  long cents(Instant step) {
    return sold.revenueCentsAt(sold.steps().indexOf(step));
  }

  boolean agrees(DeliveredSeries other, Instant step) {
    return units(step) == other.units(step) && cents(step) == other.cents(step);
  }

  RefusedRow refused(Instant step, String kind, String expected) {
    String row = sold.id() + "," + step + "," + Units.fromThousandths(units(step));
    return RefusedRow.builder()
        .kind(kind)
        .source(name())
        .payload(row)
        .message("units at " + step + " of " + sold.id() + ": expected " + expected)
        .build();
  }
}
