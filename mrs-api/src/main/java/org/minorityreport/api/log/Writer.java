package org.minorityreport.api.log;

/** Who may write a slice of a commit; each log names those it takes rows from. */
public enum Writer {
  /** Baseline, classifier, windows. */
  DETECTION,
  /** Cluster per report. */
  CLUSTERING,
  /** Causes per report. */
  ATTRIBUTION,
  /** Events. */
  COHORTING,
  /** The loop around the stages: inputs, stage runs. */
  RUNNER,
  /** Supersedes reports whose data were corrected. */
  RECONCILIATION,
  /** What people decide. */
  REVIEW,
  /** What decisions come to. */
  FINALISATION,
  /** Looking again at what was decided. */
  REREVIEW,
  /** Notifications. */
  ALERTING,
  /** Registry and monitoring of models. */
  LIFECYCLE,
  /** Runs, settings, tags. */
  ADMINISTRATION,
  /** A policy that suspends itself. */
  POLICY
}
