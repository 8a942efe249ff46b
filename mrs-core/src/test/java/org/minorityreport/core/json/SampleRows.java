package org.minorityreport.core.json;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Delivery;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.AttributionPrediction;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.record.ClusterPrediction;
import org.minorityreport.api.record.CohortOutput;
import org.minorityreport.api.record.CohortPrediction;
import org.minorityreport.api.record.ContextRecord;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.NotificationRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.RunStarted;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.record.SettingRecord;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.record.TagRecord;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.value.Cut;

/** One record per log with every field set, so that none escapes a test by being absent. */
public final class SampleRows {
  /** Tick of every sample. */
  public static final Instant TICK = Instant.parse("2025-08-07T16:00:00Z");

  /** Run of every sample: a name that looks like JSON must stay a name. */
  public static final RunId RUN = RunId.of("a\"version\":9,\\");

  /** The report of the samples. */
  public static final ReportId REPORT = ReportId.of("MR-5108dbd30cf31dd0e8f093e0fcf59344");

  static final ReportId OTHER = ReportId.of("MR-6a20e58883f194e885a0d230525dd11f");
  static final EventId EVENT = EventId.of("ME-b45222024d9184540b511e2ee4573fd7");
  private static final EventId MERGED = EventId.of("ME-e7015dc39c47720d08e4c640d55d607a");
  private static final StoreId STORE = StoreId.of("TESCO|LEEDS|042");
  private static final Sku COLA = Sku.of("cola");
  private static final Instant ONSET = Instant.parse("2025-08-07T15:30:00Z");
  private static final String DIGEST = "9f86d081884c7d659a2feaa0c55ad015";

  private SampleRows() {}

  /**
   * A record and its log.
   *
   * @param <R> type of the record
   */
  public record Sample<R extends LogRecord>(Log<R> log, R record) {
    /** {@return the row of the record} */
    public LogRow row() {
      return LogCodec.row(log, record);
    }

    /** {@return the row as a store would hold it} */
    public StoredRow stored() {
      return StoredRow.of(row(), 1, CommitPosition.of(1), 1);
    }

    @Override
    public String toString() {
      return log.toString();
    }
  }

  /** {@return one sample per log, in the order of the logs} */
  public static List<Sample<?>> all() {
    List<Sample<?>> samples = new ArrayList<>();
    samples.add(new Sample<>(Logs.RUNS, run()));
    samples.add(new Sample<>(Logs.SETTINGS, setting()));
    samples.add(new Sample<>(Logs.TAGS, tag()));
    samples.add(new Sample<>(Logs.MODEL_REGISTRY, LifecycleSamples.registration()));
    samples.add(new Sample<>(Logs.STORES, store()));
    samples.add(new Sample<>(Logs.CONTEXT, context()));
    samples.add(new Sample<>(Logs.INPUTS, inputs()));
    samples.add(new Sample<>(Logs.BASELINE_PREDICTIONS, baseline()));
    samples.add(new Sample<>(Logs.CLASSIFIER_PREDICTIONS, classifier()));
    samples.add(new Sample<>(Logs.REPORTS_DETECTED, detected()));
    samples.add(new Sample<>(Logs.REPORTS_ENDED, ended()));
    samples.add(new Sample<>(Logs.REPORTS_CLUSTERED, clustered()));
    samples.add(new Sample<>(Logs.CLUSTER_PREDICTIONS, cluster()));
    samples.add(new Sample<>(Logs.REPORTS_ATTRIBUTED, attributed()));
    samples.add(new Sample<>(Logs.ATTRIBUTION_PREDICTIONS, attribution()));
    samples.add(new Sample<>(Logs.COHORT_PREDICTIONS, pair()));
    samples.add(new Sample<>(Logs.REPORTS_COHORTED, cohorted()));
    samples.add(new Sample<>(Logs.EVENTS, event()));
    samples.add(new Sample<>(Logs.USER_EDITS, PeopleSamples.edit(REPORT.value())));
    samples.add(new Sample<>(Logs.USER_EVENT_EDITS, PeopleSamples.edit(EVENT.value())));
    samples.add(new Sample<>(Logs.CONTEXT_RECORDED, PeopleSamples.recorded()));
    samples.add(new Sample<>(Logs.REPORTS_FINALISED, PeopleSamples.finalised()));
    samples.add(new Sample<>(Logs.REREVIEW_WORKLIST, PeopleSamples.round()));
    samples.add(new Sample<>(Logs.REPORTS_RECLUSTERED, PeopleSamples.reclustered()));
    samples.add(new Sample<>(Logs.REPORTS_REATTRIBUTED, PeopleSamples.reattributed()));
    samples.add(new Sample<>(Logs.CLUSTER_LIBRARY, LifecycleSamples.cluster()));
    samples.add(new Sample<>(Logs.MODEL_MONITORING, LifecycleSamples.measure()));
    samples.add(new Sample<>(Logs.RETRAIN_REQUESTS, LifecycleSamples.request()));
    samples.add(new Sample<>(Logs.STAGE_RUNS, stageRun()));
    samples.add(new Sample<>(Logs.ERRORS, error()));
    samples.add(new Sample<>(Logs.NOTIFICATIONS, notification()));
    return samples;
  }

