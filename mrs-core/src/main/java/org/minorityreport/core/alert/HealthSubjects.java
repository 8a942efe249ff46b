package org.minorityreport.core.alert;

/** The log or stage that a reading of health is about. */
final class HealthSubjects {
  private HealthSubjects() {}

  static String of(String reading) {
    String name = reading.substring(reading.indexOf('.') + 1);
    return switch (name) {
      case "with_cluster", "cluster_coverage" -> "clustering";
      case "with_cause", "cause_coverage", "proposal_delay" -> "attribution";
      case "errors" -> "errors_log";
      case "silent_stores" -> "inputs_log";
      case "report_delay", "freshness" -> "detection";
      case "backlog", "backlog_age_hours", "confirmed", "no_noise" -> "review";
      case "automatic_approvals" -> "finalisation";
      default -> "stage_runs_log";
    };
  }
}
