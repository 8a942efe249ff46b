package org.minorityreport.mock.attribution;

import java.util.Map;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.series.Direction;

/**
 * How plausible it is that a cause of some category lifts or lowers sales.
 *
 * <p>Judgement, not estimates. A category that is not listed, such as one that a host added, may do
 * either.
 *
 * @param uplift 0 to 1
 * @param drop 0 to 1
 */
record Plausibility(double uplift, double drop) {
  private static final Plausibility EITHER = new Plausibility(0.7, 0.7);

  private static final Map<String, Plausibility> BY_CATEGORY =
      Map.ofEntries(
          Map.entry("calendar", new Plausibility(0.8, 0.8)),
          Map.entry("competitor_action", new Plausibility(0.7, 0.75)),
          Map.entry("data_error", new Plausibility(0.95, 0.6)),
          Map.entry("legacy_media", new Plausibility(0.85, 0.45)),
          Map.entry("natural_disaster", new Plausibility(0.6, 0.95)),
          Map.entry("paid_media", new Plausibility(0.9, 0.15)),
          Map.entry("podcast", new Plausibility(0.85, 0.35)),
          Map.entry("product_launch", new Plausibility(0.9, 0.35)),
          Map.entry("retail_event", new Plausibility(0.9, 0.5)),
          Map.entry("social_media", new Plausibility(0.9, 0.4)),
          Map.entry("supply_chain", new Plausibility(0.15, 0.95)),
          Map.entry("trade_promotion", new Plausibility(0.95, 0.15)),
          Map.entry("travel_disruption", new Plausibility(0.35, 0.9)),
          Map.entry("unknown", new Plausibility(0.3, 0.3)),
          Map.entry("weather", new Plausibility(0.85, 0.85)));

  /** An empty shelf elsewhere sends its customers here; any other move takes customers away. */
  private static final Plausibility COMPETITOR_STOCK_OUT = new Plausibility(0.95, 0.1);

  /** Customers who stocked up during a promotion stay away after it. */
  private static final double STOCKED_UP = 0.75;

  static double of(Candidate candidate, Direction direction, boolean endedBefore) {
    boolean promoted =
        candidate.category().equals("trade_promotion") || candidate.category().equals("paid_media");
    if (promoted && endedBefore && direction == Direction.DROP) {
      return STOCKED_UP;
    }
    Plausibility plausibility = of(candidate);
    return direction == Direction.UPLIFT ? plausibility.uplift() : plausibility.drop();
  }

  private static Plausibility of(Candidate candidate) {
    boolean stockOut =
        candidate.category().equals("competitor_action")
            && candidate.subtype().filter(s -> s.contains("stock")).isPresent();
    return stockOut ? COMPETITOR_STOCK_OUT : BY_CATEGORY.getOrDefault(candidate.category(), EITHER);
  }
}