  /** {@return a row of MRDL} */
  public static ReportDetected detected() {
    ReportMember member =
        ReportMember.builder()
            .sku(COLA)
            .direction(Direction.DROP)
            .raisedAt(TICK)
            .windowEnd(TICK)
            .severityScore(0.5)
            .attributedSalesTotal(new BigDecimal("12.5"))
            .baselineSalesTotal(new BigDecimal("30"))
            .impactEstimate(new BigDecimal("-21.90"))
            .build();
    return ReportDetected.builder()
        .reportId(REPORT)
        .runId(RUN)
        .writtenAt(TICK)
        .storeId(STORE)
        .sku(COLA)
        .skus(List.of(COLA))
        .firstDetectedFrom(ONSET)
        .windowStart(ONSET)
        .windowEnd(TICK)
        .direction(Direction.DROP)
        .severityScore(0.5)
        .members(List.of(member))
        .attributedRevenueTotal(new BigDecimal("15.60"))
        .baselineRevenueTotal(new BigDecimal("37.50"))
        .impactEstimate(new BigDecimal("-21.90"))
        .attributedSalesTotal(new BigDecimal("12.5"))
        .baselineSalesTotal(new BigDecimal("30"))
        .reportStatus("detected")
        .isDegraded(true)
        .degradedReasons(List.of("BASELINE_fallback"))
        .modelVersions(new TreeMap<>(Map.of("baseline", "b@1", "classifier", "c@2")))
        .suppressedBy("too_short@1")
        .build();
  }

  /** {@return a row of MEEL} */
  public static ReportEnded ended() {
    return ReportEnded.builder()
        .reportId(REPORT)
        .runId(RUN)
        .writtenAt(TICK)
        .storeId(STORE)
        .windowEnd(TICK)
        .eventStatus(EventStatus.ENDED)
        .endReason(EndReason.RETURNED_TO_BASELINE)
        .build();
  }

  /** {@return a row of errors_log} */
  public static ErrorRecord error() {
    return ErrorRecord.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .stage("inputs")
        .kind("unparseable_time")
        .source("sales.csv:17")
        .payloadDigest(DIGEST)
        .reportId(REPORT)
        .payload("327;cola;yesterday;3\t\u2028\u0001")
        .message("timestamp is 'yesterday'")
        .attempts(1)
        .build();
  }

  private static RunStarted run() {
    return RunStarted.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .parent(RunId.of("before"))
        .parentCut(Cut.of(Map.of("user_edits_log", 7L)))
        .currency("GBP")
        .governed(false)
        .configuration("{\"version\":3}")
        .configurationDigest(DIGEST)
        .tzdata("2025a")
        .startedBy("host")
        .build();
  }

  private static SettingRecord setting() {
    return SettingRecord.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .kind("configuration")
        .name("run")
        .settingVersion("CF-1")
        .body("{}")
        .owner("host")
        .validFrom(ONSET)
        .validTo(TICK)
        .build();
  }

  private static NotificationRecord notification() {
    return NotificationRecord.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .notificationId(NotificationId.of("NO-5108dbd30cf31dd0e8f093e0fcf59344"))
        .subject(REPORT.value())
        .triggerCondition("severity_score is 0.9, from 0.85")
        .subscriber("ann")
        .channel("inbox")
        .link("https://mrs.example/reports/" + REPORT)
        .position(12)
        .outcome("snoozed")
        .attempt(1)
        .message("after lunch")
        .rule("severe@2")
        .level("urgent")
        .until(TICK)
        .build();
  }

