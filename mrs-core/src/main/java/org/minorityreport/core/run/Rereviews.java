package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportReattributed;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.stage.AttributionResult;
import org.minorityreport.api.stage.AttributionSettings;
import org.minorityreport.api.stage.AttributionStage;
import org.minorityreport.api.stage.AttributionTask;
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
import org.minorityreport.core.rereview.NewEvidence;
import org.minorityreport.core.rereview.Pick;
import org.minorityreport.core.rereview.Rounds;

/**
 * Looks at reports again between ticks: what is picked is put on the list in a commit of its own,
 * then what is on the list gets its outputs in another, so that a process that ends in between
 * loses nothing. One thread.
 */
final class Rereviews {
  private static final Comparator<RereviewRound> OLDEST_FIRST =
      Comparator.comparing(RereviewRound::triggerAt).thenComparing(RereviewRound::reportId);

  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final PeopleHistory people;
  private final AttributionStage attribution;
  private final Models models;
  private final AttributionSettings settings;

  /** All that became known by then was looked at; another process finds that out once more. */
  private CommitPosition settled = CommitPosition.START;

  Rereviews(
      LogStore store,
      RunId run,
      TickIndex ticks,
      PeopleHistory people,
      AttributionStage attribution,
      Models models,
      AttributionSettings settings) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.people = people;
    this.attribution = attribution;
    this.models = models;
    this.settings = settings;
  }

  /**
   * Looks again.
   *
   * @param tick the newest tick
   * @param most how many reports at most
   */
  RereviewReport run(Instant tick, int most) {
    KeyedRows rows = new KeyedRows(store, run, ticks, new TickRows());
    if (!isHealthy(tick, rows)) {
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
    List<Pick> picks = new ArrayList<>(NewEvidence.picks(changes, closed, settings, tick));
    picks.removeIf(pick -> waiting.containsKey(pick.report()));
    List<Pick> queued = picks.subList(0, Math.min(picks.size(), room(most, waiting.size())));
    List<RereviewRound> added = queued.stream().map(p -> Rounds.queued(run, p, tick)).toList();
    append(List.of(slice(Logs.REREVIEW_WORKLIST, added)));
    List<RereviewRound> rounds =
        Stream.concat(waiting.values().stream(), added.stream())
            .sorted(OLDEST_FIRST)
            .limit(most)
            .toList();
    List<ReportId> looked = look(tick, rounds, rows, context);
    int left = picks.size() + waiting.size() - looked.size();
    if (left == 0) {
      settled = head;
    }
    return new RereviewReport(true, queued.stream().map(Pick::report).toList(), looked, left);
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
      Instant tick, List<RereviewRound> rounds, KeyedRows rows, LoggedContext context) {
    if (rounds.isEmpty()) {
      return List.of();
    }
    SortedMap<ReportId, RereviewRound> byReport = new TreeMap<>();
    rounds.forEach(round -> byReport.put(round.reportId(), round));
    AttributionResult result =
        attribution.attribute(task(tick, byReport.keySet(), rows, context), models.attribution());
    Map<ReportId, ReportAttributed> proposals = new HashMap<>();
    result.attributed().stream()
        .filter(row -> !row.degradedReasons().contains(DegradationCodes.ATTRIBUTION_DOWN))
        .forEach(row -> proposals.put(row.reportId(), row));
    List<RereviewRound> done =
        rounds.stream().filter(round -> proposals.containsKey(round.reportId())).toList();
    List<ReportReattributed> outputs = new ArrayList<>();
    byReport.forEach(
        (id, round) -> {
          ReportAttributed proposal = proposals.get(id);
          if (proposal != null) {
            outputs.add(Rounds.reattributed(round, proposal));
          }
        });
    append(
        List.of(
            slice(Logs.REREVIEW_WORKLIST, done.stream().map(Rounds::done).toList()),
            slice(Logs.REPORTS_REATTRIBUTED, outputs),
            slice(Logs.ERRORS, result.errors())));
    return done.stream().map(RereviewRound::reportId).toList();
  }

  private AttributionTask task(
      Instant tick, Collection<ReportId> reports, KeyedRows rows, LoggedContext context) {
    People now = people.at(tick.plusNanos(1)); // all that people said until now
    DriverBook drivers = context.drivers(tick).orElse(DriverBook.EMPTY);
    UnaryOperator<Candidate> complete = c -> drivers.withDrivers(c, tick);
    return AttributionTask.builder()
        .runId(run)
        .tick(tick)
        .reports(new LoggedInputsOfReports(store, run, ticks, rows, context).of(reports, tick))
        .campaigns(
            candidates(
                context.campaigns(tick),
                c -> true,
                (c, hash) -> complete.apply(Candidates.of(c, hash))))
        .contextEvents(
            candidates(
                context.contextEvents(tick),
                e -> !now.spokeOf(e.contextId()),
                (e, hash) -> complete.apply(Candidates.of(e, hash))))
        .recorded(now.recorded().stream().map(complete).toList())
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

  private void append(List<LogSlice> slices) {
    List<LogSlice> filled = slices.stream().filter(s -> !s.rows().isEmpty()).toList();
    if (!filled.isEmpty()) {
      store.append(Commit.of(filled));
    }
  }
}
