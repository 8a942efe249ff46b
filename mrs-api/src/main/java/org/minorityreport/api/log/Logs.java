package org.minorityreport.api.log;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.record.ClusterPrediction;
import org.minorityreport.api.record.ClusterVersion;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ModelRegistration;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.NotificationRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.RetrainRequest;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.record.TagRecord;
import org.minorityreport.api.record.UserEdit;

/** Every log of the system, with its record, writer and key. */
public final class Logs {
  private static final String WRITTEN_AT = "written_at";
  private static final String REREVIEW_ROUND = "rereview_round";

  /** A run started. */
  public static final Log<RunStarted> RUNS =
      log("runs_log", null, RunStarted.class, Writer.ADMINISTRATION, null, WRITTEN_AT);

  /** A policy, rule or configuration. */
  public static final Log<SettingRecord> SETTINGS =
      new Log<>(
          "settings_log",
          null,
          SettingRecord.class,
          Set.of(Writer.ADMINISTRATION, Writer.POLICY),
          List.of("kind", "name", WRITTEN_AT),
          "name",
          Set.of());

  /** A state of the logs got a name. */
  public static final Log<TagRecord> TAGS =
      log("tags_log", null, TagRecord.class, Writer.ADMINISTRATION, "name", "name", WRITTEN_AT);

  /** Something happened to a version of a model. */
  public static final Log<ModelRegistration> MODEL_REGISTRY =
      log(
          "model_registry_log",
          null,
          ModelRegistration.class,
          Writer.LIFECYCLE,
          "model_name",
          "kind",
          "role",
          "model_name",
          "model_version",
          "route",
          WRITTEN_AT);

  /** A store first seen, changed or gone. */
  public static final Log<StoreRecord> STORES =
      log("stores_log", null, StoreRecord.class, Writer.RUNNER, "store_id", "store_id", WRITTEN_AT);

  /** A campaign or context event first seen, changed or withdrawn. */
  public static final Log<ContextRecord> CONTEXT =
      log(
          "context_log",
          null,
          ContextRecord.class,
          Writer.RUNNER,
          "ref",
          "kind",
          "ref",
          WRITTEN_AT);

  /** A source in which something changed. */
  public static final Log<InputsRecord> INPUTS =
      log("inputs_log", null, InputsRecord.class, Writer.RUNNER, "source", "source", WRITTEN_AT);

  /** What a baseline model expected. */
  public static final Log<BaselinePrediction> BASELINE_PREDICTIONS =
      log(
          "baseline_sales_model_prediction_log",
          null,
          BaselinePrediction.class,
          Writer.DETECTION,
          "store_id",
          "store_id",
          "sku",
          "from",
          WRITTEN_AT,
          "model_name",
          "model_version",
          "route");

  /** What a classifier saw. */
  public static final Log<ClassifierPrediction> CLASSIFIER_PREDICTIONS =
      log(
          "anomaly_classifier_model_prediction_log",
          null,
          ClassifierPrediction.class,
          Writer.DETECTION,
          "store_id",
          "store_id",
          "sku",
          "window_start",
          WRITTEN_AT,
          "model_name",
          "model_version",
          "route");

  /** Reports that are open or close. */
  public static final Log<ReportDetected> REPORTS_DETECTED =
      log(
          "minority_reports_detected_log",
          "MRDL",
          ReportDetected.class,
          Writer.DETECTION,
          "report_id",
          "report_id",
          WRITTEN_AT);

  /** Reports that closed, or opened again. */
  public static final Log<ReportEnded> REPORTS_ENDED =
      new Log<>(
          "minority_event_ended_log",
          "MEEL",
          ReportEnded.class,
          Set.of(Writer.DETECTION, Writer.RECONCILIATION),
          List.of("report_id", WRITTEN_AT),
          "report_id",
          Set.of());

  /** Reports with their cluster. */
  public static final Log<ReportClustered> REPORTS_CLUSTERED =
      log(
          "minority_reports_clustered_log",
          "MRCL",
          ReportClustered.class,
          Writer.CLUSTERING,
          "report_id",
          "report_id",
          WRITTEN_AT);

