package org.minorityreport.core.detection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.BaselinePrediction;
import org.minorityreport.api.record.ClassifierPrediction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.UnitsColumn;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.core.model.Answered;
import org.minorityreport.core.model.AskedModel;
import org.minorityreport.core.model.FailedCall;
import org.minorityreport.core.model.ModelEdge;
import org.minorityreport.core.model.ShadowCall;

/** The models of detection at one tick of one store, and what their calls that failed leave. */
final class DetectionCalls {
  private static final String STAGE = "detection";

  private final DetectionTask task;
  private final AskedModel<BaselineModel> baseline;
  private final AskedModel<ClassifierModel> classifier;
  private final List<BaselinePrediction> baselineRows = new ArrayList<>();
  private final List<ClassifierPrediction> classifierRows = new ArrayList<>();
  private final List<ErrorRecord> errors = new ArrayList<>();

  DetectionCalls(
      DetectionTask task,
      ModelRoute<BaselineModel> baseline,
      ModelRoute<ClassifierModel> classifier) {
    this.task = task;
    String store = task.store().storeId().value();
    this.baseline = AskedModel.of(ModelRole.BASELINE, baseline, store);
    this.classifier = AskedModel.of(ModelRole.CLASSIFIER, classifier, store);
  }

  AskedModel<BaselineModel> baseline() {
    return baseline;
  }

  AskedModel<ClassifierModel> classifier() {
    return classifier;
  }

  /** {@return rows of calls that failed} */
  List<BaselinePrediction> baselineRows() {
    return baselineRows;
  }

  /** {@return rows of calls that failed} */
  List<ClassifierPrediction> classifierRows() {
    return classifierRows;
  }

  /** {@return dead letters, in the order of the calls} */
  List<ErrorRecord> errors() {
    return errors;
  }

  /** {@return the calls so far, by role and route} */
  List<ModelCalls> calls() {
    List<ModelCalls> calls = new ArrayList<>(baseline.calls());
    calls.addAll(classifier.calls());
    return calls;
  }

  /** Keeps what a question about expectations left that failed. */
  void noteBaseline(SeriesInput input, Steps asked, Answered<?> answered) {
    for (FailedCall call : answered.failures()) {
      baselineRows.add(row(input, asked, call));
      letter(input, call);
    }
  }

  /** Keeps what a question about deviations left that failed. */
  void noteClassifier(SeriesInput input, Steps asked, Answered<?> answered) {
    for (FailedCall call : answered.failures()) {
      classifierRows.add(row(input, asked.from(), call));
      letter(input, call);
    }
  }

  /** Notes what the shadow of the classifier would have raised at the steps that a tick adds. */
  void noteShadow(
      SeriesInput input, SalesSeries seen, Steps added, ShadowCall<ClassifierAnswer> call) {
    classifierRows.addAll(
        new ShadowRows(task, this).alarms(input.inputDigest(), seen, added, call));
  }

  private void letter(SeriesInput input, FailedCall call) {
    errors.add(
        ModelEdge.deadLetter(
            task.runId(),
            task.tick(),
            STAGE,
            input.series().id(),
            input.inputDigest(),
            Optional.empty(),
            call));
  }

  /** The steps asked about and what was sold in them; nothing is expected. */
  private BaselinePrediction row(SeriesInput input, Steps asked, FailedCall call) {
    SalesSeries seen = input.series().between(asked.from(), asked.to());
    long[] actual = new long[asked.count()];
    long[] expected = new long[asked.count()];
    double[] spread = new double[asked.count()];
    Arrays.fill(expected, SalesSeries.UNKNOWN);
    Arrays.fill(spread, Double.NaN);
    for (int i = 0; i < actual.length; i++) {
      actual[i] = seen.thousandthsAt(i);
    }
    return BaselinePrediction.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .storeId(seen.id().store())
        .sku(seen.id().sku())
        .firstStep(asked.from())
        .cadence(asked.cadence())
        .actualUnits(UnitsColumn.of(actual))
        .expectedUnits(UnitsColumn.of(expected))
        .spread(NumColumn.of(spread))
        .modelName(call.by().info().name())
        .modelVersion(call.by().info().version())
        .role(baseline.role())
        .route(call.by().route())
        .inputDigest(input.inputDigest())
        .outcome(call.outcome())
        .message(call.message())
        .build();
  }

  private ClassifierPrediction row(SeriesInput input, Instant from, FailedCall call) {
    return ClassifierPrediction.builder()
        .runId(task.runId())
        .writtenAt(task.tick())
        .storeId(input.series().id().store())
        .sku(input.series().id().sku())
        .windowStart(from)
        .modelName(call.by().info().name())
        .modelVersion(call.by().info().version())
        .role(classifier.role())
        .route(call.by().route())
        .inputDigest(input.inputDigest())
        .outcome(call.outcome())
        .message(call.message())
        .build();
  }
}
