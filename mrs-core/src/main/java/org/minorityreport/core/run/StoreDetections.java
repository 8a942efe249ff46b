package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.detection.Detection;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.SeriesDigests;
import org.minorityreport.core.model.Models;
import org.minorityreport.core.work.Workers;

/** Detection of all stores at a tick: stores side by side, results by store. */
final class StoreDetections {
  private static final StoreCarry NOTHING = StoreCarry.builder().build();

  private final DetectionSettings settings;
  private final Models models;
  private final Workers workers;
  private SeriesDigests digests = new SeriesDigests();
  private @Nullable InputSnapshot digested;

  StoreDetections(DetectionSettings settings, Models models, Workers workers) {
    this.settings = settings;
    this.models = models;
    this.workers = workers;
  }

  /**
   * The results of a tick.
   *
   * @param byStore result per store
   * @param digests digest per store of what its series held
   * @param series how many series were folded
   */
  record Detected(
      SortedMap<StoreId, DetectionResult> byStore, SortedMap<StoreId, String> digests, int series) {
    String digest(StoreId store) {
      return digests.getOrDefault(store, "");
    }
  }

  Detected detect(RunId run, Instant tick, InputSnapshot inputs, RunCarry before) {
    List<Callable<Found>> jobs = new ArrayList<>();
    if (digested != inputs) { // the data may have changed: what was digested counts no more
      digests = new SeriesDigests();
      digested = inputs;
    }
    TimeSpan span = span(tick, before.tick(), inputs.source().cadence());
    for (Store store : inputs.stores()) {
      StoreCarry carry = before.stores().getOrDefault(store.storeId(), NOTHING);
      jobs.add(
          () ->
              detect(run, tick, before.tick(), store, inputs.sales(store.storeId(), span), carry));
    }
    SortedMap<StoreId, DetectionResult> results = new TreeMap<>();
    SortedMap<StoreId, String> seen = new TreeMap<>();
    int series = 0;
    for (Found found : workers.all(jobs)) {
      if (found.series() > 0) {
        results.put(found.store(), found.result());
        seen.put(found.store(), found.digest());
        series += found.series();
      }
    }
    return new Detected(results, seen, series);
  }

  private record Found(StoreId store, DetectionResult result, String digest, int series) {}

  /**
   * All the history that a tick may need (spec 2.4); after a long time without ticks it begins a
   * look-back before the steps that were not seen yet.
   */
  private TimeSpan span(Instant tick, Optional<Instant> previousTick, Cadence cadence) {
    Duration lookBack = models.baseline().info().lookBack();
    Duration back =
        lookBack
            .plus(models.classifier().info().lookBack())
            .plus(settings.maxEventDuration())
            .plus(cadence.step().multipliedBy(settings.maxBackdateSteps() + 1L));
    Instant usual = tick.minus(back);
    Instant from =
        previousTick.map(t -> t.minus(lookBack)).filter(t -> t.isBefore(usual)).orElse(usual);
    return TimeSpan.of(cadence.floor(from), tick);
  }

  private Found detect(
      RunId run,
      Instant tick,
      Optional<Instant> previousTick,
      Store store,
      List<SalesSeries> sales,
      StoreCarry carry) {
    List<SeriesInput> series = new ArrayList<>(sales.size());
    StringBuilder seen = new StringBuilder();
    Instant lookBack = tick.minus(models.baseline().info().lookBack());
    for (SalesSeries sold : sales) {
      if (sold.size() > 0) {
        String digest = digests.digest(sold.between(lookBack, tick));
        seen.append(sold.id().sku()).append('|').append(digest).append('\n');
        series.add(
            SeriesInput.builder()
                .series(sold)
                .exclusions(StepMask.none())
                .inputDigest(digest)
                .build());
      }
    }
    DetectionTask task =
        DetectionTask.builder()
            .runId(run)
            .tick(tick)
            .previousTick(previousTick)
            .store(store)
            .series(series)
            .carry(carry)
            .settings(settings)
            .build();
    DetectionResult result = new Detection().detect(task, models.baseline(), models.classifier());
    return new Found(
        store.storeId(), result, Digests.sha256Hex(seen.toString().getBytes(UTF_8)), series.size());
  }
}
