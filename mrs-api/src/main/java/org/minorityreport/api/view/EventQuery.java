package org.minorityreport.api.view;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/**
 * A question about the events of a view: which ones, in which order, which page of them. An event
 * is found by the place of any of its reports. Immutable.
 *
 * <p>{@link #text()} looks into {@code event_id}, {@code cohort_name}, {@code proposed_cause},
 * {@code proposed_cause_category}, {@code final_cause}, {@code final_cause_category}, {@code
 * report_ids}, {@code store_ids}, {@code retailers}, {@code cities} and {@code regions}.
 */
@Value.Immutable
@MrsValue
public interface EventQuery extends ViewQuery {
  /** {@return whether events go on or are over} */
  @Value.NaturalOrder
  SortedSet<EventStatus> statuses();

  /** {@return the least number of reports, 0 or more} */
  OptionalInt sizeFrom();

  /** {@return whether another event took it in; empty for both} */
  Optional<Boolean> merged();

  /** {@return facets that events have no value of: what is counted as absent} */
  @Value.NaturalOrder
  SortedSet<EventFacet> without();

  /** {@return what events are ordered by} */
  @Value.Default
  default EventOrder order() {
    return EventOrder.ID;
  }

  /** Checks the conditions one by one and against each other. */
  @Value.Check
  default void check() {
    QueryRules.check(this);
    sizeFrom().ifPresent(size -> Rules.check(size >= 0, "size_from", size, "0 or more"));
    QueryRules.contradiction(without(), EventFacet.STORE, "store_ids", storeIds());
    QueryRules.contradiction(without(), EventFacet.CITY, "cities", cities());
    QueryRules.contradiction(without(), EventFacet.REGION, "regions", regions());
    QueryRules.contradiction(without(), EventFacet.RETAILER, "retailers", retailers());
    QueryRules.contradiction(without(), EventFacet.CATEGORY, "categories", categories());
    QueryRules.contradiction(
        without(), EventFacet.FINAL_CATEGORY, "final_categories", finalCategories());
    QueryRules.contradiction(without(), EventFacet.CLUSTER, "cluster_ids", clusterIds());
  }

  /** {@return the question for all events, by id} */
  static EventQuery all() {
    return builder().build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link EventQuery}; one thread at a time. */
  final class Builder extends ImmutableEventQuery.Builder {
    Builder() {}
  }
}
