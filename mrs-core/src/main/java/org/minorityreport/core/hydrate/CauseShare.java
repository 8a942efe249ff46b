package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.view.MinorityReport;

/**
 * The reports of an event that name one cause first.
 *
 * @param cause the cause
 * @param category its category
 * @param impact their absolute impact
 * @param reports their number
 * @param confidence the greatest of their confidences
 */
record CauseShare(
    String cause, String category, BigDecimal impact, int reports, OptionalDouble confidence) {

  private static final String UNKNOWN = "unknown";

  /** The order of merit; the unknown comes last, because it is no cause but the lack of one. */
  private static final Comparator<CauseShare> BY_WEIGHT =
      Comparator.comparing((CauseShare share) -> !share.category().equals(UNKNOWN))
          .thenComparing(CauseShare::impact)
          .thenComparingInt(CauseShare::reports)
          .thenComparingDouble(share -> share.confidence().orElse(0))
          .thenComparing(CauseShare::category, Comparator.reverseOrder())
          .thenComparing(CauseShare::cause, Comparator.reverseOrder());

  /**
   * The cause of the most impact.
   *
   * @param reports reports of one event
   * @return the cause; of equals that of more reports, then of more confidence, then the smaller
   *     name
   */
  static Optional<CauseShare> greatest(List<MinorityReport> reports) {
    SortedMap<String, SortedMap<String, CauseShare>> shares = new TreeMap<>();
    for (MinorityReport report : reports) {
      report
          .proposedCause()
          .ifPresent(
              cause ->
                  shares
                      .computeIfAbsent(
                          report.proposedCauseCategory().orElse(UNKNOWN), c -> new TreeMap<>())
                      .merge(cause, of(cause, report), CauseShare::plus));
    }
    return shares.values().stream().flatMap(s -> s.values().stream()).max(BY_WEIGHT);
  }

  private static CauseShare of(String cause, MinorityReport report) {
    return new CauseShare(
        cause,
        report.proposedCauseCategory().orElse(UNKNOWN),
        report.impactEstimate().map(BigDecimal::abs).orElse(BigDecimal.ZERO),
        1,
        report.confidenceScore());
  }

  private CauseShare plus(CauseShare other) {
    boolean mine = confidence.orElse(-1) >= other.confidence.orElse(-1);
    return new CauseShare(
        cause,
        category,
        impact.add(other.impact),
        reports + other.reports,
        mine ? confidence : other.confidence);
  }
}
