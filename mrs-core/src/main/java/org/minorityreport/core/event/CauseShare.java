package org.minorityreport.core.event;

import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.taxonomy.Taxonomy;

/**
 * The reports of an event that name one cause first.
 *
 * @param cause the cause
 * @param category its category
 * @param impact their absolute impact
 * @param reports their number
 * @param confidence the greatest of their confidences
 */
public record CauseShare(
    String cause, String category, BigDecimal impact, int reports, OptionalDouble confidence) {

  /** The order of merit; the unknown comes last, because it is no cause but the lack of one. */
  private static final Comparator<CauseShare> BY_WEIGHT =
      Comparator.comparing((CauseShare share) -> !share.category().equals(Taxonomy.UNKNOWN))
          .thenComparing(CauseShare::impact)
          .thenComparingInt(CauseShare::reports)
          .thenComparingDouble(share -> share.confidence().orElse(0))
          .thenComparing(CauseShare::category, Comparator.reverseOrder())
          .thenComparing(CauseShare::cause, Comparator.reverseOrder());

  /**
   * The causes that reports name first, the one of the most impact first.
   *
   * @param parts reports of one event
   * @return the causes; of equals that of more reports, then of more confidence, then the smaller
   *     name; the unknown last
   */
  public static List<CauseShare> ranked(List<EventPart> parts) {
    SortedMap<String, SortedMap<String, CauseShare>> shares = new TreeMap<>();
    for (EventPart part : parts) {
      part.cause()
          .ifPresent(
              cause ->
                  shares
                      .computeIfAbsent(
                          part.category().orElse(Taxonomy.UNKNOWN), c -> new TreeMap<>())
                      .merge(cause, of(cause, part), CauseShare::plus));
    }
    return shares.values().stream()
        .flatMap(s -> s.values().stream())
        .sorted(BY_WEIGHT.reversed())
        .toList();
  }

  /** {@return whether none of the reports names a cause} */
  public boolean isUnknown() {
    return category.equals(Taxonomy.UNKNOWN);
  }

  private static CauseShare of(String cause, EventPart part) {
    return new CauseShare(
        cause,
        part.category().orElse(Taxonomy.UNKNOWN),
        part.absoluteImpact(),
        1,
        part.confidence());
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
