package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.ClosedMember;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.DetectionTasks;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;

/**
 * A store on its way through several ticks. At each tick only those series are folded to which
 * something may happen; all of them where a day ends, as each has a row then. Used once, by one
 * thread.
 */
final class StorePass {
  private final DetectionTasks tasks;
  private final ModelRoute<BaselineModel> baseline;
  private final ModelRoute<ClassifierModel> classifier;
  private final TickSteps ticks;
  private final SortedMap<Sku, SeriesPass> series = new TreeMap<>();
  private List<ClosedMember> closed;
  private @Nullable DetectionResult quiet;

  private StorePass(
      DetectionTasks tasks,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier,
      Instant seen) {
    this.tasks = tasks;
    this.baseline = baseline;
    this.classifier = classifier;
    this.ticks = new TickSteps(tasks.ticks(), tasks.series().get(0).steps(), seen);
    this.closed = tasks.carry().closedMembers();
    for (SalesSeries sold : tasks.series()) {
      SeriesCarry carry = tasks.carry().series().get(sold.id().sku());
      Expectations said = carry == null ? null : carry.said().orElse(null);
      if (carry == null || said == null) {
        throw new IllegalArgumentException(sold.id() + " has no carry");
      }
      Sku sku = sold.id().sku();
      series.put(sku, new SeriesPass(sold, tasks.covariates(sku), ticks, carry, said));
    }
  }

  /**
   * A pass over the series of a store.
   *
   * @return empty if the tick before did not fold each of them, and no others, up to one step
   */
  static Optional<StorePass> of(
      DetectionTasks tasks,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier) {
    if (classifier.shadow().isPresent()) {
      return Optional.empty(); // it is asked about each tick, so nothing is gained
    }
    SortedSet<Sku> skus = new TreeSet<>();
    SortedSet<Instant> seen = new TreeSet<>();
    Steps steps = null;
    for (SalesSeries sold : tasks.series()) {
      skus.add(sold.id().sku());
      if (steps != null && !steps.equals(sold.steps())) {
        return Optional.empty();
      }
      steps = sold.steps();
    }
    for (SeriesCarry carry : tasks.carry().series().values()) {
      if (carry.said().isEmpty()) {
        return Optional.empty();
      }
      seen.add(carry.said().get().steps().to());
    }
    return seen.size() == 1 && skus.equals(tasks.carry().series().keySet())
        ? Optional.of(new StorePass(tasks, baseline, classifier, seen.first()))
        : Optional.empty();
  }

  /** {@return the results by tick; empty if a model failed} */
  Optional<List<DetectionResult>> results() {
    List<DetectionResult> results = new ArrayList<>(ticks.count());
    Cadence day = PredictionRows.day(tasks.series().get(0).steps().cadence());
    int next = 0;
    for (int tick = 0; tick < ticks.count(); tick++) {
      boolean all = tick == ticks.count() - 1 || ticks.isEndingDay(tick, day);
      if (tick < next && !all && ticks.isAdding(tick)) {
        results.add(quiet());
        continue;
      }
      Optional<DetectionResult> result = look(tick, all || !ticks.isAdding(tick));
      if (result.isEmpty()) {
        return Optional.empty();
      }
      results.add(result.get());
      next = series.values().stream().mapToInt(SeriesPass::next).min().orElseThrow();
    }
    return Optional.of(results);
  }

  private Optional<DetectionResult> look(int tick, boolean all) {
    SortedSet<Sku> skus = new TreeSet<>();
    SortedMap<Sku, SeriesCarry> carries = new TreeMap<>();
    closed.forEach(member -> skus.add(member.member().sku())); // their reports may change
    for (Map.Entry<Sku, SeriesPass> entry : series.entrySet()) {
      if (all || entry.getValue().next() <= tick) {
        skus.add(entry.getKey());
      }
    }
    series.forEach((sku, pass) -> carries.put(sku, pass.carry()));
    carries.keySet().retainAll(skus);
    DetectionTask task =
        tasks.at(tick, skus, StoreCarry.builder().series(carries).closedMembers(closed).build());
    Span span = Span.of(task, baseline, classifier);
    DetectionCalls calls = new DetectionCalls(task, baseline, classifier);
    SeriesFold fold = new SeriesFold(task, span, calls);
    SeriesFold planning =
        new SeriesFold(task, span, new DetectionCalls(task, baseline, classifier));
    List<SeriesOutcome> outcomes = new ArrayList<>(skus.size());
    for (SeriesInput input : task.series()) {
      SeriesPass pass = Objects.requireNonNull(series.get(input.series().id().sku()));
      if (pass.next() > tick) {
        outcomes.add(quiet(tick, input, pass, calls));
        continue;
      }
      Optional<SeriesOutcome> outcome = pass.fold(tick, input, fold, planning);
      if (outcome.isEmpty() || !pass.passOver(planning)) {
        return Optional.empty();
      }
      outcomes.add(outcome.get());
    }
    if (!calls.errors().isEmpty() || outcomes.size() < skus.size()) {
      return Optional.empty();
    }
    count(calls, tick, series.size() - outcomes.size());
    DetectionResult result = Detection.result(task, span, calls, outcomes, new TreeMap<>());
    closed = result.carry().closedMembers();
    return Optional.of(result);
  }

  private SeriesOutcome quiet(int tick, SeriesInput input, SeriesPass pass, DetectionCalls calls) {
    count(calls, tick, 1);
    return new SeriesOutcome(
        input,
        pass.said(tick),
        ticks.added(tick),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        pass.carry().structuralChange(),
        calls.baseline().primary(),
        calls.classifier().primary());
  }

  /** Both models were asked ahead about series that a tick adds steps to. */
  private void count(DetectionCalls calls, int tick, int series) {
    if (ticks.isAdding(tick)) {
      calls.baseline().answeredAhead(series);
      calls.classifier().answeredAhead(series);
    }
  }

  /** A tick that only adds steps, to all series. */
  private DetectionResult quiet() {
    DetectionResult result = quiet;
    if (result == null) {
      DetectionTask nothing = tasks.at(0, new TreeSet<>(), StoreCarry.builder().build());
      DetectionCalls calls = new DetectionCalls(nothing, baseline, classifier);
      calls.baseline().answeredAhead(series.size());
      calls.classifier().answeredAhead(series.size());
      result =
          DetectionResult.builder()
              .calls(calls.calls())
              .carry(StoreCarry.builder().build())
              .build();
      quiet = result;
    }
    return result;
  }
}
