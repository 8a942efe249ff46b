package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StructuralChange;
import org.minorityreport.core.model.AnswerRules;
import org.minorityreport.core.model.Answered;
import org.minorityreport.core.model.CalledModel;

/**
 * One tick of one series: says what is expected of its new steps, then opens and closes windows.
 */
final class SeriesFold {
  private static final SeriesCarry NOTHING = SeriesCarry.builder().build();

  private final DetectionTask task;
  private final Span span;
  private final DetectionCalls calls;

  SeriesFold(DetectionTask task, Span span, DetectionCalls calls) {
    this.task = task;
    this.span = span;
    this.calls = calls;
  }

  /**
   * Folds a series.
   *
   * @return empty if no model of a role answered: then the tick has not seen the series
   */
  Optional<SeriesOutcome> fold(SeriesInput input, @Nullable SeriesCarry carried) {
    SeriesCarry carry = carried == null ? NOTHING : carried;
    SalesSeries series = input.series();
    Cadence cadence = span.cadence();
    Optional<Expectations> before =
        carry.said().filter(s -> !s.steps().to().isBefore(series.steps().from()));
    Instant firstUnsaid =
        before.map(s -> s.steps().to()).orElse(latest(series.steps().from(), firstSaid(carry)));
    Steps unsaid =
        Steps.between(earliest(firstUnsaid, series.steps().to()), series.steps().to(), cadence);
    Optional<Answered<Expectations>> answer =
        unsaid.count() == 0 ? Optional.empty() : Optional.of(expect(input, carry, unsaid));
    if (answer.filter(Answered::isMissing).isPresent()) {
      return Optional.empty();
    }
    Expectations now =
        answer.flatMap(Answered::answer).orElseGet(() -> Expectations.unknown(unsaid));
    Expectations said = before.map(s -> s.then(now)).orElse(now);
    Steps added = added(series, unsaid, before.isPresent(), carry);
    return fold(
        input, carry, said, added, answer.map(Answered::by).orElse(calls.baseline().primary()));
  }

  /**
   * Folds a series of which the primary said all ahead of this tick.
   *
   * @param said what is expected of its steps, up to the newest
   * @param added the steps that this tick is the first to see
   * @return empty if no classifier answered
   */
  Optional<SeriesOutcome> fold(
      SeriesInput input, SeriesCarry carry, Expectations said, Steps added) {
    calls.baseline().answeredAhead(added.count() > 0 ? 1 : 0);
    return fold(input, carry, said, added, calls.baseline().primary());
  }

  private Optional<SeriesOutcome> fold(
      SeriesInput input, SeriesCarry carry, Expectations said, Steps added, CalledModel by) {
    Optional<OpenWindow> open = carry.openWindow();
    Optional<Answered<ClassifierAnswer>> seen =
        added.count() > 0 || open.isPresent()
            ? Optional.of(classify(input, said, open, added))
            : Optional.empty();
    if (seen.filter(Answered::isMissing).isPresent()) {
      return Optional.empty();
    }
    WindowRules rules = new WindowRules(task, span, input, said, carry);
    seen.flatMap(Answered::answer).ifPresent(deviations -> rules.apply(deviations, added));
    return Optional.of(
        new SeriesOutcome(
            input,
            said,
            added,
            rules.openMember(),
            rules.openWindow(),
            rules.closed(),
            rules.change().or(() -> carry.structuralChange().filter(span::isWithinLookBack)),
            by,
            seen.map(Answered::by).orElse(calls.classifier().primary())));
  }

  /**
   * What a tick that could not fold a series leaves of it: of one that no tick folded yet, the
   * first step that it would have added.
   */
  SeriesCarry unfolded(SeriesInput input, @Nullable SeriesCarry carried) {
    SeriesCarry carry = carried == null ? NOTHING : carried;
    if (carry.said().isPresent() || carry.addsFrom().isPresent()) {
      return carry;
    }
    SalesSeries series = input.series();
    Steps all = Steps.between(series.steps().from(), series.steps().to(), span.cadence());
    return SeriesCarry.builder()
        .from(carry)
        .addsFrom(added(series, all, false, carry).from())
        .build();
  }

  /** From where a series of which nothing was said yet is looked at. */
  private Instant firstSaid(SeriesCarry carry) {
    Instant retained = span.retainedFrom(span.earliestOnset());
    Instant unseen = task.previousTick().map(span.cadence()::floor).orElse(retained);
    return earliest(earliest(retained, unseen), carry.addsFrom().orElse(unseen));
  }

