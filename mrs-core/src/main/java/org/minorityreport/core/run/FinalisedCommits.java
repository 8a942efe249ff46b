package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.DecisionLevel;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.stage.DecidableReport;
import org.minorityreport.api.stage.EventActs;
import org.minorityreport.api.stage.FinalOutcome;
import org.minorityreport.api.stage.FinalisationStage;
import org.minorityreport.api.stage.FinalisationTask;
import org.minorityreport.api.stage.NumberedAct;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.decision.EventPaths;
import org.minorityreport.core.decision.InEvent;
import org.minorityreport.core.finalisation.Finalisation;
import org.minorityreport.core.finalisation.FinalisedRows;
import org.minorityreport.core.finalisation.ShownCause;
import org.minorityreport.core.inheritance.InheritedDecisions;
import org.minorityreport.core.json.LogCodec;

/**
 * Goes through the commits of a run, from the first, and appends the rows of outcomes that no
 * process wrote yet, for each commit apart. One thread; after an error take a new one.
 */
final class FinalisedCommits implements AutoCloseable {
  /** How many commits are read at once. */
  private static final long AT_ONCE = 4_096;

  private final LogStore store;
  private final RunId run;
  private final Retrying sinks;
  private final FinalisationStage stage = new Finalisation();
  private final ShownReports shown;
  private final Map<RunId, ShownReports> shownOfAncestors = new HashMap<>();
  private final EventPaths paths = new EventPaths();
  private final SupersededReports superseded = new SupersededReports();
  private final Map<String, List<NumberedAct>> acts = new HashMap<>();
  private final Map<AnnotationId, NumberedAct> actsById = new HashMap<>();
  private final Map<ReportId, FinalOutcome> outcomes = new HashMap<>();
  private final Map<ReportId, Instant> raised = new HashMap<>();

  /** Rows that an earlier process wrote and the replay has not come to, by report. */
  private final Map<ReportId, Deque<ReportFinalised>> written = new HashMap<>();

  private final Map<AnnotationId, ShownCause> decidedFor = new HashMap<>();

  /** When the rows of each report were written, by deciding act. */
  private final Map<ReportId, TreeMap<Instant, Set<String>>> times = new HashMap<>();

  private CommitPosition seen = CommitPosition.START;
  private Instant latest = Instant.MIN;
  private long number;

  FinalisedCommits(LogStore store, RunId run, Retrying sinks) {
    this.store = store;
    this.run = run;
    this.sinks = sinks;
    this.shown = new ShownReports(store, run);
    CommitPosition head = store.head();
    store.read(Logs.REPORTS_FINALISED, run, CommitPosition.START, head, this::noteWritten);
    if (store instanceof InheritedDecisions inheriting) {
      for (RunId ancestor : inheriting.ancestors()) {
        store.read(Logs.REPORTS_FINALISED, ancestor, CommitPosition.START, head, this::noteDecided);
      }
    }
  }

  /** Takes in what is new. */
  void run() {
    CommitPosition head = store.head();
    while (seen.compareTo(head) < 0) {
      CommitPosition to = CommitPosition.of(Math.min(head.value(), seen.value() + AT_ONCE));
      for (DecidingCommit commit : DecidingCommit.read(store, run, seen, to)) {
        take(commit);
        seen = commit.position();
      }
      seen = to;
    }
  }

  private void noteWritten(StoredRow row) {
    if (!row.isRetracted()) {
      ReportFinalised said = LogCodec.read(Logs.REPORTS_FINALISED, row);
      written.computeIfAbsent(said.reportId(), k -> new ArrayDeque<>()).add(said);
      noteDecided(row);
    }
  }

  private void noteDecided(StoredRow row) {
    if (!row.isRetracted()) {
      ReportFinalised said = LogCodec.read(Logs.REPORTS_FINALISED, row);
      said.annotationId()
          .filter(act -> said.finalCause().isPresent())
          .ifPresent(
              act ->
                  decidedFor.putIfAbsent(
                      act,
                      new ShownCause(
                          said.finalCause(), said.finalCauseCategory(), said.finalConfidence())));
    }
  }

