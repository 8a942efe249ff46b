package org.minorityreport.api.view;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.TimeSpan;

/**
 * What queries on reports and on events have in common. What is not said asks for nothing: a query
 * without conditions finds all. Of several conditions all must hold; of a set, one of its elements.
 * What lacks a value is not found by a condition on that value. Hosts do not implement this.
 */
public interface ViewQuery {
  /** How many items a page holds if nothing else is said. */
  int DEFAULT_PAGE_SIZE = 50;

  /** {@return retailers of the store or stores} */
  @Value.NaturalOrder
  SortedSet<String> retailers();

  /** {@return regions of the store or stores} */
  @Value.NaturalOrder
  SortedSet<String> regions();

  /** {@return cities of the store or stores} */
  @Value.NaturalOrder
  SortedSet<String> cities();

  /** {@return stores} */
  @Value.NaturalOrder
  SortedSet<StoreId> storeIds();

  /** {@return categories of the first proposed cause} */
  @Value.NaturalOrder
  SortedSet<String> categories();

  /** {@return categories of the cause that was decided} */
  @Value.NaturalOrder
  SortedSet<String> finalCategories();

  /** {@return states of review} */
  @Value.NaturalOrder
  SortedSet<ReviewState> reviewStates();

  /** {@return stable ids of clusters} */
  @Value.NaturalOrder
  SortedSet<String> clusterIds();

  /** {@return sides of the expectation} */
  @Value.NaturalOrder
  SortedSet<Direction> directions();

  /** {@return the least {@code confidence_score}, 0 to 1} */
  OptionalDouble confidenceFrom();

  /** {@return the greatest {@code confidence_score}, 0 to 1, itself included} */
  OptionalDouble confidenceTo();

  /** {@return tiers of {@code confidence_score}} */
  @Value.NaturalOrder
  SortedSet<ConfidenceTier> confidenceTiers();

  /** {@return the least {@code severity_score}, 0 to 1} */
  OptionalDouble severityFrom();

  /** {@return the greatest {@code severity_score}, 0 to 1, itself included} */
  OptionalDouble severityTo();

  /** {@return classes of {@code severity_score}} */
  @Value.NaturalOrder
  SortedSet<SeverityClass> severityClasses();

  /** {@return the least absolute amount of {@code impact_estimate}, 0 or more} */
  Optional<BigDecimal> impactFrom();

  /** {@return the greatest absolute amount of {@code impact_estimate}, itself included} */
  Optional<BigDecimal> impactTo();

  /** {@return a time that the window shares a moment with; a window without end goes on} */
  Optional<TimeSpan> window();

  /** {@return whether it is degraded; empty for both} */
  Optional<Boolean> degraded();

  /** {@return whether two people decided differently; empty for both} */
  Optional<Boolean> inConflict();

  /**
   * {@return text that is found in one of the values that the query lists, whatever the case of
   * letters by the rules of {@link java.util.Locale#ROOT}}
   */
  Optional<String> text();

  /** {@return whether the order goes from great to small} */
  @Value.Default
  default boolean descending() {
    return false;
  }

  /** {@return how many of the items found are passed over, 0 or more} */
  @Value.Default
  default int offset() {
    return 0;
  }

  /** {@return how many items the page holds at most, 0 or more} */
  @Value.Default
  default int pageSize() {
    return DEFAULT_PAGE_SIZE;
  }
}
