package org.minorityreport.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Expectations;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.core.model.ModelEdge;

/** The rows of the two prediction logs of detection (spec 3.2). */
final class PredictionRows {
  private static final Cadence DAY = Cadence.of(Duration.ofDays(1));

  private final DetectionTask task;

  PredictionRows(DetectionTask task) {
    this.task = task;
  }

  /**
   * A row for each UTC day that the tick completes, and, for a series with a window open or
   * closing, rows over the steps that the tick added, cut at midnight so that no two rows share a
   * start.
   */
  List<BaselinePrediction> expectations(SeriesOutcome outcome) {
    SortedMap<Instant, Steps> rows = new TreeMap<>();
    windowFrom(outcome).ifPresent(from -> pieces(outcome, from, false, rows));
    if (outcome.added().count() > 0) {
      pieces(outcome, day(outcome).floor(outcome.added().from()), true, rows);
    }
    List<BaselinePrediction> predictions = new ArrayList<>(rows.size());
    rows.values().forEach(steps -> predictions.add(row(outcome, steps)));
    return predictions;
  }

  List<ClassifierPrediction> windows(SeriesOutcome outcome) {
    return Stream.concat(outcome.closed().stream(), outcome.open().stream())
        .map(member -> row(outcome, member))
        .toList();
  }

  /** From where the window rows of this tick begin, if there is a window. */
  private Optional<Instant> windowFrom(SeriesOutcome outcome) {
    Instant from = null;
    for (Member m : Stream.concat(outcome.closed().stream(), outcome.open().stream()).toList()) {
      Instant begin = outcome.added().from();
      if (m.raisedAt().equals(task.tick()) && outcome.added().count() > 0) {
        Cadence cadence = outcome.added().cadence();
        Instant newestDay = day(outcome).floor(cadence.plus(outcome.added().to(), -1));
        Instant first = m.onset().isAfter(newestDay) ? m.onset() : newestDay;
        begin = first;
      }
      from = from == null || begin.isBefore(from) ? begin : from;
    }
    return Optional.ofNullable(from);
  }

  /** Cuts the steps from a start to the end of the series at the ends of days. */
  private static void pieces(
      SeriesOutcome outcome, Instant start, boolean wholeDaysOnly, SortedMap<Instant, Steps> rows) {
    Cadence cadence = outcome.added().cadence();
    Instant end = outcome.added().to();
    for (Instant from = start; from.isBefore(end); ) {
      Instant dayEnd = day(outcome).plus(day(outcome).floor(from), 1);
      boolean whole = !dayEnd.isAfter(end);
      if (whole || !wholeDaysOnly) {
        rows.put(from, Steps.between(from, whole ? dayEnd : end, cadence));
      }
      from = dayEnd;
    }
  }

  /** The length of a row: a UTC day, or one step if that is longer. */
  static Cadence day(Cadence cadence) {
    return cadence.isDaily() ? cadence : DAY;
  }

  private static Cadence day(SeriesOutcome outcome) {
    return day(outcome.added().cadence());
  }

  private BaselinePrediction row(SeriesOutcome outcome, Steps steps) {
    SalesSeries series = outcome.input().series();
    Expectations said = outcome.said();
    long[] actual = new long[steps.count()];
    long[] expected = new long[steps.count()];
    double[] spread = new double[steps.count()];
    int soldAt = series.steps().indexOf(steps.from());
    int saidAt = said.steps().indexOf(steps.from());
    for (int i = 0; i < steps.count(); i++) {
      boolean isSold = soldAt + i >= 0 && soldAt + i < series.size();
      actual[i] = isSold ? series.thousandthsAt(soldAt + i) : SalesSeries.UNKNOWN;
      boolean isSaid = saidAt + i >= 0 && saidAt + i < said.steps().count();
      expected[i] = isSaid ? said.thousandthsAt(saidAt + i) : SalesSeries.UNKNOWN;
      spread[i] = isSaid ? said.spreadAt(saidAt + i) : Double.NaN;
    }
    return BaselinePrediction.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .storeId(series.id().store())
        .sku(series.id().sku())
        .firstStep(steps.from())
        .cadence(steps.cadence())
        .actualUnits(UnitsColumn.of(actual))
        .expectedUnits(UnitsColumn.of(expected))
        .spread(NumColumn.of(spread))
        .modelName(outcome.baseline().info().name())
        .modelVersion(outcome.baseline().info().version())
        .role(ModelRole.BASELINE.wireName())
        .route(outcome.baseline().route())
        .inputDigest(outcome.input().inputDigest())
        .outcome(ModelEdge.OK)
        .build();
  }

  private ClassifierPrediction row(SeriesOutcome outcome, Member member) {
    return ClassifierPrediction.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .storeId(outcome.input().series().id().store())
        .sku(member.sku())
        .windowStart(member.onset())
        .windowEnd(Optional.ofNullable(member.windowEnd()))
        .severityScore(member.severity())
        .direction(member.direction())
        .modelName(outcome.classifier().info().name())
        .modelVersion(outcome.classifier().info().version())
        .role(ModelRole.CLASSIFIER.wireName())
        .route(outcome.classifier().route())
        .inputDigest(outcome.input().inputDigest())
        .outcome(ModelEdge.OK)
        .build();
  }
}
