package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.DetectionTasks;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.detection.Detection;
import org.minorityreport.mock.MockModels;

/**
 * A store folded over many ticks in one pass has the results of the same ticks one by one. Catches
 * a pass that looks ahead too far: past a window that opens, a mask that changes, an end of day, a
 * structural change that ceases to count.
 */
class StorePassLawsTest {
  private static final Instant START = Instant.parse("2025-03-03T00:00:00Z"); // clocks change in it
  private static final int WARM_UP_DAYS = 28;
  private static final Duration BACK = Duration.ofDays(90);
  private static final BaselineModel BASELINE = (BaselineModel) model(ModelRole.BASELINE);
  private static final ClassifierModel CLASSIFIER = (ClassifierModel) model(ModelRole.CLASSIFIER);
  private static final Store STORE =
      Store.builder().storeId(StoreId.of("S")).retailer("R").timeZone("Europe/London").build();

  private static Object model(ModelRole role) {
    return new MockModels().create(role, ModelConfig.builder().seed(0).build());
  }

  @Property(tries = 40, shrinking = ShrinkingMode.OFF)
  void onePass_hasTheResultsOfTickByTick(@ForAll long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    String cadence = new String[] {"PT15M", "PT30M", "PT1H", "P1D"}[random.nextInt(4)];
    compare(history(random, Cadence.parse(cadence), cadence.equals("P1D") ? 60 : 8));
  }

  /** The generated histories hold what they are to catch. */
  @Example
  void histories_holdReportsThatReturnAndThatBecomeNormal() {
    List<EndReason> reasons = new ArrayList<>();
    for (int seed = 0; seed < 12; seed++) {
      History history = history(new SplittableRandom(seed), Cadence.parse("PT1H"), 12);
      for (DetectionResult result : history.oneByOne()) {
        result.ended().forEach(ended -> reasons.add(ended.endReason()));
      }
    }
    assertThat(reasons).contains(EndReason.RETURNED_TO_BASELINE, EndReason.STRUCTURAL_CHANGE);
  }

  private static void compare(History history) {
    List<DetectionResult> expected = history.oneByOne();
    List<DetectionResult> passed = history.inOnePass();
    assertThat(passed).hasSameSizeAs(expected);
    for (int i = 0; i < expected.size(); i++) {
      assertThat(withoutCarry(passed.get(i)))
          .as("tick %s", history.ticks.get(i + 1))
          .isEqualTo(withoutCarry(expected.get(i)));
    }
    int last = expected.size() - 1;
    assertThat(passed.get(last).carry()).isEqualTo(expected.get(last).carry());
  }

  private static DetectionResult withoutCarry(DetectionResult result) {
    return DetectionResult.builder().from(result).carry(StoreCarry.builder().build()).build();
  }

  private static History history(SplittableRandom random, Cadence cadence, int days) {
    int perDay = (int) (Duration.ofDays(1).toSeconds() / cadence.seconds());
    Steps steps = Steps.of(START, cadence, (WARM_UP_DAYS + days) * perDay);
    int first = WARM_UP_DAYS * perDay;
    List<int[]> windows = new ArrayList<>();
    for (int i = random.nextInt(5); i > 0; i--) {
      int from = first + random.nextInt(steps.count() - first);
      windows.add(new int[] {from, from + 1 + random.nextInt(3 * perDay), random.nextInt(5)});
    }
    List<SalesSeries> series = new ArrayList<>();
    for (String sku : List.of("A", "B", "C")) {
      long[] units = new long[steps.count()];
      double level = 5 + random.nextInt(60);
      for (int i = 0; i < units.length; i++) {
        double factor = 1;
        for (int[] window : windows) {
          boolean hit = i >= window[0] && i < window[1] && (window[2] + sku.charAt(0)) % 3 > 0;
          factor *= hit ? (window[2] == 0 ? 0.1 : 1 + window[2]) : 1;
        }
        double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
        double sold = Math.max(0, level * factor + 2 * Math.sqrt(level) * noise);
        units[i] = random.nextInt(40) == 0 ? SalesSeries.UNKNOWN : 1_000 * Math.round(sold);
      }
      series.add(SalesSeries.of(SeriesId.of(STORE.storeId(), Sku.of(sku)), steps, units));
    }
    List<Instant> ticks = new ArrayList<>();
    for (int end = first; end <= steps.count(); end += random.nextInt(8) == 0 ? 2 : 1) {
      ticks.add(steps.timeAt(end).plusSeconds(random.nextInt(3) == 0 ? 60 : 0));
      if (random.nextInt(20) == 0) {
        ticks.add(steps.timeAt(end).plusSeconds(120)); // adds nothing
      }
    }
    Duration bound = cadence.isDaily() ? Duration.ofDays(9) : Duration.ofHours(30);
    return new History(series, ticks, DetectionSettings.builder().maxEventDuration(bound).build());
  }

  /** A store over some ticks, of which the first is always folded alone. */
  private record History(
      List<SalesSeries> series, List<Instant> ticks, DetectionSettings settings) {
    List<DetectionResult> oneByOne() {
      List<DetectionResult> results = new ArrayList<>();
      StoreCarry carry = first().carry();
      for (int i = 1; i < ticks.size(); i++) {
        DetectionResult result =
            new Detection().detect(task(i, skus(), carry), BASELINE, CLASSIFIER);
        carry = result.carry();
        results.add(result);
      }
      return results;
    }

    List<DetectionResult> inOnePass() {
      StoreCarry before = first().carry();
      DetectionTasks tasks =
          new DetectionTasks() {
            @Override
            public List<Instant> ticks() {
              return ticks.subList(1, ticks.size());
            }

            @Override
            public List<SalesSeries> series() {
              return series;
            }

            @Override
            public StoreCarry carry() {
              return before;
            }

            @Override
            public DetectionTask at(int index, Set<Sku> skus, StoreCarry carry) {
              return task(index + 1, skus, carry);
            }
          };
      return new Detection()
          .detectAll(tasks, ModelRoute.of(BASELINE), ModelRoute.of(CLASSIFIER))
          .orElseThrow();
    }

    private Set<Sku> skus() {
      Set<Sku> skus = new HashSet<>();
      series.forEach(s -> skus.add(s.id().sku()));
      return skus;
    }

    private DetectionResult first() {
      return new Detection()
          .detect(task(0, skus(), StoreCarry.builder().build()), BASELINE, CLASSIFIER);
    }

    private DetectionTask task(int index, Set<Sku> skus, StoreCarry carry) {
      Instant tick = ticks.get(index);
      List<SeriesInput> inputs = new ArrayList<>();
      for (SalesSeries sold : series) {
        if (skus.contains(sold.id().sku())) {
          inputs.add(
              SeriesInput.builder()
                  .series(sold.between(tick.minus(BACK), tick))
                  .exclusions(StepMask.none())
                  .inputDigest("digest of " + sold.id() + " at " + tick)
                  .build());
        }
      }
      return DetectionTask.builder()
          .runId(RunId.of("main"))
          .tick(tick)
          .previousTick(index == 0 ? Optional.empty() : Optional.of(ticks.get(index - 1)))
          .store(STORE)
          .series(inputs)
          .carry(carry)
          .settings(settings)
          .build();
    }
  }
}
