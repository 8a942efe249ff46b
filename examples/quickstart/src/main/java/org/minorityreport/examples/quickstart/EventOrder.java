package org.minorityreport.examples.quickstart;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import org.minorityreport.api.view.MinorityEvent;

/** The order of events by strength: money if any event has it, else units. */
final class EventOrder {
  private EventOrder() {}

  /** {@return the events that were not taken in by another, strongest first} */
  static List<MinorityEvent> strongestFirst(List<MinorityEvent> events) {
    Comparator<MinorityEvent> weakestFirst =
        Comparator.comparing((MinorityEvent e) -> e.impactEstimate().orElse(BigDecimal.ZERO).abs())
            .thenComparing(e -> unitsAboveBaseline(e).abs());
    return events.stream()
        .filter(event -> event.mergedInto().isEmpty())
        .sorted(weakestFirst.reversed().thenComparing(MinorityEvent::eventId))
        .toList();
  }

  /** {@return units sold above what was expected, negative below} */
  static BigDecimal unitsAboveBaseline(MinorityEvent event) {
    return event.attributedSalesTotal().subtract(event.baselineSalesTotal());
  }
}