  private static TagRecord tag() {
    return TagRecord.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .name("June \"budget\"")
        .position(12)
        .note("what the June budget run used")
        .actor("host")
        .build();
  }

  private static StoreRecord store() {
    Store store =
        Store.builder()
            .storeId(STORE)
            .retailer("Corner")
            .name("Leeds – Headrow")
            .city("Leeds")
            .region("North")
            .country("GB")
            .lat(53.799722)
            .lon(-1.549167)
            .format("convenience")
            .timeZone("Europe/London")
            .salesRegion("N1")
            .putAttributes("area", new BigDecimal("120.50"))
            .putAttributes("tills", 3)
            .putAttributes("brand", "x")
            .build();
    return StoreRecord.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .storeId(STORE)
        .store(store)
        .gone(true)
        .build();
  }

  private static ContextRecord context() {
    return ContextRecord.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .kind("campaign")
        .ref("summer")
        .contentHash(DIGEST)
        .withdrawn(true)
        .putBody("name", "Summer")
        .putBody("spend", new BigDecimal("1200.00"))
        .putBody("regions", List.of("North"))
        .build();
  }

  private static InputsRecord inputs() {
    return InputsRecord.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .source("till")
        .addDeliveries(
            Delivery.builder().name("sales.csv").deliveredAt(TICK).digest(DIGEST).build())
        .putDigests("327", new TreeMap<>(Map.of("2025-08-06", DIGEST)))
        .rowsRead(10)
        .rowsRefused(1)
        .rowsLate(2)
        .addSilentStores(STORE)
        .build();
  }

  private static BaselinePrediction baseline() {
    return BaselinePrediction.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .storeId(STORE)
        .sku(COLA)
        .firstStep(ONSET)
        .cadence(Cadence.parse("PT15M"))
        .actualUnits(UnitsColumn.of(new long[] {1500, SalesSeries.UNKNOWN, 2_000_000}))
        .expectedUnits(UnitsColumn.of(new long[] {SalesSeries.UNKNOWN, 250, 0}))
        .spread(NumColumn.of(new double[] {Double.NaN, 0.5, 1e-6}))
        .modelName("b")
        .modelVersion("1")
        .role("baseline")
        .route("primary")
        .inputDigest(DIGEST)
        .qualityScore(0.9)
        .outcome("ok")
        .message("fine")
        .build();
  }

  private static ClassifierPrediction classifier() {
    return ClassifierPrediction.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .storeId(STORE)
        .sku(COLA)
        .windowStart(ONSET)
        .windowEnd(TICK)
        .severityScore(0.5)
        .direction(Direction.UPLIFT)
        .modelName("c")
        .modelVersion("2")
        .role("classifier")
        .route("primary")
        .inputDigest(DIGEST)
        .qualityScore(0.9)
        .outcome("ok")
        .message("fine")
        .build();
  }

