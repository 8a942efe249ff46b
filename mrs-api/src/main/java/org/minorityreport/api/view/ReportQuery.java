package org.minorityreport.api.view;

import java.util.Optional;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.value.MrsValue;

/**
 * A question about the reports of a view: which ones, in which order, which page of them. Also
 * finds reports that are suppressed or superseded unless it says otherwise. Immutable.
 *
 * <p>{@link #text()} looks into {@code report_id}, {@code report_group_id}, {@code store_id},
 * {@code skus}, {@code cluster_id}, {@code cluster_name}, {@code cohort_name}, the three proposed
 * causes and the final one with their categories, {@code retailer}, {@code city} and {@code
 * region}.
 *
 * <pre>{@code
 * ReportQuery.builder()
 *     .addRegions("north")
 *     .addConfidenceTiers(ConfidenceTier.LOW)
 *     .suppressed(false)
 *     .order(ReportOrder.IMPACT)
 *     .descending(true)
 *     .build()
 * }</pre>
 */
@Value.Immutable
@MrsValue
public interface ReportQuery extends ViewQuery {
  /** {@return products; a report is found by any of its own} */
  @Value.NaturalOrder
  SortedSet<Sku> skus();

  /** {@return plain words of {@code report_status}; each also finds its degraded forms} */
  @Value.NaturalOrder
  SortedSet<String> statuses();

  /** {@return events that reports are in} */
  @Value.NaturalOrder
  SortedSet<EventId> eventIds();

  /** {@return people who are to deal with it} */
  @Value.NaturalOrder
  SortedSet<String> assignees();

  /** {@return words of {@code priority}} */
  @Value.NaturalOrder
  SortedSet<String> priorities();

  /** {@return facets that reports have no value of: what is counted as absent} */
  @Value.NaturalOrder
  SortedSet<ReportFacet> without();

  /** {@return whether it is open; empty for both} */
  Optional<Boolean> open();

  /** {@return whether a rule keeps it out of alerts, work list and feed; empty for both} */
  Optional<Boolean> suppressed();

  /** {@return whether it is superseded; empty for both} */
  Optional<Boolean> superseded();

  /** {@return what reports are ordered by} */
  @Value.Default
  default ReportOrder order() {
    return ReportOrder.ID;
  }

  /** Checks the conditions one by one and against each other. */
  @Value.Check
  default void check() {
    QueryRules.check(this);
    QueryRules.names("statuses", statuses());
    QueryRules.names("assignees", assignees());
    QueryRules.names("priorities", priorities());
    QueryRules.contradiction(without(), ReportFacet.CITY, "cities", cities());
    QueryRules.contradiction(without(), ReportFacet.REGION, "regions", regions());
    QueryRules.contradiction(without(), ReportFacet.RETAILER, "retailers", retailers());
    QueryRules.contradiction(without(), ReportFacet.CATEGORY, "categories", categories());
    QueryRules.contradiction(without(), ReportFacet.CLUSTER, "cluster_ids", clusterIds());
    QueryRules.contradiction(
        without(), ReportFacet.FINAL_CATEGORY, "final_categories", finalCategories());
    QueryRules.contradiction(without(), ReportFacet.ASSIGNEE, "assignees", assignees());
    QueryRules.contradiction(without(), ReportFacet.PRIORITY, "priorities", priorities());
  }

  /** {@return the question for all reports, by id} */
  static ReportQuery all() {
    return builder().build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportQuery}; one thread at a time. */
  final class Builder extends ImmutableReportQuery.Builder {
    Builder() {}
  }
}
