package org.minorityreport.core.event;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.value.Money;
import org.minorityreport.api.value.Units;

/**
 * The figures of an event (spec 4.4). Immutable.
 *
 * @param severity mean severity weighted by absolute impact; if no report has an impact, or all are
 *     zero, the maximum; 0 without reports
 * @param attributed units sold, summed
 * @param expected units expected, summed
 * @param impact sum over the reports that have one
 * @param causes the causes that reports name first, that of the most impact first
 */
public record EventFigures(
    double severity,
    BigDecimal attributed,
    BigDecimal expected,
    Optional<BigDecimal> impact,
    List<CauseShare> causes) {

  /** {@return the cause of the most impact} */
  public Optional<CauseShare> cause() {
    return causes.stream().findFirst();
  }

  /**
   * The figures of some reports.
   *
   * @param parts one per report, by report id
   * @return their figures
   */
  public static EventFigures of(List<EventPart> parts) {
    BigDecimal attributed = BigDecimal.ZERO;
    BigDecimal expected = BigDecimal.ZERO;
    Optional<BigDecimal> impact = Optional.empty();
    double weighted = 0;
    double weights = 0;
    double greatest = 0;
    for (EventPart part : parts) {
      attributed = attributed.add(part.attributed());
      expected = expected.add(part.expected());
      if (part.impact().isPresent()) {
        impact = Optional.of(impact.orElse(BigDecimal.ZERO).add(part.impact().get()));
      }
      double weight = part.absoluteImpact().doubleValue();
      weighted += weight * part.severity();
      weights += weight;
      greatest = Math.max(greatest, part.severity());
    }
    return new EventFigures(
        weights > 0 ? Math.min(1, weighted / weights) : greatest,
        Units.normal(attributed),
        Units.normal(expected),
        impact.map(Money::normal),
        CauseShare.ranked(parts));
  }
}
