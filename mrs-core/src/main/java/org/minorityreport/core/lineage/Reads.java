package org.minorityreport.core.lineage;

import com.google.common.collect.ImmutableListMultimap;

/** Who reads what (spec 1.4). Logs that a later version adds are named here when they are there. */
final class Reads {
  static final String SALES = "sales";
  static final String STORES = "stores";
  static final String CONTEXT = "context";
  static final String HYDRATION = "hydration";

  /** What the host hands in, to the stages that look at it. */
  static final ImmutableListMultimap<String, String> INPUTS =
      ImmutableListMultimap.<String, String>builder()
          .putAll(SALES, "runner", "detection")
          .putAll(STORES, "runner", "detection", "cohorting")
          .putAll(CONTEXT, "runner", "attribution")
          .build();

  /** Wire names of logs, to the stages that read them. */
  static final ImmutableListMultimap<String, String> LOGS =
      ImmutableListMultimap.<String, String>builder()
          .putAll("minority_reports_detected_log", "clustering", "attribution", HYDRATION)
          .putAll("minority_event_ended_log", HYDRATION)
          .putAll("minority_reports_clustered_log", "attribution", "cohorting", HYDRATION)
          .putAll("minority_reports_proposed_attribution_log", "cohorting", HYDRATION)
          .putAll("minority_reports_cohorted_log", HYDRATION)
          .putAll("minority_events_log", HYDRATION)
          .putAll("stores_log", HYDRATION)
          .putAll("stage_runs_log", HYDRATION)
          .putAll("user_edits_log", "finalisation", HYDRATION)
          .putAll("user_minority_events_edits_log", "finalisation", HYDRATION)
          .putAll("contextual_events_human_log", "attribution")
          .putAll("minority_reports_finalised_log", "rereview", HYDRATION)
          .putAll("minority_reports_rereview_worklist", HYDRATION)
          .putAll("minority_reports_clustered_rereview_log", HYDRATION)
          .putAll("minority_reports_proposed_attribution_rereview_log", HYDRATION)
          .build();

  private Reads() {}
}
