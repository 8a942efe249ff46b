package org.minorityreport.core.cohorting;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.minorityreport.api.record.ReportAttributed;

/**
 * The cause that most of an event is put down to.
 *
 * @param cause its name
 * @param category its category
 * @param confidence the greatest confidence of a report in it
 */
record EventCause(String cause, String category, OptionalDouble confidence) {
  private static final String UNKNOWN = "unknown";

  /**
   * The cause with the greatest absolute impact of the reports that name it; if no report has an
   * impact, the one that most of them name. Of equals the first by name, then category.
   */
  static EventCause of(List<ReportAttributed> reports) {
    boolean hasImpact = reports.stream().anyMatch(it -> weight(it, true).signum() > 0);
    Map<String, Map<String, BigDecimal>> weights = new TreeMap<>();
    for (ReportAttributed report : reports) {
      weights
          .computeIfAbsent(report.proposedCause(), c -> new TreeMap<>())
          .merge(report.proposedCauseCategory(), weight(report, hasImpact), BigDecimal::add);
    }
    String cause = "";
    String category = "";
    BigDecimal most = BigDecimal.ONE.negate();
    for (Map.Entry<String, Map<String, BigDecimal>> named : weights.entrySet()) {
      for (Map.Entry<String, BigDecimal> weight : named.getValue().entrySet()) {
        if (weight.getValue().compareTo(most) > 0) {
          cause = named.getKey();
          category = weight.getKey();
          most = weight.getValue();
        }
      }
    }
    return new EventCause(cause, category, confidence(reports, cause, category));
  }

  private static BigDecimal weight(ReportAttributed report, boolean hasImpact) {
    return hasImpact
        ? report.impactEstimate().map(BigDecimal::abs).orElse(BigDecimal.ZERO)
        : BigDecimal.ONE;
  }

  private static OptionalDouble confidence(
      List<ReportAttributed> reports, String cause, String category) {
    return reports.stream()
        .filter(
            it -> it.proposedCause().equals(cause) && it.proposedCauseCategory().equals(category))
        .filter(it -> it.confidenceScore().isPresent())
        .mapToDouble(it -> it.confidenceScore().getAsDouble())
        .max();
  }

  boolean isUnknown() {
    return cause.equals(UNKNOWN);
  }
}