  /**
   * The steps that this tick is the first to see: those of which nothing was said, however late
   * they came. Of a series never seen before, those since the tick before; at the first tick of a
   * run, the newest one.
   */
  private Steps added(SalesSeries series, Steps unsaid, boolean seenBefore, SeriesCarry carry) {
    if (seenBefore) {
      return unsaid;
    }
    Cadence cadence = span.cadence();
    Instant end = series.steps().to();
    Instant before =
        carry
            .addsFrom()
            .or(() -> task.previousTick().map(t -> cadence.floor(t)))
            .orElse(cadence.plus(end, -1));
    Instant from = latest(unsaid.from(), earliest(before, end));
    return Steps.between(from, end, cadence);
  }

  /** Whether a structural change still counts at a tick. */
  boolean isWithinLookBack(StructuralChange change, Instant tick) {
    return span.at(tick).isWithinLookBack(change);
  }

  /** Asks about all steps at once, or apart where people decided something in between. */
  Answered<Expectations> expect(SeriesInput input, SeriesCarry carry, Steps unsaid) {
    Answered<Expectations> all = null;
    for (Steps steps : Masks.apart(input.decided(), unsaid)) {
      Answered<Expectations> part = ask(input, Masks.at(steps.from(), input, carry), steps);
      if (all == null || part.isMissing()) {
        all = part;
      } else {
        Expectations before = all.answer().orElseThrow();
        all =
            new Answered<>(
                part.answer().map(before::then),
                all.by().isFallback() ? all.by() : part.by(),
                part.failures());
      }
      if (all.isMissing()) {
        break;
      }
    }
    return Objects.requireNonNull(all, "no steps");
  }

  private Answered<Expectations> ask(SeriesInput input, StepMask mask, Steps unsaid) {
    BaselineQuestion question =
        BaselineQuestion.builder()
            .series(input.series())
            .store(task.store())
            .mask(mask)
            .covariates(input.covariates())
            .asked(unsaid)
            .build();
    Answered<Expectations> answered =
        calls
            .baseline()
            .ask(
                input.series().id(),
                m -> m.expect(question),
                answer ->
                    AnswerRules.check(
                        answer.steps().equals(unsaid),
                        () -> "it must answer about " + unsaid + ", not " + answer));
    calls.noteBaseline(input, unsaid, answered);
    return answered;
  }

  Answered<ClassifierAnswer> classify(
      SeriesInput input, Expectations said, Optional<OpenWindow> open, Steps added) {
    Instant earliest = earliest(span.earliestOnset(), added.from());
    Instant onset = open.map(OpenWindow::onset).filter(o -> o.isBefore(earliest)).orElse(earliest);
    Instant from =
        latest(said.steps().from(), span.cadence().floor(onset.minus(span.classifierLookBack())));
    int first = Math.min(said.steps().indexOf(from), said.steps().count());
    Expectations asked = said.slice(first, said.steps().count());
    SalesSeries seen = input.series().between(asked.steps().from(), asked.steps().to());
    ClassifierQuestion question =
        ClassifierQuestion.builder()
            .series(seen)
            .store(task.store())
            .expectations(asked)
            .openWindow(open)
            .covariates(input.covariates())
            .build();
    Answered<ClassifierAnswer> answered =
        calls
            .classifier()
            .ask(
                seen.id(), m -> m.classify(question), answer -> check(answer, asked.steps(), seen));
    calls.noteClassifier(input, asked.steps(), answered);
    calls
        .classifier()
        .shadow(seen.id(), m -> m.classify(question), answer -> check(answer, asked.steps(), seen))
        .ifPresent(call -> calls.noteShadow(input, seen, added, call));
    return answered;
  }

  private static void check(ClassifierAnswer answer, Steps asked, SalesSeries seen) {
    AnswerRules.check(
        answer.steps().equals(asked),
        () -> "it must answer about " + asked + ", not " + answer.steps());
    for (int i = 0; i < seen.size(); i++) {
      if (answer.signAt(i) != 0 && !seen.isKnown(i)) {
        Instant step = seen.steps().timeAt(i);
        AnswerRules.check(false, () -> "an unknown step deviates: " + step);
      }
    }
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
