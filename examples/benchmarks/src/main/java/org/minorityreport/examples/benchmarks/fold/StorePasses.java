package org.minorityreport.examples.benchmarks.fold;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.DetectionTasks;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.detection.Detection;
import org.minorityreport.mock.MockModels;

/** Detection of one store over all ticks, with the shipped models. Thread-safe. */
final class StorePasses {
  private static final Duration BACK = Duration.ofDays(60);

  private final BaselineModel baseline = (BaselineModel) model(ModelRole.BASELINE);
  private final ClassifierModel classifier = (ClassifierModel) model(ModelRole.CLASSIFIER);
  private final Detection detection = new Detection();
  private final DetectionSettings settings = DetectionSettings.builder().build();
  private final RunId run = RunId.of("main");
  private final List<Instant> ticks;

  StorePasses(List<Instant> ticks) {
    this.ticks = ticks;
  }

  private static Object model(ModelRole role) {
    return new MockModels().create(role, ModelConfig.builder().seed(0).build());
  }

  /** {@return the results of all ticks but the first, which is folded alone} */
  List<DetectionResult> fold(InjectedSales.Sold sold) {
    Set<Sku> skus = new HashSet<>();
    sold.series().forEach(series -> skus.add(series.id().sku()));
    DetectionTask first = task(sold, 0, skus, StoreCarry.builder().build());
    StoreCarry before = detection.detect(first, baseline, classifier).carry();
    return detection
        .detectAll(tasks(sold, before), ModelRoute.of(baseline), ModelRoute.of(classifier))
        .orElseThrow();
  }

  private DetectionTasks tasks(InjectedSales.Sold sold, StoreCarry before) {
    return new DetectionTasks() {
      @Override
      public List<Instant> ticks() {
        return ticks.subList(1, ticks.size());
      }

      @Override
      public List<SalesSeries> series() {
        return sold.series();
      }

      @Override
      public StoreCarry carry() {
        return before;
      }

      @Override
      public DetectionTask at(int index, Set<Sku> skus, StoreCarry carry) {
        return task(sold, index + 1, skus, carry);
      }
    };
  }

  private DetectionTask task(InjectedSales.Sold sold, int index, Set<Sku> skus, StoreCarry carry) {
    Instant tick = ticks.get(index);
    List<SeriesInput> inputs = new ArrayList<>(skus.size());
    for (SalesSeries series : sold.series()) {
      if (skus.contains(series.id().sku())) {
        inputs.add(
            SeriesInput.builder()
                .series(series.between(tick.minus(BACK), tick))
                .exclusions(StepMask.none())
                .inputDigest("")
                .build());
      }
    }
    return DetectionTask.builder()
        .runId(run)
        .tick(tick)
        .previousTick(index == 0 ? Optional.empty() : Optional.of(ticks.get(index - 1)))
        .store(sold.store())
        .series(inputs)
        .carry(carry)
        .settings(settings)
        .build();
  }
}