  private void take(DecidingCommit commit) {
    number++;
    Set<ReportId> touched = new TreeSet<>();
    commit.latest().filter(latest::isBefore).ifPresent(at -> latest = at);
    commit.rows(Logs.REPORTS_DETECTED).forEach(this::noteRaised);
    touched.addAll(superseded.take(commit.rows(Logs.REPORTS_ENDED)));
    touched.addAll(
        paths.cohorted(commit.rows(Logs.EVENTS), commit.rows(Logs.REPORTS_COHORTED), number));
    List<StoredRow> acted = new ArrayList<>(commit.rows(Logs.USER_EDITS));
    acted.addAll(commit.rows(Logs.USER_EVENT_EDITS));
    for (StoredRow row : acted) {
      number++;
      touched.addAll(act(row, commit.position()));
      touched.addAll(paths.acted(List.of(row), number));
    }
    if (acts.isEmpty()) {
      return;
    }
    touched.removeIf(report -> superseded.has(report) || !mayDiffer(report));
    if (!touched.isEmpty()) {
      settle(touched, commit.position());
    }
  }

  private void noteRaised(StoredRow row) {
    if (!row.isRetracted()) {
      row.subject()
          .ifPresent(
              id -> raised.merge(ReportId.of(id), row.writtenAt(), FinalisedCommits::earlier));
    }
  }

  private static Instant earlier(Instant one, Instant other) {
    return one.isAfter(other) ? other : one;
  }

  /** Takes an act in; says which reports it may concern. */
  private Set<ReportId> act(StoredRow row, CommitPosition position) {
    if (row.isRetracted()) {
      return Set.of(); // what people did is taken back by a revert only
    }
    UserEdit act = LogCodec.read(log(row), row);
    Set<ReportId> touched = concerned(row.log(), act.targetId());
    ShownCause cause = decidedFor.get(act.annotationId());
    if (cause == null) {
      cause = cause(act, row, position);
    }
    NumberedAct numbered =
        NumberedAct.builder()
            .act(act)
            .number(number)
            .cause(cause.cause())
            .category(cause.category())
            .confidence(cause.confidence())
            .build();
    acts.computeIfAbsent(act.targetId(), k -> new ArrayList<>()).add(numbered);
    actsById.put(act.annotationId(), numbered);
    return touched;
  }

  private static Log<UserEdit> log(StoredRow row) {
    return row.log() == Logs.USER_EDITS ? Logs.USER_EDITS : Logs.USER_EVENT_EDITS;
  }

  private Set<ReportId> concerned(Log<?> log, String target) {
    return log == Logs.USER_EDITS
        ? id(target, ReportId::of).map(Set::of).orElse(Set.of())
        : id(target, EventId::of).map(paths::reportsOf).orElse(Set.of());
  }

  private static <T> Optional<T> id(String text, Function<String, T> of) {
    try {
      return Optional.of(of.apply(text));
    } catch (InvalidValueException e) {
      return Optional.empty(); // it is about nothing
    }
  }

  /** What an act decides for, as people saw it then. */
  private ShownCause cause(UserEdit act, StoredRow row, CommitPosition position) {
    if (!ShownCause.isNeeded(act)) {
      return ShownCause.NONE.after(act);
    }
    boolean isEdit = act.action().equals("edit");
    boolean ofReport = row.log() == Logs.USER_EDITS;
    ShownReports seen = shown(row.runId());
    Optional<ShownCause> held = isEdit ? held(act.targetId(), ofReport) : Optional.empty();
    return held.or(
            () ->
                ofReport
                    ? seen.report(act.targetId(), position).map(ShownCause::proposedFor)
                    : seen.event(act.targetId(), position).map(ShownCause::proposedFor))
        .orElse(ShownCause.NONE)
        .after(act);
  }

  /** What people saw who acted in a run: this one, or one whose decisions it reads. */
  private ShownReports shown(RunId of) {
    return of.equals(run)
        ? shown
        : shownOfAncestors.computeIfAbsent(of, it -> new ShownReports(store, it));
  }

  /** What is decided already: an edit of a window or a confidence keeps the cause. */
  private Optional<ShownCause> held(String target, boolean ofReport) {
    Optional<FinalOutcome> outcome =
        ofReport
            ? id(target, ReportId::of).map(outcomes::get)
            : id(target, EventId::of).stream()
                .flatMap(event -> paths.reportsOf(event).stream().sorted())
                .map(outcomes::get)
                .filter(Objects::nonNull)
                .filter(o -> o.level().filter(l -> l == DecisionLevel.EVENT).isPresent())
                .findFirst();
    return outcome.filter(o -> o.cause().isPresent()).map(ShownCause::of);
  }

  /** Whether anybody decided about a report or one of its events, or it has an outcome. */
  private boolean mayDiffer(ReportId report) {
    return outcomes.containsKey(report)
        || acts.containsKey(report.value())
        || paths.of(report).stream().anyMatch(e -> acts.containsKey(e.event().value()));
  }