  /** Calls to cluster models. */
  public static final Log<ClusterPrediction> CLUSTER_PREDICTIONS =
      log(
          "cluster_comparison_model_prediction_log",
          null,
          ClusterPrediction.class,
          Writer.CLUSTERING,
          "report_id",
          "report_id",
          WRITTEN_AT,
          "model_name",
          "model_version",
          "route");

  /** Reports with their proposed causes. */
  public static final Log<ReportAttributed> REPORTS_ATTRIBUTED =
      log(
          "minority_reports_proposed_attribution_log",
          "MRPAL",
          ReportAttributed.class,
          Writer.ATTRIBUTION,
          "report_id",
          "report_id",
          WRITTEN_AT);

  /** Calls to attribution models. */
  public static final Log<AttributionPrediction> ATTRIBUTION_PREDICTIONS =
      log(
          "attribution_model_prediction_log",
          null,
          AttributionPrediction.class,
          Writer.ATTRIBUTION,
          "report_id",
          "report_id",
          WRITTEN_AT,
          "model_name",
          "model_version",
          "route");

  /** Calls to cohort models. */
  public static final Log<CohortPrediction> COHORT_PREDICTIONS =
      log(
          "cohort_model_prediction_log",
          null,
          CohortPrediction.class,
          Writer.COHORTING,
          "report_id",
          "report_id",
          "other_report_id",
          WRITTEN_AT,
          "model_name",
          "model_version",
          "route");

  /** Reports with their event. */
  public static final Log<ReportCohorted> REPORTS_COHORTED =
      log(
          "minority_reports_cohorted_log",
          "MRCH",
          ReportCohorted.class,
          Writer.COHORTING,
          "report_id",
          "report_id",
          WRITTEN_AT);

  /** Events. */
  public static final Log<EventRecord> EVENTS =
      log(
          "minority_events_log",
          "MELOG",
          EventRecord.class,
          Writer.COHORTING,
          "event_id",
          "event_id",
          WRITTEN_AT);

  /** What people did about reports. */
  public static final Log<UserEdit> USER_EDITS =
      byKeyAlone("user_edits_log", UserEdit.class, "target_id");

  /** What people did about events. */
  public static final Log<UserEdit> USER_EVENT_EDITS =
      byKeyAlone("user_minority_events_edits_log", UserEdit.class, "target_id");

  /** Context events that people recorded. */
  public static final Log<ContextRecorded> CONTEXT_RECORDED =
      byKeyAlone("contextual_events_human_log", ContextRecorded.class, "context_id");

  /** What decisions came to. */
  public static final Log<ReportFinalised> REPORTS_FINALISED =
      log(
          "minority_reports_finalised_log",
          "MRFL",
          ReportFinalised.class,
          Writer.FINALISATION,
          "report_id",
          "report_id",
          WRITTEN_AT,
          "annotation_id");

  /** Reports to be looked at again. */
  public static final Log<RereviewRound> REREVIEW_WORKLIST =
      log(
          "minority_reports_rereview_worklist",
          "MRRW",
          RereviewRound.class,
          Writer.REREVIEW,
          "report_id",
          "report_id",
          REREVIEW_ROUND);

  /** Reports with the cluster of a later look. */
  public static final Log<ReportReclustered> REPORTS_RECLUSTERED =
      log(
          "minority_reports_clustered_rereview_log",
          "MRCRL",
          ReportReclustered.class,
          Writer.REREVIEW,
          "report_id",
          "report_id",
          REREVIEW_ROUND);

  /** Reports with the causes that a later look proposed. */
  public static final Log<ReportReattributed> REPORTS_REATTRIBUTED =
      log(
          "minority_reports_proposed_attribution_rereview_log",
          "MRPARL",
          ReportReattributed.class,
          Writer.REREVIEW,
          "report_id",
          "report_id",
          REREVIEW_ROUND);

  /** The clusters that cluster models compare with. */
  public static final Log<ClusterVersion> CLUSTER_LIBRARY =
      log(
          "cluster_library_log",
          null,
          ClusterVersion.class,
          Writer.LIFECYCLE,
          "cluster_id",
          "cluster_id",
          "library_version",
          WRITTEN_AT);

