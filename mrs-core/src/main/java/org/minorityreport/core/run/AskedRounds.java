package org.minorityreport.core.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.ReopenMode;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.RereviewRound;
import org.minorityreport.api.record.RereviewTrigger;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.core.decision.Ruling;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.rereview.DecidedReport;
import org.minorityreport.core.rereview.Pick;

/**
 * What acts of people and decisions ask of re-review, from the logs (spec 4.7, 4.8, 7.4): a
 * rejection that links context events, a reopening, and decided reports. Of an act on an event the
 * reports count that it decided or took back. One thread; read once.
 */
final class AskedRounds {
  /** Flag of a remark by which a person asks for a round (spec 7.1). */
  private static final String REQUESTED = "rereview_requested";

  private final LogStore store;
  private final RunId run;
  private final Map<ReportId, List<RereviewRound>> rounds = new TreeMap<>();
  private final Map<ReportId, ReportFinalised> newest = new TreeMap<>();
  private final Map<AnnotationId, Set<ReportId>> concerned = new HashMap<>();
  private final List<UserEdit> acts = new ArrayList<>();
  private final Map<ReportId, List<ReportFinalised>> rejected = new HashMap<>();

  AskedRounds(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
    CommitPosition head = store.head();
    store.read(Logs.REREVIEW_WORKLIST, run, CommitPosition.START, head, this::noteRound);
    store.read(Logs.REPORTS_FINALISED, run, CommitPosition.START, head, this::noteFinalised);
    acts(Logs.USER_EDITS);
    acts(Logs.USER_EVENT_EDITS);
  }

  private void noteRound(StoredRow row) {
    if (!row.isRetracted()) {
      RereviewRound round = LogCodec.read(Logs.REREVIEW_WORKLIST, row);
      List<RereviewRound> of = rounds.computeIfAbsent(round.reportId(), k -> new ArrayList<>());
      of.removeIf(known -> known.rereviewRound() == round.rereviewRound());
      of.add(round);
      of.sort(Comparator.comparing(RereviewRound::rereviewRound));
    }
  }

  private void noteFinalised(StoredRow row) {
    if (!row.isRetracted()) {
      ReportFinalised said = LogCodec.read(Logs.REPORTS_FINALISED, row);
      newest.merge(said.reportId(), said, (a, b) -> b.writtenAt().isBefore(a.writtenAt()) ? a : b);
      if (FinalDecision.of(said.finalDecision())
          .filter(d -> d == FinalDecision.REJECTED)
          .isPresent()) {
        rejected.computeIfAbsent(said.reportId(), k -> new ArrayList<>()).add(said);
      }
      said.annotationId()
          .ifPresent(
              act -> concerned.computeIfAbsent(act, k -> new TreeSet<>()).add(said.reportId()));
    }
  }

  private void acts(Log<UserEdit> log) {
    Map<String, List<UserEdit>> byTarget = new LinkedHashMap<>();
    store.read(
        log,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          if (!row.isRetracted()) {
            UserEdit act = LogCodec.read(log, row);
            byTarget.computeIfAbsent(act.targetId(), k -> new ArrayList<>()).add(act);
            if (log == Logs.USER_EDITS) {
              concerned
                  .computeIfAbsent(act.annotationId(), k -> new TreeSet<>())
                  .add(ReportId.of(act.targetId()));
            }
          }
        });
    byTarget.values().forEach(of -> acts.addAll(Ruling.standing(of)));
  }

  /** {@return the rounds that acts ask for and that are not on the list yet} */
  List<Pick> picks() {
    List<Pick> picks = new ArrayList<>();
    for (UserEdit act : acts) {
      trigger(act)
          .ifPresent(
              trigger -> {
                for (ReportId report : concerned.getOrDefault(act.annotationId(), Set.of())) {
                  if (round(report, trigger, act).isEmpty()) {
                    picks.add(new Pick(report, next(report), trigger, act.writtenAt()));
                  }
                }
              });
    }
    picks.sort(Comparator.comparing(Pick::at).thenComparing(Pick::report));
    return picks;
  }

  private static Optional<RereviewTrigger> trigger(UserEdit act) {
    EditAction action = EditAction.of(act.action()).orElse(EditAction.COMMENT);
    if (act.flags().contains(REQUESTED)) {
      return Optional.of(RereviewTrigger.ANALYST_REQUEST);
    }
    if (action == EditAction.REJECT && !act.linkedContextIds().isEmpty()) {
      return Optional.of(RereviewTrigger.REJECTED_WITH_REASON);
    }
    Optional<ReopenMode> mode =
        action == EditAction.REOPEN ? act.reopenMode().flatMap(ReopenMode::of) : Optional.empty();
    return mode.flatMap(
        how ->
            switch (how) {
              case REPROCESS -> Optional.of(RereviewTrigger.REPROCESS);
              case MANUAL -> act.cause().map(cause -> RereviewTrigger.ANALYST_REQUEST);
            });
  }

  private Optional<RereviewRound> round(ReportId report, RereviewTrigger trigger, UserEdit act) {
    return rounds.getOrDefault(report, List.of()).stream()
        .filter(round -> round.triggerReason().equals(trigger.wireName()))
        .filter(round -> round.triggerAt().equals(act.writtenAt()))
        .findFirst();
  }

  private int next(ReportId report) {
    List<RereviewRound> of = rounds.getOrDefault(report, List.of());
    return of.isEmpty() ? 1 : of.get(of.size() - 1).rereviewRound() + 1;
  }

  /** {@return the act that caused a round, if one did} */
  Optional<UserEdit> cause(RereviewRound round) {
    return acts.stream()
        .filter(act -> act.writtenAt().equals(round.triggerAt()))
        .filter(
            act ->
                trigger(act)
                    .filter(trigger -> trigger.wireName().equals(round.triggerReason()))
                    .isPresent())
        .filter(
            act -> concerned.getOrDefault(act.annotationId(), Set.of()).contains(round.reportId()))
        .findFirst();
  }

  /**
   * {@return the rows by which a report was rejected by acts that link what it was instead and that
   * stand, in the order of their commits}
   */
  List<ReportFinalised> rejections(ReportId report) {
    return rejected.getOrDefault(report, List.of()).stream()
        .filter(
            row ->
                acts.stream()
                    .filter(act -> row.annotationId().equals(Optional.of(act.annotationId())))
                    .anyMatch(act -> !act.linkedContextIds().isEmpty()))
        .toList();
  }

  /** {@return the rounds of each report, oldest first} */
  Map<String, List<RereviewRound>> rounds() {
    Map<String, List<RereviewRound>> byId = new TreeMap<>();
    rounds.forEach((report, of) -> byId.put(report.value(), of));
    return byId;
  }

  /** {@return the reports that a decision holds for, with their rounds} */
  Collection<DecidedReport> decided(
      Map<ReportId, Map<String, String>> modelsOfRounds, Predicate<ReportId> isOfOlderSchema) {
    return newest.values().stream()
        .filter(
            row ->
                FinalDecision.of(row.finalDecision())
                    .filter(d -> d != FinalDecision.REOPENED && d != FinalDecision.WITHDRAWN)
                    .isPresent())
        .map(
            row ->
                new DecidedReport(
                    row,
                    rounds.getOrDefault(row.reportId(), List.of()),
                    modelsOfRounds.getOrDefault(row.reportId(), row.modelVersions()),
                    isOfOlderSchema.test(row.reportId())))
        .toList();
  }
}
