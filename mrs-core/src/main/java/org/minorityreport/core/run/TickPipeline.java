package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
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
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.AttributionTask;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.ClusteringTask;
import org.minorityreport.api.stage.CohortCarry;
import org.minorityreport.api.stage.CohortMember;
import org.minorityreport.api.stage.CohortingResult;
import org.minorityreport.api.stage.CohortingTask;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.ReportInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.attribution.Candidates;
import org.minorityreport.core.decision.People;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.DriverBook;
import org.minorityreport.core.input.InputLedger;
import org.minorityreport.core.input.SeenSales;
import org.minorityreport.core.model.Models;

/**
 * One tick through all stages: inputs and carry in, rows and carry out. Writes nothing; equal
 * arguments give equal rows.
 */
final class TickPipeline {
  private static final String NOTHING_SEEN = Digests.sha256Hex(new byte[0]);

  private final RunId run;
  private final RunConfiguration configuration;
  private final ModelService service;
  private final Stages stages;
  private final StoreDetections detections;
  private final PeopleHistory history;
  private final SeenSales seen;
  private final Recall recall;
  private final TickRows pending;

  TickPipeline(
      RunId run,
      RunConfiguration configuration,
      ModelService service,
      Stages stages,
      StoreDetections detections,
      PeopleHistory history,
      Recall recall) {
    this.run = run;
    this.configuration = configuration;
    this.service = service;
    this.stages = stages;
    this.detections = detections;
    this.history = history;
    this.seen = new SeenSales(service.all().baseline().primary().info().lookBack());
    this.recall = recall;
    this.pending = new TickRows();
  }

  private TickPipeline(
      TickPipeline other,
      ModelService service,
      Stages stages,
      StoreDetections detections,
      TickRows pending) {
    this.run = other.run;
    this.configuration = other.configuration;
    this.service = service;
    this.stages = stages;
    this.detections = detections;
    this.history = other.history;
    this.seen = other.seen;
    this.recall = other.recall;
    this.pending = pending;
  }

  /** {@return the same for ticks that follow on rows which are not appended yet} */
  TickPipeline after(TickRows rows) {
    return new TickPipeline(this, service, stages, detections, rows);
  }

  /** {@return the same with other models and stages} */
  TickPipeline with(ModelService otherModels, Stages otherStages, StoreDetections otherDetections) {
    return new TickPipeline(this, otherModels, otherStages, otherDetections, pending);
  }

  /** Runs the stages; one that throws is down at this tick, and the others go on. */
  TickOutcome apply(Instant tick, TickInputs read, RunCarry before) {
    return new Tick(tick, read, before, List.of(), null, digest(tick, read)).run();
  }

  private String digest(Instant tick, TickInputs read) {
    if (read.failure() != null) {
      return NOTHING_SEEN;
    }
    seen.follow(read.snapshot());
    return seen.of(tick, read.snapshot());
  }

  /**
   * Runs the stages over some stores, at a tick that is run again.
   *
   * @param others the reports of the other stores, which cohorting takes as they are
   */
  TickOutcome apply(Instant tick, TickInputs read, RunCarry before, List<CohortMember> others) {
    return new Tick(tick, read, before, others, null, digest(tick, read)).run();
  }

  /** Runs the stages after detection over what was detected ahead. */
  TickOutcome apply(
      Instant tick, TickInputs read, RunCarry before, StoreDetections.Detected ahead) {
    return new Tick(tick, read, before, List.of(), ahead, digest(tick, read)).run();
  }

  /** One tick on its way through the stages. */
  private final class Tick {
    private final Instant tick;
    private final TickInputs read;
    private final InputSnapshot inputs;
    private final DriverBook drivers;
    private final RunCarry before;
    private final List<CohortMember> others;
    private final StoreDetections.@Nullable Detected ahead;
    private final People people;
    private final Models models;
    private final TickRows rows = new TickRows();
    private final StageRuns runs;

    Tick(
        Instant tick,
        TickInputs read,
        RunCarry before,
        List<CohortMember> others,
        StoreDetections.@Nullable Detected ahead,
        String inputDigest) {
      this.tick = tick;
      this.read = read;
      this.inputs = read.snapshot();
      this.drivers = detections.drivers(inputs);
      this.before = before;
      this.others = others;
      this.ahead = ahead;
      this.people = history.at(tick);
      this.models = service.at(tick);
      this.runs =
          new StageRuns(
              run, tick, configuration.id(), inputs.source().name(), inputDigest, people.seen());
    }

