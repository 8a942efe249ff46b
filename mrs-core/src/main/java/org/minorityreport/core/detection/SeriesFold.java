package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.OpenWindow;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StructuralChange;
import org.minorityreport.core.model.ModelEdge;

/**
 * One tick of one series: says what is expected of its new steps, then opens and closes windows.
 */
final class SeriesFold {
  private static final SeriesCarry NOTHING = SeriesCarry.builder().build();

  private final DetectionTask task;
  private final Span span;
  private final BaselineModel baseline;
  private final ClassifierModel classifier;

  SeriesFold(DetectionTask task, Span span, BaselineModel baseline, ClassifierModel classifier) {
    this.task = task;
    this.span = span;
    this.baseline = baseline;
    this.classifier = classifier;
  }

  SeriesOutcome fold(SeriesInput input, @Nullable SeriesCarry carried) {
    SeriesCarry carry = carried == null ? NOTHING : carried;
    SalesSeries series = input.series();
    Cadence cadence = span.cadence();
    Optional<Expectations> before =
        carry.said().filter(s -> !s.steps().to().isBefore(series.steps().from()));
    Instant firstUnsaid =
        before.map(s -> s.steps().to()).orElse(latest(series.steps().from(), firstSaid()));
    Steps unsaid =
        Steps.between(earliest(firstUnsaid, series.steps().to()), series.steps().to(), cadence);
    StepMask mask = mask(input, carry);
    Expectations answer = expect(series, mask, unsaid);
    Expectations said = before.map(s -> s.then(answer)).orElse(answer);
    Steps added = added(series, unsaid, before.isPresent());

    Optional<OpenWindow> open = carry.openWindow();
    boolean ask = added.count() > 0 || open.isPresent();
    WindowRules rules = new WindowRules(task, span, input, mask, said, carry);
    if (ask) {
      rules.apply(classify(series, said, open, added), added);
    }
    return new SeriesOutcome(
        input,
        said,
        added,
        rules.openMember(),
        rules.openWindow(),
        rules.closed(),
        rules.change().or(() -> carry.structuralChange().filter(this::withinLookBack)),
        unsaid.count() > 0,
        ask);
  }

  /** From where a series of which nothing was said yet is looked at. */
  private Instant firstSaid() {
    Instant retained = span.retainedFrom(span.earliestOnset());
    Instant unseen = task.previousTick().map(span.cadence()::floor).orElse(retained);
    return earliest(retained, unseen);
  }

  /**
   * The steps that this tick is the first to see: those of which nothing was said, however late
   * they came. Of a series never seen before, those since the tick before; at the first tick of a
   * run, the newest one.
   */
  private Steps added(SalesSeries series, Steps unsaid, boolean seenBefore) {
    if (seenBefore) {
      return unsaid;
    }
    Cadence cadence = span.cadence();
    Instant end = series.steps().to();
    Instant before = task.previousTick().map(t -> cadence.floor(t)).orElse(cadence.plus(end, -1));
    Instant from = latest(unsaid.from(), earliest(before, end));
    return Steps.between(from, end, cadence);
  }

  private StepMask mask(SeriesInput input, SeriesCarry carry) {
    List<TimeSpan> hidden = new ArrayList<>(input.exclusions().spans());
    carry.openWindow().ifPresent(w -> hidden.add(TimeSpan.of(w.onset(), Instant.MAX)));
    carry.structuralChange().ifPresent(c -> hidden.add(TimeSpan.of(Instant.MIN, c.onset())));
    return StepMask.of(hidden);
  }

  private boolean withinLookBack(StructuralChange change) {
    return !change.closedAt().plus(span.baselineLookBack()).isBefore(task.tick());
  }

  private Expectations expect(SalesSeries series, StepMask mask, Steps unsaid) {
    if (unsaid.count() == 0) {
      return Expectations.unknown(unsaid);
    }
    SeriesId id = series.id();
    BaselineQuestion question =
        BaselineQuestion.builder()
            .series(series)
            .store(task.store())
            .mask(mask)
            .asked(unsaid)
            .build();
    Expectations answer = ModelEdge.ask(baseline, id, m -> m.expect(question));
    ModelEdge.check(
        answer.steps().equals(unsaid),
        baseline,
        id,
        "it must answer about " + unsaid + ", not " + answer);
    return answer;
  }

  private ClassifierAnswer classify(
      SalesSeries series, Expectations said, Optional<OpenWindow> open, Steps added) {
    Instant earliest = earliest(span.earliestOnset(), added.from());
    Instant onset = open.map(OpenWindow::onset).filter(o -> o.isBefore(earliest)).orElse(earliest);
    Instant from =
        latest(said.steps().from(), span.cadence().floor(onset.minus(span.classifierLookBack())));
    int first = Math.min(said.steps().indexOf(from), said.steps().count());
    Expectations asked = said.slice(first, said.steps().count());
    SalesSeries seen = series.between(asked.steps().from(), asked.steps().to());
    ClassifierQuestion question =
        ClassifierQuestion.builder()
            .series(seen)
            .store(task.store())
            .expectations(asked)
            .openWindow(open)
            .build();
    SeriesId id = series.id();
    ClassifierAnswer answer = ModelEdge.ask(classifier, id, m -> m.classify(question));
    ModelEdge.check(
        answer.steps().equals(asked.steps()),
        classifier,
        id,
        "it must answer about " + asked.steps() + ", not " + answer.steps());
    for (int i = 0; i < seen.size(); i++) {
      int step = i;
      ModelEdge.check(
          answer.signAt(i) == 0 || seen.isKnown(step),
          classifier,
          id,
          "an unknown step deviates: " + seen.steps().timeAt(step));
    }
    return answer;
  }

  private static Instant latest(Instant a, Instant b) {
    return a.isAfter(b) ? a : b;
  }

  private static Instant earliest(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }
}
