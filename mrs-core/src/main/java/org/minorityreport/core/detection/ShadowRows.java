package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.minorityreport.api.model.Alarm;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.core.model.AnswerRules;
import org.minorityreport.core.model.CalledModel;
import org.minorityreport.core.model.ModelEdge;
import org.minorityreport.core.model.ShadowCall;

/**
 * The rows of shadows in detection (spec 5.4, 5.7). A shadow of the baseline is asked when a row of
 * a series is due, about the steps of that row; a shadow of the classifier at every tick, and has a
 * row for each alarm that would open or prolong a window.
 */
final class ShadowRows {
  private static final SeriesCarry NOTHING = SeriesCarry.builder().build();

  private final DetectionTask task;
  private final DetectionCalls calls;

  ShadowRows(DetectionTask task, DetectionCalls calls) {
    this.task = task;
    this.calls = calls;
  }

  /** Beside each row of a series what the shadow says of its steps, if there is a shadow. */
  List<BaselinePrediction> beside(SeriesOutcome outcome, List<BaselinePrediction> rows) {
    if (!calls.baseline().isShadowed()) {
      return List.of();
    }
    SeriesCarry carry = task.carry().series().getOrDefault(outcome.sku(), NOTHING);
    List<BaselinePrediction> shadows = new ArrayList<>(rows.size());
    for (BaselinePrediction row : rows) {
      said(outcome, carry, row).ifPresent(shadows::add);
    }
    return shadows;
  }

  private Optional<BaselinePrediction> said(
      SeriesOutcome outcome, SeriesCarry carry, BaselinePrediction row) {
    Steps sold = outcome.input().series().steps();
    Cadence cadence = row.cadence();
    Instant end = cadence.plus(row.firstStep(), row.actualUnits().size());
    Instant from = row.firstStep().isBefore(sold.from()) ? sold.from() : row.firstStep();
    Instant to = end.isAfter(sold.to()) ? sold.to() : end;
    if (!from.isBefore(to)) {
      return Optional.empty();
    }
    Expectations all = null;
    for (Steps steps : Masks.apart(outcome.input().decided(), Steps.between(from, to, cadence))) {
      Optional<ShadowCall<Expectations>> call = ask(outcome, carry, steps);
      if (call.isEmpty() || call.get().answer().isEmpty()) {
        return call.map(failed -> row(row, failed, Optional.empty()));
      }
      Expectations part = call.get().answer().get();
      all = all == null ? part : all.then(part);
      if (steps.to().equals(to)) {
        return Optional.of(row(row, call.get(), Optional.of(all)));
      }
    }
    return Optional.empty();
  }

  private Optional<ShadowCall<Expectations>> ask(
      SeriesOutcome outcome, SeriesCarry carry, Steps steps) {
    BaselineQuestion question =
        BaselineQuestion.builder()
            .series(outcome.input().series())
            .store(task.store())
            .mask(Masks.at(steps.from(), outcome.input(), carry))
            .asked(steps)
            .build();
    return calls
        .baseline()
        .shadow(
            outcome.input().series().id(),
            m -> m.expect(question),
            answer ->
                AnswerRules.check(
                    answer.steps().equals(steps),
                    () -> "it must answer about " + steps + ", not " + answer));
  }

  private static BaselinePrediction row(
      BaselinePrediction beside, ShadowCall<?> call, Optional<Expectations> said) {
    int count = beside.actualUnits().size();
    long[] expected = new long[count];
    double[] spread = new double[count];
    Arrays.fill(expected, SalesSeries.UNKNOWN);
    Arrays.fill(spread, Double.NaN);
    said.ifPresent(
        all -> {
          int at =
              Steps.of(beside.firstStep(), beside.cadence(), count).indexOf(all.steps().from());
          for (int i = 0; i < all.steps().count(); i++) {
            expected[at + i] = all.thousandthsAt(i);
            spread[at + i] = all.spreadAt(i);
          }
        });
    CalledModel by = call.by();
    return BaselinePrediction.builder()
        .from(beside)
        .expectedUnits(UnitsColumn.of(expected))
        .spread(NumColumn.of(spread))
        .modelName(by.info().name())
        .modelVersion(by.info().version())
        .route(by.route())
        .outcome(call.outcome())
        .message(call.message())
        .build();
  }

  /**
   * What the shadow of the classifier would have raised.
   *
   * @param added the steps that the tick added
   */
  List<ClassifierPrediction> alarms(
      String inputDigest, SalesSeries seen, Steps added, ShadowCall<ClassifierAnswer> call) {
    ClassifierPrediction.Builder row =
        ClassifierPrediction.builder()
            .runId(task.runId())
            .writtenAt(task.tick())
            .storeId(seen.id().store())
            .sku(seen.id().sku())
            .modelName(call.by().info().name())
            .modelVersion(call.by().info().version())
            .role(calls.classifier().role())
            .route(call.by().route())
            .inputDigest(inputDigest)
            .outcome(call.outcome())
            .message(call.message());
    if (call.answer().isEmpty()) {
      return List.of(row.windowStart(seen.steps().from()).build());
    }
    Map<Instant, Alarm> byOnset = new TreeMap<>();
    for (Alarm alarm : call.answer().get().alarms()) {
      boolean isNew =
          !alarm.lastDeviating().isBefore(added.from()) && alarm.onset().isBefore(added.to());
      if (isNew) {
        byOnset.merge(alarm.onset(), alarm, ShadowRows::moreSevere);
      }
    }
    List<ClassifierPrediction> rows = new ArrayList<>();
    byOnset.forEach(
        (onset, alarm) ->
            rows.add(
                row.windowStart(onset)
                    .severityScore(alarm.severity())
                    .direction(alarm.direction())
                    .outcome(ModelEdge.OK)
                    .build()));
    return rows;
  }

  private static Alarm moreSevere(Alarm one, Alarm other) {
    return Comparator.comparingDouble(Alarm::severity).compare(one, other) >= 0 ? one : other;
  }
}