  private void settle(Set<ReportId> touched, CommitPosition position) {
    FinalisationTask.Builder task = FinalisationTask.builder().writtenAt(latest);
    touched.stream().filter(raised::containsKey).forEach(id -> task.addReports(decidable(id)));
    List<LogRow> rows = new ArrayList<>();
    for (FinalOutcome outcome : stage.finalise(task.build()).outcomes()) {
      Instant at = time(outcome);
      if (!isWritten(outcome)) {
        row(outcome, position, at)
            .ifPresent(row -> rows.add(LogCodec.row(Logs.REPORTS_FINALISED, row)));
      }
      outcomes.put(outcome.reportId(), outcome);
    }
    if (!rows.isEmpty()) {
      Commit commit =
          Commit.of(List.of(LogSlice.of(Logs.REPORTS_FINALISED, Writer.FINALISATION, rows)));
      sinks.call(() -> store.append(commit));
    }
  }

  private DecidableReport decidable(ReportId report) {
    DecidableReport.Builder input =
        DecidableReport.builder()
            .reportId(report)
            .raisedAt(Objects.requireNonNull(raised.get(report)))
            .acts(acts.getOrDefault(report.value(), List.of()))
            .newest(Optional.ofNullable(outcomes.get(report)));
    for (InEvent<Long> event : paths.of(report)) {
      List<NumberedAct> ofEvent = acts.getOrDefault(event.event().value(), List.of());
      input.addEvents(
          EventActs.builder().acts(ofEvent).since(event.since()).isMerged(event.merged()).build());
      ofEvent.forEach(act -> input.addAllElsewhere(chosen(act)));
    }
    return input.build();
  }

  /** The decision that an adjudication chose, and those between that were adjudications too. */
  private List<NumberedAct> chosen(NumberedAct adjudication) {
    Map<AnnotationId, NumberedAct> chosen = new LinkedHashMap<>();
    NumberedAct at = adjudication;
    while (at != null && at.act().action().equals(EditAction.ADJUDICATE.wireName())) {
      @Nullable NumberedAct next = at.act().refersTo().map(actsById::get).orElse(null);
      at = next == null || chosen.put(next.act().annotationId(), next) != null ? null : next;
    }
    return List.copyOf(chosen.values());
  }

  /** Whether an earlier process wrote the row of an outcome; the row is passed then. */
  private boolean isWritten(FinalOutcome outcome) {
    Deque<ReportFinalised> rows = written.get(outcome.reportId());
    if (rows == null) {
      return false;
    }
    boolean there = rows.stream().anyMatch(row -> says(row, outcome));
    while (there && !says(rows.removeFirst(), outcome)) {
      // a row of somebody else
    }
    if (rows.isEmpty()) {
      written.remove(outcome.reportId());
    }
    return there;
  }

  private static boolean says(ReportFinalised row, FinalOutcome outcome) {
    return FinalDecision.of(row.finalDecision()).equals(Optional.of(outcome.decision()))
        && row.annotationId().equals(outcome.annotationId())
        && row.finalCause().equals(outcome.cause())
        && row.finalCauseCategory().equals(outcome.category());
  }

  /**
   * The later of the last tick and the newest act. An act that decides again what it had decided,
   * while the clock of the host is behind the ticks, would have the key of its earlier row: it
   * comes a moment later.
   */
  private Instant time(FinalOutcome outcome) {
    TreeMap<Instant, Set<String>> used =
        times.computeIfAbsent(outcome.reportId(), k -> new TreeMap<>());
    String act = outcome.annotationId().map(AnnotationId::value).orElse("");
    Instant at = used.isEmpty() || used.lastKey().isBefore(latest) ? latest : used.lastKey();
    if (used.getOrDefault(at, Set.of()).contains(act)) {
      at = at.plusMillis(1);
    }
    used.computeIfAbsent(at, k -> new TreeSet<>()).add(act);
    return at;
  }

  private Optional<ReportFinalised> row(FinalOutcome outcome, CommitPosition position, Instant at) {
    @Nullable MinorityReport seenThen =
        shown.report(outcome.reportId().value(), position).orElse(null);
    return seenThen == null
        ? Optional.empty()
        : Optional.of(
            FinalisedRows.row(
                outcome,
                seenThen,
                seenThen.reportGroupId().flatMap(e -> shown.event(e.value(), position)),
                at));
  }

  @Override
  public void close() {
    shown.close();
    shownOfAncestors.values().forEach(ShownReports::close);
  }
}
