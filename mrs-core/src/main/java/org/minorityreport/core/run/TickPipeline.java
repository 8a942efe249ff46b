package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.AttributionTask;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.ClusteringTask;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.attribution.Attribution;
import org.minorityreport.core.attribution.Candidates;
import org.minorityreport.core.clustering.Clustering;
import org.minorityreport.core.cohorting.Cohorting;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.model.Models;

/**
 * One tick through all stages: inputs and carry in, rows and carry out. Writes nothing; equal
 * arguments give equal rows.
 */
final class TickPipeline {
  private final RunId run;
  private final RunConfiguration configuration;
  private final Models models;
  private final StoreDetections detections;

  TickPipeline(
      RunId run, RunConfiguration configuration, Models models, StoreDetections detections) {
    this.run = run;
    this.configuration = configuration;
    this.models = models;
    this.detections = detections;
  }

  /**
   * Runs the stages.
   *
   * @throws MrsException if a model fails
   */
  TickOutcome apply(Instant tick, InputSnapshot inputs, RunCarry before) {
    TickRows rows = new TickRows();
    InputLedger ledger = new InputLedger(run, tick, inputs, before.inputs());
    rows.add(Logs.STORES, Writer.RUNNER, ledger.stores());
    rows.add(Logs.CONTEXT, Writer.RUNNER, ledger.context());
    rows.add(Logs.INPUTS, Writer.RUNNER, ledger.changes().stream().toList());
    List<ErrorRecord> refused =
        ledger.changes().map(c -> DeadLetters.of(run, tick, inputs.refused())).orElse(List.of());
    rows.add(Logs.ERRORS, Writer.RUNNER, refused);

    StageRuns runs = new StageRuns(run, tick, configuration.id(), inputs.source().name());
    StoreDetections.Detected detected = detections.detect(run, tick, inputs, before);
    addDetection(rows, detected);
    runs.detection(detected, refused.size());

    List<ReportInput> reports = reports(inputs, detected);
    ClusteringResult clustered = cluster(tick, reports);
    rows.add(Logs.REPORTS_CLUSTERED, Writer.CLUSTERING, clustered.clustered());
    rows.add(Logs.CLUSTER_PREDICTIONS, Writer.CLUSTERING, clustered.predictions());
    runs.clustering(reports.size(), clustered);

    Map<ReportId, ReportClustered> clusters = new TreeMap<>();
    clustered.clustered().forEach(c -> clusters.put(c.reportId(), c));
    Optional<List<Candidate>> campaigns = inputs.campaigns().map(c -> campaigns(ledger));
    Optional<List<Candidate>> events = inputs.contextEvents().map(c -> contextEvents(ledger));
    AttributionResult attributed = attribute(tick, reports, clusters, campaigns, events);
    rows.add(Logs.REPORTS_ATTRIBUTED, Writer.ATTRIBUTION, attributed.attributed());
    rows.add(Logs.ATTRIBUTION_PREDICTIONS, Writer.ATTRIBUTION, attributed.predictions());
    runs.attribution(reports.size(), attributed);

    List<Candidate> candidates = new ArrayList<>(campaigns.orElse(List.of()));
    candidates.addAll(events.orElse(List.of()));
    CohortingResult joined = join(tick, inputs, before, reports, clusters, attributed, candidates);
    SortedMap<EventId, EventRecord> lastEvents = new TreeMap<>(before.lastEvents());
    List<EventRecord> changed = changed(joined.events(), lastEvents);
    rows.add(Logs.REPORTS_COHORTED, Writer.COHORTING, joined.cohorted());
    rows.add(Logs.EVENTS, Writer.COHORTING, changed);
    rows.add(Logs.COHORT_PREDICTIONS, Writer.COHORTING, joined.predictions());
    runs.cohorting(attributed.attributed().size(), joined, changed.size());
    rows.add(Logs.STAGE_RUNS, Writer.RUNNER, runs.rows());

    Set<EventId> live = new HashSet<>();
    joined.carry().events().forEach(e -> live.add(e.eventId()));
    lastEvents.keySet().retainAll(live);
    SortedMap<StoreId, StoreCarry> stores = new TreeMap<>(before.stores());
    detected.byStore().forEach((store, result) -> stores.put(store, result.carry()));
    RunCarry after =
        new RunCarry(Optional.of(tick), stores, joined.carry(), lastEvents, ledger.after());
    return new TickOutcome(rows, after, reports.size(), changed.size());
  }

