package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StructuralChange;
import org.minorityreport.core.model.Answered;

/**
 * One series on its way through several ticks. Models are asked about many steps at once: what they
 * say of a step depends on nothing later (spec 2.3), so it is what they would have said at each
 * tick, as long as what the baseline must not learn from stays the same. Ticks at which the
 * classifier sees no alarm change nothing and are passed over. Used once, by one thread.
 */
final class SeriesPass {
  /** Steps asked about ahead while a window is open: most close within a day. */
  private static final int AHEAD_OPEN = 96;

  /** Steps asked about ahead otherwise. */
  private static final int AHEAD = 4 * 7 * 96;

  private final SeriesInput whole;
  private final TickSteps ticks;
  private SeriesCarry carry;
  private Expectations said;
  private List<Alarm> alarms = List.of();
  private Instant judgedTo = Instant.MIN;
  private int next;

  /**
   * A series before the first tick.
   *
   * @param series all steps that one of the ticks looks at
   * @param covariates what else may move its sales, up to the last of the ticks
   * @param carry what the tick before left, with what it said
   */
  SeriesPass(
      SalesSeries series,
      Covariates covariates,
      TickSteps ticks,
      SeriesCarry carry,
      Expectations said) {
    this.whole =
        SeriesInput.builder()
            .series(series)
            .exclusions(StepMask.none())
            .covariates(covariates)
            .inputDigest("")
            .build();
    this.ticks = ticks;
    this.carry = withoutSaid(carry.openWindow(), carry.structuralChange());
    this.said = said;
  }

  private static SeriesCarry withoutSaid(
      Optional<OpenWindow> open, Optional<StructuralChange> change) {
    return SeriesCarry.builder().openWindow(open).structuralChange(change).build();
  }

  /** {@return the next tick at which something may happen; there is none before} */
  int next() {
    return next;
  }

  /** {@return the window and structural change that the tick before left} */
  SeriesCarry carry() {
    return carry;
  }

  /** What was expected up to a tick. */
  Expectations said(int tick) {
    return said.slice(0, said.steps().indexOf(ticks.seenTo(tick)));
  }

  /**
   * Folds a tick at which something may happen.
   *
   * @param fold the fold at this tick
   * @param planning the same, for questions that belong to no tick
   * @return empty if a model failed
   */
  Optional<SeriesOutcome> fold(int tick, SeriesInput input, SeriesFold fold, SeriesFold planning) {
    if (!sayAhead(tick, planning)) {
      return Optional.empty();
    }
    Optional<SeriesOutcome> outcome = fold.fold(input, carry, said(tick), ticks.added(tick));
    outcome.ifPresent(o -> take(tick, o));
    return outcome;
  }

  private void take(int tick, SeriesOutcome outcome) {
    boolean sameMask =
        outcome.openWindow().isPresent() == carry.openWindow().isPresent()
            && outcome.closed().isEmpty()
            && outcome.change().equals(carry.structuralChange());
    carry = withoutSaid(outcome.openWindow(), outcome.change());
    if (!sameMask) {
      said = said(tick);
      judgedTo = Instant.MIN;
    }
    next = tick + 1;
  }

  /** Passes over the ticks from the one looked at last at which nothing can happen. */
  boolean passOver(SeriesFold planning) {
    if (next >= ticks.count() || carry.openWindow().isPresent()) {
      return true;
    }
    if (ticks.seenTo(next).isAfter(judgedTo) && !judge(planning)) {
      return false;
    }
    int horizon = ticks.firstBeyond(judgedTo, next);
    for (Alarm alarm : alarms) {
      horizon = Math.min(horizon, ticks.firstAdding(alarm.onset(), alarm.lastDeviating(), next));
    }
    Optional<StructuralChange> change = carry.structuralChange();
    while (next < horizon
        && change.filter(c -> !planning.isWithinLookBack(c, ticks.tick(next))).isEmpty()) {
      next = change.isEmpty() ? horizon : next + 1;
    }
    return true;
  }

  /** Asks both models about the ticks to come as if nothing happened in them. */
  private boolean judge(SeriesFold planning) {
    if (!sayAhead(next, planning)) {
      return false;
    }
    Steps added = Steps.between(ticks.seenTo(next - 1), said.steps().to(), said.steps().cadence());
    Answered<ClassifierAnswer> answer = planning.classify(whole, said, Optional.empty(), added);
    alarms = answer.answer().map(ClassifierAnswer::alarms).orElse(List.of());
    judgedTo = said.steps().to();
    return isSound(answer);
  }

  private boolean sayAhead(int tick, SeriesFold planning) {
    while (said.steps().to().isBefore(ticks.seenTo(tick))) {
      if (!say(planning, carry.openWindow().isPresent() ? AHEAD_OPEN : AHEAD)) {
        return false;
      }
    }
    return true;
  }

  private boolean say(SeriesFold planning, int count) {
    Instant from = said.steps().to();
    Steps all = Steps.between(from, ticks.seenTo(ticks.count() - 1), said.steps().cadence());
    Answered<Expectations> answer =
        planning.expect(whole, carry, all.slice(0, Math.min(count, all.count())));
    answer.answer().ifPresent(more -> said = said.then(more));
    return isSound(answer);
  }

  private static boolean isSound(Answered<?> answer) {
    return !answer.isMissing() && answer.failures().isEmpty();
  }
}