    TickOutcome run() {
      boolean missing = read.failure() != null;
      InputLedger ledger = new InputLedger(run, tick, inputs, before.inputs(), drivers);
      rows.add(Logs.ERRORS, Writer.RUNNER, read.errors());
      int refused = read.errors().size() + (missing ? 0 : inputs(ledger));
      StoreDetections.Detected detected = missing ? StoreDetections.nothing() : detected();
      addDetection(rows, detected);
      runs.detection(detected, refused, !missing && inputs.drivers().isEmpty(), read.failure());

      List<ReportInput> reports = reports(inputs, detected);
      CatchUp catchUp = new CatchUp(before.pending().reports(), reports, before.events());
      List<ReportInput> clustering = catchUp.toCluster();
      cluster(clustering).ifPresent(result -> catchUp.clustered(result.clustered()));

      Optional<List<Candidate>> campaigns =
          inputs.campaigns().map(c -> withDrivers(campaigns(ledger)));
      Optional<List<Candidate>> events =
          inputs.contextEvents().map(c -> withDrivers(contextEvents(ledger, people)));
      attribute(
              catchUp.toAttribute(clustering, campaigns.isPresent(), events.isPresent(), people),
              campaigns,
              events)
          .ifPresent(result -> catchUp.attributed(result.attributed()));

      List<Candidate> candidates = new ArrayList<>(campaigns.orElse(List.of()));
      candidates.addAll(events.orElse(List.of()));
      candidates.addAll(people.recorded());
      SortedMap<EventId, EventRecord> lastEvents = new TreeMap<>(before.lastEvents());
      List<EventRecord> changed = new ArrayList<>();
      List<CohortMember> joining = new ArrayList<>(others);
      joining.addAll(catchUp.toJoin());
      Optional<CohortingResult> joined = join(joining, candidates, lastEvents, changed);
      joined.ifPresent(result -> catchUp.joined(result.cohorted()));
      List<StageRun> said = runs.rows();
      rows.add(Logs.STAGE_RUNS, Writer.RUNNER, said);

      CohortCarry carried = joined.map(CohortingResult::carry).orElse(before.events());
      Set<EventId> live = new HashSet<>();
      carried.events().forEach(e -> live.add(e.eventId()));
      lastEvents.keySet().retainAll(live);
      SortedMap<StoreId, StoreCarry> stores = new TreeMap<>(before.stores());
      detected.byStore().forEach((store, result) -> stores.put(store, result.carry()));
      RunCarry after =
          new RunCarry(
              Optional.of(tick),
              stores,
              carried,
              lastEvents,
              missing ? before.inputs() : ledger.after(),
              pending(detected, catchUp, missing));
      boolean isAnyFailed =
          said.stream().anyMatch(s -> s.calls().stream().anyMatch(call -> call.failed() > 0));
      return new TickOutcome(rows, after, reports.size(), changed.size(), isAnyFailed);
    }

    private List<Candidate> withDrivers(List<Candidate> candidates) {
      return drivers.isEmpty()
          ? candidates
          : candidates.stream().map(c -> drivers.withDrivers(c, tick)).toList();
    }

    private StoreDetections.Detected detected() {
      StoreDetections.Detected known = ahead;
      return known == null ? detections.detect(run, tick, inputs, people, before) : known;
    }

    private int inputs(InputLedger ledger) {
      rows.add(Logs.STORES, Writer.RUNNER, ledger.stores());
      rows.add(Logs.CONTEXT, Writer.RUNNER, ledger.context());
      rows.add(Logs.INPUTS, Writer.RUNNER, ledger.changes().stream().toList());
      List<ErrorRecord> refused =
          ledger.changes().map(c -> DeadLetters.of(run, tick, inputs.refused())).orElse(List.of());
      rows.add(Logs.ERRORS, Writer.RUNNER, refused);
      return refused.size();
    }

    private Pending pending(StoreDetections.Detected detected, CatchUp catchUp, boolean missing) {
      Instant from = tick.minus(detections.history());
      return new Pending(
          missing ? before.pending().folded() : Optional.of(tick),
          missing ? before.pending().unfolded() : detected.unfolded(),
          catchUp.owed(from));
    }

    private Optional<ClusteringResult> cluster(List<ReportInput> reports) {
      ClusteringTask task = ClusteringTask.builder().runId(run).tick(tick).reports(reports).build();
      Optional<ClusteringResult> done =
          attempt(
              Stages.CLUSTERING,
              Writer.CLUSTERING,
              reports.size(),
              () -> stages.clustering().cluster(task, models.cluster()));
      done.ifPresent(
          result -> {
            rows.add(Logs.REPORTS_CLUSTERED, Writer.CLUSTERING, result.clustered());
            rows.add(Logs.CLUSTER_PREDICTIONS, Writer.CLUSTERING, result.predictions());
            rows.add(Logs.ERRORS, Writer.CLUSTERING, result.errors());
            runs.clustering(reports.size(), result);
          });
      return done;
    }

