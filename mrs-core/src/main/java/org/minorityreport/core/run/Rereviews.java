package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.ReportReclustered;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.RereviewTrigger;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.stage.AttributionInput;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.AttributionSettings;
import org.minorityreport.api.stage.AttributionTask;
import org.minorityreport.api.stage.ClusteringResult;
import org.minorityreport.api.stage.ClusteringTask;
import org.minorityreport.core.attribution.Candidates;
import org.minorityreport.core.decision.People;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.DriverBook;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.model.DegradationCodes;
import org.minorityreport.core.model.Models;
import org.minorityreport.core.rereview.EvidenceChange;
import org.minorityreport.core.rereview.JudgedReport;
import org.minorityreport.core.rereview.LookedAt;
import org.minorityreport.core.rereview.NewEvidence;
import org.minorityreport.core.rereview.Overdue;
import org.minorityreport.core.rereview.Pick;
import org.minorityreport.core.rereview.Rounds;
import org.minorityreport.core.rereview.Signals;

/**
 * Looks at reports again between ticks: what is picked is put on the list in a commit of its own,
 * then what is on the list gets its outputs in another, so that a process that ends in between
 * loses nothing. One thread.
 */
final class Rereviews {
  private static final Comparator<RereviewRound> OLDEST_FIRST =
      Comparator.comparing(RereviewRound::triggerAt).thenComparing(RereviewRound::reportId);

  /** What comes with time, and sees no context of people. */
  private static final Set<RereviewTrigger> SCHEDULED =
      EnumSet.of(
          RereviewTrigger.AGE,
          RereviewTrigger.LOW_CONFIDENCE,
          RereviewTrigger.MODEL_CHANGED,
          RereviewTrigger.SCHEMA_DRIFT);

  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final PeopleHistory people;
  private final Stages stages;
  private final Predicate<Commit> sink;
  private final Models models;
  private final AttributionSettings settings;
  private CommitPosition settled;

