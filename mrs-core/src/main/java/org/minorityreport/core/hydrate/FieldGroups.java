package org.minorityreport.core.hydrate;

import com.google.common.base.Splitter;
import com.google.common.collect.ImmutableMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which group each field of a hydrated report or event belongs to, by wire name. */
public final class FieldGroups {
  private static final String SOURCE_USED = "source_used_";

  /** The fields of a report. */
  public static final FieldGroups OF_REPORTS = new FieldGroups(reports());

  /** The fields of an event. */
  public static final FieldGroups OF_EVENTS = new FieldGroups(events());

  private final ImmutableMap<String, FieldGroup> groups;

  private FieldGroups(Map<String, FieldGroup> groups) {
    this.groups = ImmutableMap.copyOf(groups);
  }

  /**
   * The group of a field.
   *
   * @param field its wire name
   * @return the group; empty if there is no such field
   */
  public Optional<FieldGroup> of(String field) {
    return Optional.ofNullable(groups.get(field));
  }

  /**
   * The fields that the row of a group gives, as opposed to those that say which row that is.
   *
   * @param group wire name of the group
   * @return wire names, in the order of views; none if the group has no sources
   */
  public List<String> givenBy(String group) {
    return groups.entrySet().stream()
        .filter(entry -> !entry.getValue().sources().isEmpty())
        .filter(entry -> entry.getValue().wireName().equals(group))
        .map(Map.Entry::getKey)
        .filter(field -> !field.startsWith(SOURCE_USED))
        .toList();
  }

  /** {@return every field and its group} */
  Map<String, FieldGroup> all() {
    return groups;
  }

  private static Map<String, FieldGroup> reports() {
    Map<String, FieldGroup> groups = new LinkedHashMap<>();
    put(groups, FieldGroup.IDENTITY, "report_id run_id");
    put(
        groups,
        FieldGroup.STRUCTURE,
        "store_id sku skus first_detected_from raised_at direction severity_score "
            + "suppressed_by");
    put(groups, FieldGroup.WINDOW_START, "window_start");
    put(groups, FieldGroup.WINDOW_END, "window_end is_open end_reason temporary");
    put(groups, FieldGroup.FIRST, "first_severity first_cause first_confidence");
    put(
        groups,
        FieldGroup.TOTALS,
        "members attributed_sales_total baseline_sales_total "
            + "attributed_revenue_total baseline_revenue_total impact_estimate");
    put(
        groups,
        FieldGroup.CLUSTER,
        "cluster_id cluster_name similarity_score cluster_match_confidence "
            + "nearest_cluster_id nearest_distance embedding_x embedding_y");
    put(
        groups,
        FieldGroup.PROPOSED,
        "proposed_cause proposed_cause_category confidence_score proposed_cause_2 "
            + "proposed_cause_category_2 confidence_score_2 proposed_cause_3 "
            + "proposed_cause_category_3 confidence_score_3 supporting_evidence "
            + "abstain_reason");
    put(
        groups,
        FieldGroup.GROUP_ID,
        "report_group_id event_status cohort_name cohort_reason cohort_confidence");
    put(
        groups,
        FieldGroup.FINAL,
        "final_decision final_cause final_cause_category final_confidence "
            + "finalized_at annotation_id decided_by decision_level");
    put(
        groups,
        FieldGroup.REVIEW,
        "review_state in_conflict rereview_round tick_differs assignee priority");
    put(groups, FieldGroup.STORE, "retailer city region country sales_region lat lon");
    put(groups, FieldGroup.STATUS, "report_status is_degraded degraded_reasons model_versions");
    put(groups, FieldGroup.PROVENANCE, "row_refs last_changed");
    for (FieldGroup group : FieldGroup.values()) {
      if (!group.sources().isEmpty()) {
        groups.put(SOURCE_USED + group.wireName(), group);
      }
    }
    return groups;
  }

  private static Map<String, FieldGroup> events() {
    Map<String, FieldGroup> groups = new LinkedHashMap<>();
    put(groups, FieldGroup.IDENTITY, "event_id run_id");
    put(
        groups,
        FieldGroup.GROUP_ID,
        "anchor_report_id event_status cohort_name cohort_reason cohort_confidence "
            + "created_at merged_into merged_from resolution_reason");
    put(groups, FieldGroup.STRUCTURE, "cohort_size report_ids store_ids direction severity_score");
    put(groups, FieldGroup.STORE, "regions retailers cities");
    put(groups, FieldGroup.WINDOW_START, "window_start");
    put(groups, FieldGroup.WINDOW_END, "window_end");
    put(groups, FieldGroup.TOTALS, "impact_estimate attributed_sales_total baseline_sales_total");
    put(
        groups,
        FieldGroup.PROPOSED,
        "proposed_cause proposed_cause_category confidence_score proposed_cause_2 "
            + "proposed_cause_category_2 confidence_score_2 proposed_cause_3 "
            + "proposed_cause_category_3 confidence_score_3 reports_agreeing");
    put(groups, FieldGroup.CLUSTER, "cluster_id embedding_x embedding_y");
    put(
        groups,
        FieldGroup.FINAL,
        "final_decision final_cause final_cause_category final_confidence "
            + "finalized_at annotation_id decided_by supporting_evidence");
    put(groups, FieldGroup.REVIEW, "review_state in_conflict reports_by_review_state");
    put(groups, FieldGroup.STATUS, "is_degraded degraded_reasons");
    put(groups, FieldGroup.PROVENANCE, "row_refs last_changed");
    put(groups, FieldGroup.STRUCTURE, "source_used_structure");
    put(groups, FieldGroup.GROUP_ID, "source_used_cohort");
    put(groups, FieldGroup.FINAL, "source_used_final");
    return groups;
  }

  private static void put(Map<String, FieldGroup> groups, FieldGroup group, String fields) {
    Splitter.on(' ').split(fields).forEach(field -> groups.put(field, group));
  }
}
