package org.minorityreport.core.health;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.InputsRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.StoreRecord;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.value.Cut;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.identity.Identity;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

/** Logs that a test writes line by line; commits arrive at {@link #clock}. */
public final class Logbook {
  /** The run of all rows. */
  public static final RunId RUN = RunId.of("main");

  private static final Sku SKU = Sku.of("cola");
  private static final List<String> STAGES =
      List.of("detection", "clustering", "attribution", "cohorting");

  /** The wall time. */
  public Instant clock = Instant.parse("2025-08-07T00:00:00Z");

  private final LogStore store;

  /** Empty logs. */
  public Logbook() {
    this.store = LogStores.inMemory((InstantSource) () -> clock);
  }

  /** {@return the logs} */
  public LogStore store() {
    return store;
  }

  /** {@return what they say now} */
  public HydratedView view() {
    return Hydration.hydrate(store, RUN, AsOf.now(), 1);
  }

  /** Appends a row as a commit of its own. */
  public <R extends LogRecord> void add(Log<R> log, R row) {
    var writer = log.writers().stream().sorted().findFirst().orElseThrow();
    store.append(Commit.of(List.of(LogSlice.of(log, writer, List.of(LogCodec.row(log, row))))));
  }

  /** A tick at which all stages ran. */
  public void tick(String at) {
    STAGES.forEach(stage -> stage(stage, at, StageOutcome.OK));
  }

  /** How one stage fared. */
  public void stage(String stage, String at, StageOutcome outcome, String... codes) {
    add(
        Logs.STAGE_RUNS,
        StageRun.builder()
            .runId(RUN)
            .writtenAt(Instant.parse(at))
            .stage(stage)
            .outcome(outcome)
            .rowsIn(1)
            .rowsOut(outcome == StageOutcome.FAILED ? 0 : 100)
            .rowsError(0)
            .configId("CF-1")
            .degradedReasons(List.of(codes))
            .build());
  }

  /** Stores of a source in which nothing is known. */
  public void silent(String source, String at, String... stores) {
    add(
        Logs.INPUTS,
        InputsRecord.builder()
            .runId(RUN)
            .writtenAt(Instant.parse(at))
            .source(source)
            .rowsRead(1)
            .rowsRefused(0)
            .silentStores(List.of(stores).stream().map(StoreId::of).toList())
            .build());
  }

  /** A store of a retailer in a region. */
  public void store(String id, String retailer, String region) {
    add(
        Logs.STORES,
        StoreRecord.builder()
            .runId(RUN)
            .writtenAt(Instant.parse("2025-08-07T00:00:00Z"))
            .storeId(StoreId.of(id))
            .store(
                Store.builder().storeId(StoreId.of(id)).retailer(retailer).region(region).build())
            .build());
  }

  /** A report that is open. */
  public ReportId report(String at, String onset, String tick, double severity) {
    return report(at, onset, tick, b -> b.severityScore(severity));
  }

  /** A report. */
  public ReportId report(
      String at, String onset, String tick, UnaryOperator<ReportDetected.Builder> change) {
    ReportDetected row = change.apply(detected(at, onset, tick)).build();
    add(Logs.REPORTS_DETECTED, row);
    return row.reportId();
  }

  /** The row of an open report. */
  public static ReportDetected.Builder detected(String at, String onset, String tick) {
    Instant first = Instant.parse(onset);
    Instant raised = Instant.parse(tick);
    ReportMember member =
        ReportMember.builder()
            .sku(SKU)
            .direction(Direction.UPLIFT)
            .raisedAt(raised)
            .severityScore(0.5)
            .attributedSalesTotal(new BigDecimal("30"))
            .baselineSalesTotal(new BigDecimal("10"))
            .build();
    ReportDetected.Builder row = ReportDetected.builder();
    row.reportId(Identity.reportId(StoreId.of(at), first))
        .runId(RUN)
        .writtenAt(raised)
        .storeId(StoreId.of(at))
        .sku(SKU)
        .addSkus(SKU)
        .firstDetectedFrom(first)
        .windowStart(first)
        .direction(Direction.UPLIFT)
        .severityScore(0.5)
        .addMembers(member)
        .attributedSalesTotal(new BigDecimal("30"))
        .baselineSalesTotal(new BigDecimal("10"))
        .impactEstimate(new BigDecimal("40.00"))
        .reportStatus("detected")
        .isDegraded(false);
    return row;
  }

  private static ReportSpine spine(String at, String onset, String tick) {
    return detected(at, onset, tick).build();
  }

  /** Its cluster. */
  public void clustered(String at, String onset, String tick) {
    add(
        Logs.REPORTS_CLUSTERED,
        ReportClustered.builder()
            .from(spine(at, onset, tick))
            .featureVector(Collections.nCopies(16, 0.5))
            .clusterId("CL-7")
            .build());
  }

  /** Its proposed cause. */
  public void attributed(String at, String onset, String tick, String cause, String category) {
    attributed(at, onset, tick, cause, category, 0.8);
  }

  /** Its proposed cause. */
  public void attributed(
      String at, String onset, String tick, String cause, String category, double confidence) {
    add(
        Logs.REPORTS_ATTRIBUTED,
        ReportAttributed.builder()
            .from(spine(at, onset, tick))
            .proposedCause(cause)
            .proposedCauseCategory(category)
            .confidenceScore(confidence)
            .build());
  }

  /** The event of a report of its own. */
  public void cohorted(String at, String onset, String tick, ReportId anchor) {
    add(
        Logs.REPORTS_COHORTED,
        ReportCohorted.builder()
            .from(spine(at, onset, tick))
            .proposedCause("heat")
            .proposedCauseCategory("weather")
            .reportGroupId(Identity.eventId(anchor, Instant.parse(onset)))
            .eventStatus(EventStatus.ACTIVE)
            .cohortName("heat")
            .cohortConfidence(0.7)
            .cohortSize(1)
            .build());
  }

  /** What somebody did about a report. */
  public AnnotationId act(
      ReportId report, String action, String actor, UnaryOperator<UserEdit.Builder> change) {
    String name = report + action + actor;
    AnnotationId id =
        AnnotationId.of(
            "AN-" + Digests.sha256Hex(name.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    UserEdit.Builder row = UserEdit.builder();
    row.runId(RUN)
        .writtenAt(clock)
        .annotationId(id)
        .targetId(report.value())
        .action(action)
        .actor(actor)
        .role(actor.equals("system") ? "system" : "marketer")
        .basedOn(Cut.of(Map.of()));
    add(Logs.USER_EDITS, change.apply(row).build());
    return id;
  }

  /** What became of a report by an act. */
  public void decided(
      String at, String onset, String decision, Optional<String> cause, AnnotationId act) {
    ReportFinalised.Builder row = ReportFinalised.builder();
    row.from(spine(at, onset, clock.toString()))
        .reportStatus("finalised")
        .finalDecision(decision)
        .finalCause(cause)
        .finalCauseCategory(cause.map(c -> "weather"))
        .finalizedAt(clock)
        .annotationId(act)
        .decidedBy(Decider.builder().actor("ann").role("marketer").build())
        .decisionLevel("report")
        .sourceUsedWindowStart("detected")
        .sourceUsedWindowEnd("none")
        .sourceUsedStructure("detected")
        .sourceUsedTotals("detected")
        .sourceUsedCluster("none")
        .sourceUsedProposed("attribution")
        .sourceUsedGroupId("cohort")
        .sourceUsedFinal("none");
    add(Logs.REPORTS_FINALISED, row.build());
  }
}