  private static void addDetection(TickRows rows, StoreDetections.Detected detected) {
    for (DetectionResult result : detected.byStore().values()) {
      rows.add(Logs.BASELINE_PREDICTIONS, Writer.DETECTION, result.baselinePredictions());
      rows.add(Logs.CLASSIFIER_PREDICTIONS, Writer.DETECTION, result.classifierPredictions());
      rows.add(Logs.REPORTS_DETECTED, Writer.DETECTION, result.detected());
      rows.add(Logs.REPORTS_ENDED, Writer.DETECTION, result.ended());
    }
  }

  /** The reports of the tick with what later stages need, by report id. */
  private static List<ReportInput> reports(
      InputSnapshot inputs, StoreDetections.Detected detected) {
    SortedMap<StoreId, Store> stores = new TreeMap<>();
    inputs.stores().forEach(s -> stores.put(s.storeId(), s));
    SortedMap<ReportId, ReportInput> reports = new TreeMap<>();
    detected
        .byStore()
        .forEach(
            (id, result) -> {
              Store store = stores.get(id);
              for (ReportDetected report : result.detected()) {
                reports.put(
                    report.reportId(),
                    ReportInput.builder()
                        .report(report)
                        .slice(result.slices().get(report.reportId()))
                        .store(store)
                        .inputDigest(detected.digest(id))
                        .build());
              }
            });
    return List.copyOf(reports.values());
  }

  private ClusteringResult cluster(Instant tick, List<ReportInput> reports) {
    ClusteringTask task = ClusteringTask.builder().runId(run).tick(tick).reports(reports).build();
    return new Clustering().cluster(task, models.cluster());
  }

  private AttributionResult attribute(
      Instant tick,
      List<ReportInput> reports,
      Map<ReportId, ReportClustered> clusters,
      Optional<List<Candidate>> campaigns,
      Optional<List<Candidate>> events) {
    List<AttributionInput> inputs = new ArrayList<>();
    for (ReportInput report : reports) {
      ReportClustered cluster = clusters.get(report.report().reportId());
      inputs.add(
          AttributionInput.builder().input(report).clustered(Optional.ofNullable(cluster)).build());
    }
    AttributionTask task =
        AttributionTask.builder()
            .runId(run)
            .tick(tick)
            .reports(inputs)
            .campaigns(campaigns)
            .contextEvents(events)
            .settings(configuration.settings().attribution())
            .build();
    return new Attribution().attribute(task, models.attribution());
  }

  private static List<Candidate> campaigns(InputLedger ledger) {
    return ledger.campaigns().stream()
        .map(c -> Candidates.of(c, ledger.contentHash(InputLedger.CAMPAIGN, c.campaignId())))
        .toList();
  }

  private static List<Candidate> contextEvents(InputLedger ledger) {
    return ledger.contextEvents().stream()
        .map(e -> Candidates.of(e, ledger.contentHash(InputLedger.CONTEXT_EVENT, e.contextId())))
        .toList();
  }

  private CohortingResult join(
      Instant tick,
      InputSnapshot inputs,
      RunCarry before,
      List<ReportInput> reports,
      Map<ReportId, ReportClustered> clusters,
      AttributionResult attributed,
      List<Candidate> candidates) {
    SortedMap<ReportId, Store> stores = new TreeMap<>();
    reports.forEach(r -> stores.put(r.report().reportId(), r.store()));
    List<CohortMember> members = new ArrayList<>();
    for (ReportAttributed report : attributed.attributed()) {
      ReportClustered cluster = clusters.get(report.reportId());
      members.add(
          CohortMember.builder()
              .attributed(report)
              .clustered(Optional.ofNullable(cluster))
              .store(stores.get(report.reportId()))
              .build());
    }
    CohortingTask task =
        CohortingTask.builder()
            .runId(run)
            .tick(tick)
            .cadence(inputs.source().cadence())
            .reports(members)
            .carry(before.events())
            .placelessRefs(Candidates.placeless(candidates))
            .maxBackdateSteps(configuration.settings().detection().maxBackdateSteps())
            .settings(configuration.settings().cohort())
            .build();
    return new Cohorting().join(task, models.cohort());
  }

  /** Leaves out rows that say what the event's newest row says, and notes the others. */
  private static List<EventRecord> changed(
      List<EventRecord> events, SortedMap<EventId, EventRecord> last) {
    List<EventRecord> changed = new ArrayList<>();
    for (EventRecord event : events) {
      EventRecord before = last.get(event.eventId());
      if (before == null || !same(before, event)) {
        changed.add(event);
        last.put(event.eventId(), event);
      }
    }
    return changed;
  }

  private static boolean same(EventRecord before, EventRecord now) {
    return EventRecord.builder().from(before).writtenAt(now.writtenAt()).build().equals(now);
  }
}
