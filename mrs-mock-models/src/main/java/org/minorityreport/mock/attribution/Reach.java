package org.minorityreport.mock.attribution;

import java.util.List;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Candidate;

/**
 * How closely a candidate points at this store and these products, how strong it is and how sure
 * its source: a weighted mean.
 *
 * @param score 0 to 1
 * @param words the place for people
 */
record Reach(double score, String words) {
  private static final double PLACE_WEIGHT = 0.4;
  private static final double STRENGTH_WEIGHT = 0.25;
  private static final double PRODUCT_WEIGHT = 0.2;
  private static final double SOURCE_WEIGHT = 0.15;

  private static final double SOURCE_UNSTATED = 0.8;

  static Reach of(Candidate candidate, Store store, List<Sku> skus) {
    Place place = Place.of(candidate, store);
    double score =
        PLACE_WEIGHT * place.score()
            + STRENGTH_WEIGHT * strength(candidate)
            + PRODUCT_WEIGHT * product(candidate, skus)
            + SOURCE_WEIGHT * candidate.confidence().orElse(SOURCE_UNSTATED);
    return new Reach(score, place.words());
  }

  /** The narrower a cause, the less likely it is here by chance. */
  private enum Place {
    STORE(1, "names the store"),
    CITY(0.9, "names the city"),
    REGION(0.8, "names the region"),
    EVERYWHERE(0.55, "everywhere"),
    ELSEWHERE(0, "names other places");

    private final double score;
    private final String words;

    Place(double score, String words) {
      this.score = score;
      this.words = words;
    }

    static Place of(Candidate candidate, Store store) {
      if (candidate.storeIds().contains(store.storeId())) {
        return STORE;
      }
      if (store.city().filter(candidate.cities()::contains).isPresent()) {
        return CITY;
      }
      if (store.region().filter(candidate.regions()::contains).isPresent()) {
        return REGION;
      }
      boolean namesNone =
          candidate.storeIds().isEmpty()
              && candidate.cities().isEmpty()
              && candidate.regions().isEmpty();
      return namesNone ? EVERYWHERE : ELSEWHERE;
    }

    double score() {
      return score;
    }

    String words() {
      return words;
    }
  }

  private static double strength(Candidate candidate) {
    return switch (candidate.severity().orElse("")) {
      case "high" -> 1;
      case "low" -> 0.5;
      default -> 0.75;
    };
  }

  private static double product(Candidate candidate, List<Sku> skus) {
    if (candidate.skus().isEmpty()) {
      return 0.75;
    }
    return candidate.skus().stream().anyMatch(skus::contains) ? 1 : 0;
  }
}
