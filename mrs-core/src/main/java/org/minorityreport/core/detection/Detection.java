package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.stage.ClosedMember;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionStage;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.model.ModelEdge;

/** The detection stage. Thread-safe: it holds nothing. */
public final class Detection implements DetectionStage {
  /** Makes the stage. */
  public Detection() {}

  @Override
  public DetectionResult detect(
      DetectionTask task, BaselineModel baseline, ClassifierModel classifier) {
    Span span = Span.of(task, baseline.info(), classifier.info());
    List<SeriesOutcome> outcomes = new ArrayList<>(task.series().size());
    for (SeriesInput input : task.series()) {
      SeriesCarry carry = task.carry().series().get(input.series().id().sku());
      outcomes.add(new SeriesFold(task, span, baseline, classifier).fold(input, carry));
    }
    Set<Instant> waiting = waiting(task, outcomes);
    ReportFold reports =
        new ReportFold(task, baseline.info(), classifier.info(), outcomes, waiting);
    PredictionRows predictions = new PredictionRows(task, baseline.info(), classifier.info());
    List<BaselinePrediction> expectations = new ArrayList<>();
    List<ClassifierPrediction> windows = new ArrayList<>();
    for (SeriesOutcome outcome : outcomes) {
      expectations.addAll(predictions.expectations(outcome));
      windows.addAll(predictions.windows(outcome));
    }
    return DetectionResult.builder()
        .detected(reports.detected())
        .ended(reports.ended())
        .baselinePredictions(expectations)
        .classifierPredictions(windows)
        .calls(calls(outcomes, baseline, classifier))
        .slices(reports.slices())
        .carry(carry(task, span, outcomes, waiting))
        .build();
  }

  private static List<ModelCalls> calls(
      List<SeriesOutcome> outcomes, BaselineModel baseline, ClassifierModel classifier) {
    long expected = outcomes.stream().filter(SeriesOutcome::askedBaseline).count();
    long classified = outcomes.stream().filter(SeriesOutcome::askedClassifier).count();
    return List.of(
        ModelEdge.calls(ModelRole.BASELINE.wireName(), baseline.info(), expected),
        ModelEdge.calls(ModelRole.CLASSIFIER.wireName(), classifier.info(), classified));
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
      DetectionTask task, Span span, List<SeriesOutcome> outcomes, Set<Instant> waiting) {
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
