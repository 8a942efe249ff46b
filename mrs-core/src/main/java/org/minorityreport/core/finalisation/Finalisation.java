package org.minorityreport.core.finalisation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.DecisionLevel;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.stage.DecidableReport;
import org.minorityreport.api.stage.EventActs;
import org.minorityreport.api.stage.FinalOutcome;
import org.minorityreport.api.stage.FinalisationResult;
import org.minorityreport.api.stage.FinalisationStage;
import org.minorityreport.api.stage.FinalisationTask;
import org.minorityreport.api.stage.NumberedAct;
import org.minorityreport.core.decision.Ruling;

/**
 * The precedence of decisions (spec 4.5): what was decided about the report, else about its event,
 * else nothing; among those of one level the one committed last. Stateless, thread-safe.
 */
public final class Finalisation implements FinalisationStage {
  /** Makes the stage. */
  public Finalisation() {}

  @Override
  public FinalisationResult finalise(FinalisationTask task) {
    FinalisationResult.Builder result = FinalisationResult.builder();
    for (DecidableReport report : task.reports()) {
      outcome(report, task.writtenAt())
          .filter(now -> report.newest().filter(before -> !now.differs(before)).isEmpty())
          .ifPresent(result::addOutcomes);
    }
    return result.build();
  }

  /** What becomes of a report; empty if it never had a decision and has none. */
  private static Optional<FinalOutcome> outcome(DecidableReport report, Instant writtenAt) {
    Acts acts = new Acts(report);
    Optional<FinalOutcome> held = held(report, acts);
    if (held.isPresent()) {
      return held;
    }
    return report
        .newest()
        .map(
            before ->
                FinalOutcome.builder()
                    .reportId(report.reportId())
                    .decision(FinalDecision.WITHDRAWN)
                    .finalizedAt(writtenAt)
                    .isLater(true)
                    .build());
  }

  private static Optional<FinalOutcome> held(DecidableReport report, Acts acts) {
    Ruling own = acts.ruling(report.acts());
    if (own.state() == Ruling.State.DECIDED) {
      return Optional.of(decided(report, acts, own, DecisionLevel.REPORT));
    }
    if (own.state() == Ruling.State.KEPT) {
      Optional<Ruling> kept =
          inherited(report, acts, acts.number(own.since()))
              .filter(ruling -> ruling.state() == Ruling.State.DECIDED);
      if (kept.isPresent()) {
        Ruling confirmed =
            new Ruling(Ruling.State.DECIDED, own.act(), kept.get().said(), own.since());
        return Optional.of(decided(report, acts, confirmed, DecisionLevel.REPORT));
      }
    }
    Optional<Ruling> ofEvent = inherited(report, acts, Long.MAX_VALUE);
    boolean isReopened = own.state() == Ruling.State.REOPENED;
    if (isReopened
        && ofEvent
            .filter(ruling -> ruling.state() == Ruling.State.DECIDED)
            .filter(ruling -> acts.number(ruling.since()) > acts.number(own.since()))
            .isEmpty()) {
      return reopened(report, own, DecisionLevel.REPORT);
    }
    if (ofEvent.isEmpty()) {
      return Optional.empty();
    }
    return ofEvent.get().state() == Ruling.State.DECIDED
        ? Optional.of(decided(report, acts, ofEvent.get(), DecisionLevel.EVENT))
        : reopened(report, ofEvent.get(), DecisionLevel.EVENT);
  }

  /** What was decided last about an event of the report and holds for it (spec 4.4). */
  private static Optional<Ruling> inherited(DecidableReport report, Acts acts, long before) {
    Optional<Ruling> last = Optional.empty();
    for (EventActs event : report.events()) {
      Ruling ruling =
          acts.ruling(event.acts().stream().filter(act -> act.number() < before).toList());
      boolean counts =
          switch (ruling.state()) {
            case DECIDED -> inherits(event, acts.number(ruling.since()));
            // who joined after that had no decision to lose
            case REOPENED -> event.since() < acts.number(ruling.since());
            case NONE, KEPT -> false;
          };
      if (counts
          && last.filter(it -> acts.number(it.since()) > acts.number(ruling.since())).isEmpty()) {
        last = Optional.of(ruling);
      }
    }
    return last;
  }

  private static boolean inherits(EventActs event, long decided) {
    return !event.isMerged() || decided >= event.since();
  }

  private static FinalOutcome decided(
      DecidableReport report, Acts acts, Ruling ruling, DecisionLevel level) {
    FinalDecision word = ruling.word().orElseThrow();
    NumberedAct said = acts.of(Objects.requireNonNull(ruling.said()));
    boolean hasCause = word != FinalDecision.REJECTED && word != FinalDecision.DISMISSED;
    FinalOutcome.Builder outcome = begun(report, ruling, level).decision(word);
    if (hasCause) {
      outcome.cause(said.cause()).category(said.category()).confidence(said.confidence());
    }
    return outcome.build();
  }

  /** A report that was never decided has nothing to take back. */
  private static Optional<FinalOutcome> reopened(
      DecidableReport report, Ruling ruling, DecisionLevel level) {
    return report
        .newest()
        .map(before -> begun(report, ruling, level).decision(FinalDecision.REOPENED).build());
  }

  private static FinalOutcome.Builder begun(
      DecidableReport report, Ruling ruling, DecisionLevel level) {
    UserEdit act = Objects.requireNonNull(ruling.act());
    Instant decided = Objects.requireNonNull(ruling.since()).writtenAt();
    return FinalOutcome.builder()
        .reportId(report.reportId())
        .finalizedAt(decided.isBefore(report.raisedAt()) ? report.raisedAt() : decided)
        .annotationId(act.annotationId())
        .decidedBy(Decider.builder().actor(act.actor()).role(act.role()).build())
        .level(level)
        .isLater(report.newest().isPresent());
  }

  /** The acts about a report and its events, and those that they refer to, by id. */
  private static final class Acts {
    private final Map<AnnotationId, NumberedAct> byId = new HashMap<>();

    Acts(DecidableReport report) {
      report.elsewhere().forEach(this::put);
      report.acts().forEach(this::put);
      report.events().forEach(event -> event.acts().forEach(this::put));
    }

    private void put(NumberedAct act) {
      byId.put(act.act().annotationId(), act);
    }

    NumberedAct of(UserEdit act) {
      return Objects.requireNonNull(byId.get(act.annotationId()));
    }

    long number(@Nullable UserEdit act) {
      return of(Objects.requireNonNull(act)).number();
    }

    Ruling ruling(List<NumberedAct> acts) {
      List<UserEdit> rows = new ArrayList<>();
      acts.forEach(act -> rows.add(act.act()));
      return Ruling.of(rows, this::row);
    }

    private @Nullable UserEdit row(AnnotationId id) {
      NumberedAct known = byId.get(id);
      return known == null ? null : known.act();
    }
  }
}
