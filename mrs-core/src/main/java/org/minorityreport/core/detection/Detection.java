package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.stage.ClosedMember;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionStage;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.DetectionTasks;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.model.DegradationCodes;

/** The detection stage. Thread-safe: it holds nothing. */
public final class Detection implements DetectionStage {
  /** Makes the stage. */
  public Detection() {}

  @Override
  public DetectionResult detect(
      DetectionTask task,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier) {
    Span span = Span.of(task, baseline, classifier);
    DetectionCalls calls = new DetectionCalls(task, baseline, classifier);
    SeriesFold fold = new SeriesFold(task, span, calls);
    List<SeriesOutcome> outcomes = new ArrayList<>(task.series().size());
    SortedMap<Sku, SeriesCarry> unfolded = new TreeMap<>();
    for (SeriesInput input : task.series()) {
      Sku sku = input.series().id().sku();
      @Nullable SeriesCarry carry = task.carry().series().get(sku);
      fold.fold(input, carry)
          .ifPresentOrElse(outcomes::add, () -> unfolded.put(sku, fold.unfolded(input, carry)));
    }
    return result(task, span, calls, outcomes, unfolded);
  }

  @Override
  public Optional<List<DetectionResult>> detectAll(
      DetectionTasks tasks,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier) {
    return StorePass.of(tasks, baseline, classifier).flatMap(StorePass::results);
  }

  /** Rows and carry of what became of each series. */
  static DetectionResult result(
      DetectionTask task,
      Span span,
      DetectionCalls calls,
      List<SeriesOutcome> outcomes,
      SortedMap<Sku, SeriesCarry> unfolded) {
    Set<Instant> waiting = waiting(task, outcomes);
    ReportFold reports = new ReportFold(task, outcomes, waiting);
    PredictionRows predictions = new PredictionRows(task);
    ShadowRows shadows = new ShadowRows(task, calls);
    List<BaselinePrediction> expectations = new ArrayList<>(calls.baselineRows());
    List<ClassifierPrediction> windows = new ArrayList<>(calls.classifierRows());
    for (SeriesOutcome outcome : outcomes) {
      List<BaselinePrediction> due = predictions.expectations(outcome);
      expectations.addAll(due);
      expectations.addAll(shadows.beside(outcome, due));
      windows.addAll(predictions.windows(outcome));
    }
    return DetectionResult.builder()
        .detected(reports.detected())
        .ended(reports.ended())
        .baselinePredictions(expectations)
        .classifierPredictions(windows)
        .calls(calls.calls())
        .errors(calls.errors())
        .gaps(gaps(task, span, unfolded.keySet()))
        .slices(reports.slices())
        .carry(carry(task, span, outcomes, unfolded, waiting))
        .build();
  }

  /** Why series were not folded: no model answered, or they are not there any more. */
  private static Set<String> gaps(DetectionTask task, Span span, Set<Sku> unfolded) {
    Set<String> gaps = new TreeSet<>();
    if (!unfolded.isEmpty()) {
      gaps.add(DegradationCodes.DETECTION_DOWN);
    }
    Instant from = span.tick().minus(span.baselineLookBack());
    SortedMap<Sku, SeriesCarry> gone = new TreeMap<>(task.carry().series());
    task.series().forEach(s -> gone.remove(s.series().id().sku()));
    if (gone.values().stream().anyMatch(carry -> isMissed(carry, from))) {
      gaps.add(DegradationCodes.SALES_MISSING);
    }
    return gaps;
  }

  /**
   * Whether something is missing if a store has no series any more.
   *
   * @param carry what the tick before left of it
   * @param from series of which nothing was seen since are gone for good
   * @return whether a window is open or a series was there since
   */
  public static boolean isMissed(StoreCarry carry, Instant from) {
    return carry.series().values().stream().anyMatch(series -> isMissed(series, from));
  }

  /** A series that is gone for longer than the baseline looks back is gone for good. */
  private static boolean isMissed(SeriesCarry carry, Instant from) {
    return carry.openWindow().isPresent()
        || carry.said().filter(said -> said.steps().to().isAfter(from)).isPresent();
  }

  /**
   * Onsets of reports with an open window of a series that is not there at this tick: it is not
   * folded, and its report waits for it as it stands (spec 8.1).
   */
  private static Set<Instant> waiting(DetectionTask task, List<SeriesOutcome> outcomes) {
    SortedMap<Sku, SeriesCarry> unfolded = new TreeMap<>(task.carry().series());
    outcomes.forEach(o -> unfolded.remove(o.sku()));
    Set<Instant> onsets = new TreeSet<>();
    unfolded.values().forEach(c -> c.openWindow().ifPresent(w -> onsets.add(w.onset())));
    return onsets;
  }

  /**
   * What the next tick needs: closed members only as long as their report may yet change, or as an
   * onset might come to lie before their end.
   */
  private static StoreCarry carry(
      DetectionTask task,
      Span span,
      List<SeriesOutcome> outcomes,
      SortedMap<Sku, SeriesCarry> unfolded,
      Set<Instant> waiting) {
    Set<Instant> openOnsets = new TreeSet<>(waiting);
    outcomes.forEach(o -> o.open().ifPresent(m -> openOnsets.add(m.onset())));
    List<ClosedMember> closed = new ArrayList<>(task.carry().closedMembers());
    outcomes.forEach(o -> o.closed().forEach(m -> closed.add(m.closedMember())));
    closed.removeIf(m -> !mayChange(m, openOnsets, span) && !endsAfter(m, span.earliestOnset()));
    closed.sort(
        Comparator.comparing(ClosedMember::onset)
            .thenComparing(m -> m.member().sku())
            .thenComparing(ClosedMember::closedAt));
    Instant keepFrom = span.earliestOnset();
    for (Instant onset : openOnsets) {
      keepFrom = onset.isBefore(keepFrom) ? onset : keepFrom;
    }
    for (ClosedMember member : closed) {
      boolean earlier = mayChange(member, openOnsets, span) && member.onset().isBefore(keepFrom);
      keepFrom = earlier ? member.onset() : keepFrom;
    }
    Instant saidFrom = span.retainedFrom(keepFrom);
    SortedMap<Sku, SeriesCarry> series = new TreeMap<>(task.carry().series());
    series.putAll(unfolded);
    outcomes.forEach(o -> series.put(o.sku(), o.carry(saidFrom)));
    return StoreCarry.builder().series(series).closedMembers(closed).build();
  }

  private static boolean mayChange(ClosedMember member, Set<Instant> openOnsets, Span span) {
    return openOnsets.contains(member.onset()) || !member.onset().isBefore(span.earliestOnset());
  }

  private static boolean endsAfter(ClosedMember member, Instant time) {
    return member.member().windowEnd().filter(end -> end.isAfter(time)).isPresent();
  }
}