  static ReportClustered clustered() {
    List<Double> features = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      features.add((i - 8) / 8.0);
    }
    return ReportClustered.builder()
        .from((ReportSpine) detected())
        .reportStatus("clustered")
        .featureVector(features)
        .clusterId("k1")
        .clusterName("Spike")
        .similarityScore(0.9)
        .clusterMatchConfidence(0.8)
        .nearestClusterId("k1")
        .nearestDistance(1.25)
        .embeddingX(-3.5)
        .embeddingY(0)
        .abstainReason("too_far")
        .build();
  }

  private static ClusterPrediction cluster() {
    return ClusterPrediction.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .reportId(REPORT)
        .modelName("k")
        .modelVersion("1")
        .role("cluster")
        .route("primary")
        .inputDigest(DIGEST)
        .output(
            ClusterOutput.builder()
                .clusterId("k1")
                .clusterName("Spike")
                .similarityScore(0.9)
                .clusterMatchConfidence(0.8)
                .nearestClusterId("k1")
                .nearestDistance(1.25)
                .embeddingX(-3.5)
                .embeddingY(0.25)
                .build())
        .qualityScore(1)
        .outcome("ok")
        .message("fine")
        .build();
  }

  static Evidence evidence() {
    return Evidence.builder()
        .kind(EvidenceKind.CONTEXT_EVENT)
        .ref("rain")
        .contentHash(DIGEST)
        .note("all day")
        .weight(0.7)
        .build();
  }

  static ReportAttributed attributed() {
    return ReportAttributed.builder()
        .from((ReportSpine) detected())
        .reportStatus("proposed")
        .proposedCause("Rain")
        .proposedCauseCategory("weather")
        .confidenceScore(0.7)
        .proposedCause2("Strike")
        .proposedCauseCategory2("travel_disruption")
        .confidenceScore2(0.2)
        .proposedCause3("Leaflets")
        .proposedCauseCategory3("paid_media")
        .confidenceScore3(0.1)
        .addSupportingEvidence(evidence())
        .abstainReason("weak_evidence")
        .build();
  }

  private static AttributionPrediction attribution() {
    return AttributionPrediction.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .reportId(REPORT)
        .modelName("a")
        .modelVersion("1")
        .role("attribution")
        .route("primary")
        .inputDigest(DIGEST)
        .addOutput(
            ScoredCandidate.builder()
                .cause("Rain")
                .category("weather")
                .confidence(0.7)
                .addEvidence(evidence())
                .build())
        .qualityScore(1)
        .outcome("ok")
        .message("fine")
        .build();
  }

  private static CohortPrediction pair() {
    return CohortPrediction.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .reportId(REPORT)
        .otherReportId(OTHER)
        .modelName("h")
        .modelVersion("1")
        .role("cohort")
        .route("primary")
        .inputDigest(DIGEST)
        .output(CohortOutput.builder().score(0.6).addReasons("shared_cause").accepted(true).build())
        .qualityScore(1)
        .outcome("ok")
        .message("fine")
        .build();
  }

  private static ReportCohorted cohorted() {
    return ReportCohorted.builder()
        .from((ReportSpine) detected())
        .reportStatus("cohorted")
        .clusterId("k1")
        .clusterName("Spike")
        .similarityScore(0.9)
        .clusterMatchConfidence(0.8)
        .proposedCause("Rain")
        .proposedCauseCategory("weather")
        .confidenceScore(0.7)
        .proposedCause2("Strike")
        .proposedCauseCategory2("travel_disruption")
        .confidenceScore2(0.2)
        .proposedCause3("Leaflets")
        .proposedCauseCategory3("paid_media")
        .confidenceScore3(0.1)
        .reportGroupId(EVENT)
        .eventStatus(EventStatus.ACTIVE)
        .cohortName("Rain, North")
        .cohortConfidence(0.6)
        .cohortReason(List.of("shared_cause", "temporal_overlap"))
        .cohortSize(2)
        .build();
  }

  private static EventRecord event() {
    return EventRecord.builder()
        .eventId(EVENT)
        .runId(RUN)
        .writtenAt(TICK)
        .anchorReportId(REPORT)
        .eventStatus(EventStatus.ENDED)
        .cohortName("Rain, North")
        .cohortReason(List.of("shared_cause"))
        .cohortConfidence(0.6)
        .cohortSize(2)
        .reportIds(List.of(REPORT, OTHER))
        .storeIds(List.of(STORE))
        .regions(List.of("North"))
        .direction(Direction.DROP)
        .windowStart(ONSET)
        .windowEnd(TICK)
        .severityScore(0.5)
        .impactEstimate(new BigDecimal("-21.90"))
        .attributedSalesTotal(new BigDecimal("12.5"))
        .baselineSalesTotal(new BigDecimal("30"))
        .proposedCause("Rain")
        .proposedCauseCategory("weather")
        .confidenceScore(0.7)
        .createdAt(TICK)
        .endedAt(TICK)
        .mergedInto(MERGED)
        .resolutionReason("merged")
        .isDegraded(true)
        .degradedReasons(List.of("MRCL_down"))
        .build();
  }

  private static StageRun stageRun() {
    return StageRun.builder()
        .runId(RUN)
        .writtenAt(TICK)
        .stage("detection")
        .outcome(StageOutcome.DEGRADED)
        .rowsIn(3)
        .rowsOut(2)
        .rowsError(1)
        .modelVersions(new TreeMap<>(Map.of("baseline", "b@1")))
        .editsSeen(new TreeMap<>(Map.of("user_edits_log", 4L)))
        .addCalls(
            ModelCalls.builder()
                .role("baseline")
                .modelName("b")
                .modelVersion("1")
                .route("primary")
                .ok(3)
                .failed(0)
                .build())
        .configId("CF-1")
        .inputDigests(new TreeMap<>(Map.of("till", DIGEST)))
        .degradedReasons(List.of("MRCL_down"))
        .message("slow")
        .build();
  }
}