    private Optional<AttributionResult> attribute(
        List<AttributionInput> reports,
        Optional<List<Candidate>> campaigns,
        Optional<List<Candidate>> events) {
      AttributionTask task =
          AttributionTask.builder()
              .runId(run)
              .tick(tick)
              .reports(reports)
              .campaigns(campaigns)
              .contextEvents(events)
              .recorded(withDrivers(people.recorded()))
              .confirmed(reports.isEmpty() ? List.of() : people.confirmed(retailers()))
              .settings(configuration.settings().attribution())
              .build();
      Optional<AttributionResult> done =
          attempt(
              Stages.ATTRIBUTION,
              Writer.ATTRIBUTION,
              reports.size(),
              () -> stages.attribution().attribute(task, models.attribution()));
      done.ifPresent(
          result -> {
            rows.add(Logs.REPORTS_ATTRIBUTED, Writer.ATTRIBUTION, result.attributed());
            rows.add(Logs.ATTRIBUTION_PREDICTIONS, Writer.ATTRIBUTION, result.predictions());
            rows.add(Logs.ERRORS, Writer.ATTRIBUTION, result.errors());
            runs.attribution(reports.size(), result, campaigns.isPresent(), events.isPresent());
          });
      return done;
    }

    private Function<StoreId, Optional<String>> retailers() {
      Map<StoreId, String> retailers = new HashMap<>();
      inputs.stores().forEach(store -> retailers.put(store.storeId(), store.retailer()));
      return id -> Optional.ofNullable(retailers.get(id));
    }

    private Optional<CohortingResult> join(
        List<CohortMember> members,
        List<Candidate> candidates,
        SortedMap<EventId, EventRecord> lastEvents,
        List<EventRecord> changed) {
      Recall.Found recalled =
          recall.find(tick, before.events(), people.placements(), members, pending);
      recalled.rows().forEach((id, row) -> lastEvents.putIfAbsent(id, row));
      CohortingTask task =
          CohortingTask.builder()
              .runId(run)
              .tick(tick)
              .cadence(inputs.source().cadence())
              .reports(members)
              .carry(
                  CohortCarry.builder()
                      .from(before.events())
                      .addAllLoggedRefusals(recalled.refusals())
                      .build())
              .people(people.placements())
              .recalled(recalled.events())
              .homes(recalled.homes())
              .placelessRefs(Candidates.placeless(candidates))
              .maxBackdateSteps(configuration.settings().detection().maxBackdateSteps())
              .settings(configuration.settings().cohort())
              .build();
      Optional<CohortingResult> done =
          attempt(
              Stages.COHORTING,
              Writer.COHORTING,
              members.size(),
              () -> stages.cohorting().join(task, models.cohort()));
      done.ifPresent(
          result -> {
            changed.addAll(changed(result.events(), lastEvents));
            rows.add(Logs.REPORTS_COHORTED, Writer.COHORTING, result.cohorted());
            rows.add(Logs.EVENTS, Writer.COHORTING, changed);
            rows.add(Logs.COHORT_PREDICTIONS, Writer.COHORTING, result.predictions());
            rows.add(Logs.ERRORS, Writer.COHORTING, result.errors());
            runs.cohorting(members.size(), result, changed.size());
          });
      return done;
    }

    /** Runs a stage; one that throws leaves a dead letter and says that it failed. */
    private <T> Optional<T> attempt(String stage, Writer writer, int in, Supplier<T> work) {
      try {
        return Optional.of(work.get());
      } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
        ErrorRecord letter = StageFailure.letter(run, tick, stage, in + " reports", e);
        rows.add(Logs.ERRORS, writer, List.of(letter));
        runs.failed(stage, in, letter.message());
        return Optional.empty();
      }
    }
  }

  private static void addDetection(TickRows rows, StoreDetections.Detected detected) {
    rows.add(Logs.ERRORS, Writer.DETECTION, detected.failures());
    for (DetectionResult result : detected.byStore().values()) {
      rows.add(Logs.BASELINE_PREDICTIONS, Writer.DETECTION, result.baselinePredictions());
      rows.add(Logs.CLASSIFIER_PREDICTIONS, Writer.DETECTION, result.classifierPredictions());
      rows.add(Logs.REPORTS_DETECTED, Writer.DETECTION, result.detected());
      rows.add(Logs.REPORTS_ENDED, Writer.DETECTION, result.ended());
      rows.add(Logs.ERRORS, Writer.DETECTION, result.errors());
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

  private static List<Candidate> campaigns(InputLedger ledger) {
    return ledger.campaigns().stream()
        .map(c -> Candidates.of(c, ledger.contentHash(InputLedger.CAMPAIGN, c.campaignId())))
        .toList();
  }

  private static List<Candidate> contextEvents(InputLedger ledger, People people) {
    return ledger.contextEvents().stream()
        .filter(e -> !people.spokeOf(e.contextId()))
        .map(e -> Candidates.of(e, ledger.contentHash(InputLedger.CONTEXT_EVENT, e.contextId())))
        .toList();
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
    return EventRecord.builder()
        .from(before)
        .version(now.version()) // the store gives it: a row read again may have a later one
        .writtenAt(now.writtenAt())
        .build()
        .equals(now);
  }
}
