package org.minorityreport.api.view;

import java.util.Optional;

/** What reports are counted by. A report has at most one value of each. */
public enum ReportFacet {
  /** {@code store_id}. */
  STORE,
  /** {@code city}. */
  CITY,
  /** {@code region}. */
  REGION,
  /** {@code retailer}. */
  RETAILER,
  /** {@code proposed_cause_category}. */
  CATEGORY,
  /** {@code cluster_id}. */
  CLUSTER,
  /**
   * The plain word of {@code report_status}: what is degraded counts with what is not ({@code
   * is_degraded} tells them apart).
   */
  STATUS,
  /** {@code review_state}. */
  REVIEW_STATE,
  /** {@code final_cause_category}. */
  FINAL_CATEGORY,
  /** {@code assignee}. */
  ASSIGNEE,
  /** {@code priority}. */
  PRIORITY;

  private static final String DEGRADED = "_degraded_";

  /**
   * The value that a report is counted under.
   *
   * @param report any report
   * @return its value; empty if it has none
   */
  public Optional<String> valueIn(MinorityReport report) {
    return switch (this) {
      case STORE -> Optional.of(report.storeId().value());
      case CITY -> report.city();
      case REGION -> report.region();
      case RETAILER -> report.retailer();
      case CATEGORY -> report.proposedCauseCategory();
      case CLUSTER -> report.clusterId();
      case STATUS -> Optional.of(plain(report.reportStatus()));
      case REVIEW_STATE -> Optional.of(report.reviewState().wireName());
      case FINAL_CATEGORY -> report.finalCauseCategory();
      case ASSIGNEE -> report.assignee();
      case PRIORITY -> report.priority();
    };
  }

  /** {@return the word on the wire} */
  public String wireName() {
    return WireNames.of(this);
  }

  /**
   * The facet that a word means.
   *
   * @param word a wire name
   * @return the facet
   * @throws org.minorityreport.api.error.InvalidValueException if there is no such facet
   */
  public static ReportFacet of(String word) {
    return WireNames.find("facet", values(), word);
  }

  private static String plain(String status) {
    int end = status.indexOf(DEGRADED);
    return end < 0 ? status : status.substring(0, end);
  }
}