  /** How well models fare. */
  public static final Log<MonitoringRecord> MODEL_MONITORING =
      log(
          "model_monitoring_log",
          null,
          MonitoringRecord.class,
          Writer.LIFECYCLE,
          null,
          "role",
          "model_name",
          "model_version",
          "metric",
          "subject",
          WRITTEN_AT);

  /** Models that ought to be trained again. */
  public static final Log<RetrainRequest> RETRAIN_REQUESTS =
      log(
          "model_retrain_request_log",
          null,
          RetrainRequest.class,
          Writer.LIFECYCLE,
          null,
          "request_id",
          WRITTEN_AT);

  /** How each stage fared at each tick. */
  public static final Log<StageRun> STAGE_RUNS =
      log("stage_runs_log", null, StageRun.class, Writer.RUNNER, "stage", "stage", WRITTEN_AT);

  /** What became of alerts. */
  public static final Log<NotificationRecord> NOTIFICATIONS =
      log(
          "notifications_log",
          null,
          NotificationRecord.class,
          Writer.ALERTING,
          "notification_id",
          "notification_id",
          "outcome",
          "attempt");

  /** Dead letters. */
  public static final Log<ErrorRecord> ERRORS =
      new Log<>(
          "errors_log",
          null,
          ErrorRecord.class,
          Set.of(
              Writer.DETECTION,
              Writer.CLUSTERING,
              Writer.ATTRIBUTION,
              Writer.COHORTING,
              Writer.RUNNER,
              Writer.REREVIEW),
          List.of("stage", "kind", "source", "payload_digest"),
          null,
          Set.of(WRITTEN_AT, "attempts"));

  private static final List<Log<?>> ALL =
      List.of(
          RUNS,
          SETTINGS,
          TAGS,
          MODEL_REGISTRY,
          STORES,
          CONTEXT,
          INPUTS,
          BASELINE_PREDICTIONS,
          CLASSIFIER_PREDICTIONS,
          REPORTS_DETECTED,
          REPORTS_ENDED,
          REPORTS_CLUSTERED,
          CLUSTER_PREDICTIONS,
          REPORTS_ATTRIBUTED,
          ATTRIBUTION_PREDICTIONS,
          COHORT_PREDICTIONS,
          REPORTS_COHORTED,
          EVENTS,
          USER_EDITS,
          USER_EVENT_EDITS,
          CONTEXT_RECORDED,
          REPORTS_FINALISED,
          REREVIEW_WORKLIST,
          REPORTS_RECLUSTERED,
          REPORTS_REATTRIBUTED,
          CLUSTER_LIBRARY,
          MODEL_MONITORING,
          RETRAIN_REQUESTS,
          STAGE_RUNS,
          ERRORS,
          NOTIFICATIONS);

  private Logs() {}

  /** {@return all logs, in the order in which rows flow} */
  public static List<Log<?>> all() {
    return ALL;
  }

  /**
   * Looks a log up.
   *
   * @param wireName its name
   * @return the log
   * @throws LogStoreException if there is none, listing those there are
   */
  public static Log<?> byWireName(String wireName) {
    return ALL.stream()
        .filter(log -> log.wireName().equals(wireName))
        .findFirst()
        .orElseThrow(
            () -> new LogStoreException("'" + wireName + "' is not a log; the logs are " + ALL));
  }

  private static <R extends LogRecord> Log<R> log(
      String wireName,
      @Nullable String code,
      Class<R> recordType,
      Writer writer,
      @Nullable String subjectField,
      String... keyFields) {
    return new Log<>(
        wireName, code, recordType, Set.of(writer), List.of(keyFields), subjectField, Set.of());
  }

  /** What people do: the same act is one row, however often it is sent. */
  private static <R extends LogRecord> Log<R> byKeyAlone(
      String wireName, Class<R> recordType, String subjectField) {
    return new Log<>(
        wireName,
        null,
        recordType,
        Set.of(Writer.REVIEW),
        List.of("annotation_id"),
        subjectField,
        Set.of(),
        false);
  }
}
