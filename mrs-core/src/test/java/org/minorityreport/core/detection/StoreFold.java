package org.minorityreport.core.detection;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;

/** Runs detection of one store tick by tick, as a runner does: each tick sees what it may see. */
final class StoreFold {
  private final BaselineModel baseline;
  private final ClassifierModel classifier;
  private final List<SalesSeries> series;
  private DetectionSettings settings = DetectionSettings.builder().build();
  private @Nullable Duration history;
  private Duration lag = Duration.ZERO;
  private Optional<Sku> absent = Optional.empty();
  private @Nullable Instant previous;
  private StoreCarry carry = StoreCarry.builder().build();
  private final List<ReportDetected> detected = new ArrayList<>();
  private final List<ReportEnded> ended = new ArrayList<>();

  StoreFold(BaselineModel baseline, ClassifierModel classifier, SalesSeries... series) {
    this.baseline = baseline;
    this.classifier = classifier;
    this.series = List.of(series);
  }

  static StoreFold of(BaselineModel baseline, ClassifierModel classifier, Script... scripts) {
    return new StoreFold(
        baseline,
        classifier,
        Arrays.stream(scripts).map(Script::series).toArray(SalesSeries[]::new));
  }

  StoreFold with(DetectionSettings chosen) {
    settings = chosen;
    return this;
  }

  /** Cuts away what is older than a runner must hand in. */
  StoreFold withHistoryOf(Duration length) {
    history = length;
    return this;
  }

  /** The source is behind: a tick sees nothing of the time just before it. */
  StoreFold withLagOf(Duration length) {
    lag = length;
    return this;
  }

  /** From now on the source has a product no more; empty: all are there again. */
  void absent(Optional<Sku> sku) {
    absent = sku;
  }

  DetectionResult tick(String tick) {
    return tick(Instant.parse(tick));
  }

  DetectionResult tick(Instant tick) {
    Instant from = history == null ? Instant.MIN : tick.minus(history);
    List<SeriesInput> inputs = new ArrayList<>();
    for (SalesSeries all : series) {
      if (absent.filter(all.id().sku()::equals).isPresent()) {
        continue;
      }
      SalesSeries seen = all.between(from, tick.minus(lag));
      inputs.add(
          SeriesInput.builder()
              .series(seen)
              .exclusions(StepMask.none())
              .inputDigest("digest")
              .build());
    }
    DetectionTask task =
        DetectionTask.builder()
            .runId(RunId.of("main"))
            .tick(tick)
            .previousTick(Optional.ofNullable(previous))
            .store(Store.builder().storeId(Script.STORE).retailer("Corner").build())
            .series(inputs)
            .carry(carry)
            .settings(settings)
            .build();
    DetectionResult result = new Detection().detect(task, baseline, classifier);
    carry = result.carry();
    previous = tick;
    detected.addAll(result.detected());
    ended.addAll(result.ended());
    return result;
  }

  /** Every tick from one to another, both included; answers the last. */
  DetectionResult ticks(String from, String to, Duration every) {
    Instant tick = Instant.parse(from);
    DetectionResult last = tick(tick);
    while (tick.isBefore(Instant.parse(to))) {
      tick = tick.plus(every);
      last = tick(tick);
    }
    return last;
  }

  /** {@return all rows of MRDL so far} */
  List<ReportDetected> detected() {
    return detected;
  }

  /** {@return all rows of MEEL so far} */
  List<ReportEnded> ended() {
    return ended;
  }
}