  /**
   * Prepares.
   *
   * @param ticks the ticks of the run; while they are looked at nobody else changes it
   * @param people as the ticks knew them; likewise
   * @param sink appends a commit, unless another tick came in between: then it says no, and what is
   *     on the list waits for the next time
   * @param settled what became known by then was looked at
   */
  Rereviews(
      LogStore store,
      RunId run,
      TickIndex ticks,
      PeopleHistory people,
      Stages stages,
      Predicate<Commit> sink,
      Models models,
      AttributionSettings settings,
      CommitPosition settled) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.people = people;
    this.stages = stages;
    this.sink = sink;
    this.models = models;
    this.settings = settings;
    this.settled = settled;
  }

  /**
   * {@return the commit by which all that became known was looked at; another process finds that
   * out once more}
   */
  CommitPosition settled() {
    return settled;
  }

  /**
   * Looks again.
   *
   * @param tick the newest tick
   * @param most how many reports at most
   * @param isGood whether health is good apart from the stages of the newest tick
   */
  RereviewReport run(Instant tick, int most, BooleanSupplier isGood) {
    KeyedRows rows = new KeyedRows(store, run, ticks, new TickRows());
    if (!isHealthy(tick, rows) || !isGood.getAsBoolean()) {
      return new RereviewReport(false, List.of(), List.of(), 0);
    }
    LoggedContext context = new LoggedContext(store, run, ticks, false);
    JudgedReports reports = new JudgedReports(store, run, ticks, people, rows);
    Map<ReportId, RereviewRound> waiting = reports.waiting();
    CommitPosition head = store.head();
    List<EvidenceChange> changes =
        EvidenceChanges.of(store, run).stream()
            .filter(change -> change.position().compareTo(settled) > 0)
            .toList();
    List<JudgedReport> closed = reports.closed(changes, settings.lag(), tick, context);
    AskedRounds asked = new AskedRounds(store, run);
    List<Pick> picks =
        onePerReport(NewEvidence.picks(changes, closed, settings, tick), asked, tick);
    picks.removeIf(pick -> waiting.containsKey(pick.report()));
    List<Pick> queued = picks.subList(0, Math.min(picks.size(), room(most, waiting.size())));
    List<RereviewRound> added = queued.stream().map(p -> Rounds.queued(run, p, tick)).toList();
    if (!append(List.of(slice(Logs.REREVIEW_WORKLIST, added)))) {
      return new RereviewReport(true, List.of(), List.of(), picks.size() + waiting.size());
    }
    List<RereviewRound> rounds =
        Stream.concat(waiting.values().stream(), added.stream())
            .sorted(OLDEST_FIRST)
            .limit(most)
            .toList();
    List<ReportId> looked = new ArrayList<>();
    looked.addAll(name(tick, rounds, rows, asked));
    List<RereviewRound> open = new ArrayList<>(rounds);
    open.removeIf(round -> looked.contains(round.reportId()));
    for (boolean scheduled : new boolean[] {false, true}) {
      List<RereviewRound> some =
          open.stream().filter(round -> isScheduled(round) == scheduled).toList();
      looked.addAll(look(tick, some, !scheduled, rows, context, asked));
    }
    looked.sort(Comparator.comparing(report -> indexOf(rounds, report)));
    int left = picks.size() + waiting.size() - looked.size();
    if (left == 0) {
      settled = head;
    }
    return new RereviewReport(true, queued.stream().map(Pick::report).toList(), looked, left);
  }

  /** What asks for a look: of each report the oldest; of equals what an event drives. */
  private List<Pick> onePerReport(List<Pick> evidence, AskedRounds asked, Instant tick) {
    Map<ReportId, Pick> first = new LinkedHashMap<>();
    LookedAtReports reports = new LookedAtReports(store, run);
    Collection<LookedAt> looked = reports.all(asked.rounds());
    Stream.of(
            evidence,
            asked.picks(),
            Signals.newPatterns(looked),
            Signals.clustersChanged(looked, reports.library()),
            Signals.confidenceDrift(looked),
            Overdue.picks(
                asked.decided(modelsOfRounds(), reports::isOfOlderSchema), current(), tick))
        .flatMap(List::stream)
        .sorted(Comparator.comparing(Pick::at).thenComparing(Pick::report))
        .forEachOrdered(pick -> first.putIfAbsent(pick.report(), pick));
    return new ArrayList<>(first.values());
  }

  /** The models in service of the roles that rounds ask. */
  private Map<String, String> current() {
    return Map.of(
        ModelRole.CLUSTER.wireName(), models.cluster().primary().info().id(),
        ModelRole.ATTRIBUTION.wireName(), models.attribution().primary().info().id());
  }

  private Map<ReportId, Map<String, String>> modelsOfRounds() {
    Map<ReportId, ReportReattributed> newest = new HashMap<>();
    store.read(
        Logs.REPORTS_REATTRIBUTED,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            ReportReattributed said = LogCodec.read(Logs.REPORTS_REATTRIBUTED, row);
            newest.merge(
                said.reportId(), said, (a, b) -> b.rereviewRound() < a.rereviewRound() ? a : b);
          }
        });
    Map<ReportId, Map<String, String>> models = new HashMap<>();
    newest.forEach((report, row) -> models.put(report, row.modelVersions()));
    return models;
  }

  private static boolean isScheduled(RereviewRound round) {
    return RereviewTrigger.of(round.triggerReason()).filter(SCHEDULED::contains).isPresent();
  }

  private static int indexOf(List<RereviewRound> rounds, ReportId report) {
    return rounds.stream().map(RereviewRound::reportId).toList().indexOf(report);
  }

  /** Rounds whose cause a person named on reopening: no model is asked (spec 7.4). */
  private List<ReportId> name(
      Instant tick, List<RereviewRound> rounds, KeyedRows rows, AskedRounds asked) {
    List<RereviewRound> done = new ArrayList<>();
    List<ReportReattributed> outputs = new ArrayList<>();
    for (RereviewRound round : rounds) {
      Optional<UserEdit> act = asked.cause(round).filter(a -> a.action().equals("reopen"));
      if (act.filter(a -> a.cause().isPresent()).isPresent()
          && round.triggerReason().equals(RereviewTrigger.ANALYST_REQUEST.wireName())) {
        String report = round.reportId().value();
        ReportAttributed before =
            rows.newest(Logs.REPORTS_ATTRIBUTED, List.of(report), Instant.MIN, tick).get(report);
        if (before != null) {
          done.add(round);
          outputs.add(Rounds.named(round, before, act.get()));
        }
      }
    }
    boolean there =
        append(
            List.of(
                slice(Logs.REREVIEW_WORKLIST, done.stream().map(Rounds::done).toList()),
                slice(Logs.REPORTS_REATTRIBUTED, outputs)));
    return there ? done.stream().map(RereviewRound::reportId).toList() : List.of();
  }

  private static int room(int most, int taken) {
    return Math.max(0, most - taken);
  }

  /** All stages had what they needed at the newest tick. */
  private boolean isHealthy(Instant tick, KeyedRows rows) {
    List<String> keys =
        Stream.of(StageRuns.DETECTION, Stages.CLUSTERING, Stages.ATTRIBUTION, Stages.COHORTING)
            .map(stage -> rows.key(stage, tick))
            .toList();
    return rows.standing(Logs.STAGE_RUNS, keys).values().stream()
        .noneMatch(
            stage ->
                stage.outcome() == StageOutcome.FAILED
                    || stage.degradedReasons().stream()
                        .anyMatch(code -> code.endsWith("_missing")));
  }

  private List<ReportId> look(
      Instant tick,
      List<RereviewRound> rounds,
      boolean seesPeople,
      KeyedRows rows,
      LoggedContext context,
      AskedRounds asked) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    SortedMap<ReportId, RereviewRound> byReport = new TreeMap<>();
    rounds.forEach(round -> byReport.put(round.reportId(), round));
    List<AttributionInput> logged =
        new LoggedInputsOfReports(store, run, ticks, rows, context).of(byReport.keySet(), tick);
    ClusteringResult matches =
        stages
            .clustering()
            .cluster(
                ClusteringTask.builder()
                    .runId(run)
                    .tick(tick)
                    .reports(logged.stream().map(AttributionInput::input).toList())
                    .build(),
                models.cluster());
    Map<ReportId, ReportClustered> clusters = new HashMap<>();
    matches.clustered().stream()
        .filter(row -> !row.degradedReasons().contains(DegradationCodes.CLUSTERING_DOWN))
        .forEach(row -> clusters.put(row.reportId(), row));
    AttributionResult result =
        stages
            .attribution()
            .attribute(
                task(
                    tick,
                    inputs(
                        logged,
                        clusters,
                        byReport,
                        asked,
                        new RejectedCauses(store, run, asked, rows)),
                    seesPeople,
                    context),
                models.attribution());
    Map<ReportId, ReportAttributed> proposals = new HashMap<>();
    result.attributed().stream()
        .filter(row -> !row.degradedReasons().contains(DegradationCodes.ATTRIBUTION_DOWN))
        .forEach(row -> proposals.put(row.reportId(), row));
    List<RereviewRound> done =
        rounds.stream().filter(round -> proposals.containsKey(round.reportId())).toList();
    List<ReportReclustered> matched = new ArrayList<>();
    List<ReportReattributed> outputs = new ArrayList<>();
    byReport.forEach(
        (id, round) -> {
          ReportAttributed proposal = proposals.get(id);
          if (proposal != null) {
            ReportClustered cluster = clusters.get(id);
            if (cluster != null) {
              matched.add(Rounds.reclustered(round, cluster));
            }
            outputs.add(Rounds.reattributed(round, proposal));
          }
        });
    List<ErrorRecord> errors = new ArrayList<>(matches.errors());
    errors.addAll(result.errors());
    boolean there =
        append(
            List.of(
                slice(Logs.REREVIEW_WORKLIST, done.stream().map(Rounds::done).toList()),
                slice(Logs.REPORTS_RECLUSTERED, matched),
                slice(Logs.REPORTS_REATTRIBUTED, outputs),
                slice(Logs.ERRORS, errors)));
    return there ? done.stream().map(RereviewRound::reportId).toList() : List.of();
  }

  /** The reports with the cluster of today; what a person linked is a candidate (spec 4.8). */
  private static List<AttributionInput> inputs(
      List<AttributionInput> logged,
      Map<ReportId, ReportClustered> clusters,
      SortedMap<ReportId, RereviewRound> rounds,
      AskedRounds asked,
      RejectedCauses rejected) {
    List<AttributionInput> inputs = new ArrayList<>();
    for (AttributionInput input : logged) {
      ReportId report = input.input().report().reportId();
      Optional<UserEdit> act = Optional.ofNullable(rounds.get(report)).flatMap(asked::cause);
      inputs.add(
          AttributionInput.builder()
              .from(input)
              .clustered(Optional.ofNullable(clusters.get(report)).or(input::clustered))
              .rejected(rejected.of(report))
              .linkedRefs(new TreeSet<>(act.map(UserEdit::linkedContextIds).orElse(List.of())))
              .build());
    }
    return inputs;
  }

  private AttributionTask task(
      Instant tick, List<AttributionInput> reports, boolean seesPeople, LoggedContext context) {
    People now = people.at(tick.plusNanos(1)); // all that people said until now
    DriverBook drivers = context.drivers(tick).orElse(DriverBook.EMPTY);
    UnaryOperator<Candidate> complete = c -> drivers.withDrivers(c, tick);
    return AttributionTask.builder()
        .runId(run)
        .tick(tick)
        .reports(reports)
        .campaigns(
            candidates(
                context.campaigns(tick),
                c -> true,
                (c, hash) -> complete.apply(Candidates.of(c, hash))))
        .contextEvents(
            candidates(
                context.contextEvents(tick),
                e -> !seesPeople || !now.spokeOf(e.contextId()),
                (e, hash) -> complete.apply(Candidates.of(e, hash))))
        .recorded(seesPeople ? now.recorded().stream().map(complete).toList() : List.of())
        .confirmed(
            seesPeople
                ? now.confirmed(id -> context.store(id, tick).map(Store::retailer))
                : List.of())
        .settings(settings)
        .build();
  }

  private static <T> Optional<List<Candidate>> candidates(
      Optional<List<T>> known, Predicate<T> wanted, BiFunction<T, String, Candidate> candidate) {
    return known.map(
        all ->
            all.stream()
                .filter(wanted)
                .map(it -> candidate.apply(it, Digests.sha256Hex(CanonicalJson.bytes(it))))
                .toList());
  }

  private static <R extends LogRecord> LogSlice slice(Log<R> log, List<R> records) {
    return LogSlice.of(
        log, Writer.REREVIEW, records.stream().map(r -> LogCodec.row(log, r)).toList());
  }

  /** {@return whether the rows are there; not if another tick came before they could be} */
  private boolean append(List<LogSlice> slices) {
    List<LogSlice> filled = slices.stream().filter(s -> !s.rows().isEmpty()).toList();
    return filled.isEmpty() || sink.test(Commit.of(filled));
  }
}
