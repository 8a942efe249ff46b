package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.model.Covariates;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.DetectionStage;
import org.minorityreport.api.stage.DetectionTask;
import org.minorityreport.api.stage.DetectionTasks;
import org.minorityreport.api.stage.Exclusion;
import org.minorityreport.api.stage.SeriesInput;
import org.minorityreport.api.stage.StoreCarry;
import org.minorityreport.core.decision.People;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.detection.Detection;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.input.DriverBook;
import org.minorityreport.core.input.SeriesDigests;
import org.minorityreport.core.model.DegradationCodes;
import org.minorityreport.core.model.Models;
import org.minorityreport.core.work.Workers;

/** Detection of all stores at a tick: stores side by side, results by store. */
final class StoreDetections {
  private static final StoreCarry NOTHING = StoreCarry.builder().build();

  private final DetectionStage stage;
  private final PeopleHistory history;
  private final DetectionSettings settings;
  private final Models models;
  private final ModelService service;
  private final Workers workers;
  private final SeriesDigests digests = new SeriesDigests();
  private @Nullable InputSnapshot digested;
  private List<Driver> listed = List.of();
  private DriverBook book = DriverBook.EMPTY;

  StoreDetections(
      DetectionStage stage,
      DetectionSettings settings,
      ModelService service,
      Workers workers,
      PeopleHistory history) {
    this.history = history;
    this.stage = stage;
    this.settings = settings;
    this.service = service;
    this.models = service.all();
    this.workers = workers;
  }

  /** {@return the drivers of a state of the inputs} */
  synchronized DriverBook drivers(InputSnapshot inputs) {
    if (inputs instanceof DataView view) {
      return view.driverBook();
    }
    List<Driver> now = inputs.drivers().orElse(List.of());
    if (now != listed) {
      listed = now;
      book = DriverBook.of(now);
    }
    return book;
  }

  /**
   * The results of a tick.
   *
   * @param byStore result per store that was folded; of ticks folded ahead only those with rows,
   *     and all at the last of these, which alone has their carry
   * @param digests digest per store with reports of what its series held
   * @param calls calls to models
   * @param series how many series were folded
   * @param gaps why series were not folded, sorted
   * @param failures dead letters of stores that could not be folded
   * @param unfolded what the next tick is to know of these
   */
  record Detected(
      SortedMap<StoreId, DetectionResult> byStore,
      SortedMap<StoreId, String> digests,
      List<ModelCalls> calls,
      int series,
      SortedSet<String> gaps,
      List<ErrorRecord> failures,
      SortedMap<StoreId, Instant> unfolded) {
    String digest(StoreId store) {
      return digests.getOrDefault(store, "");
    }

    /** {@return whether not one store that should have been folded was} */
    boolean isDown() {
      return byStore.isEmpty() && !unfolded.isEmpty();
    }
  }

  /** Nothing is folded, as there are no sales to look at. */
  static Detected nothing() {
    return new Detected(
        new TreeMap<>(),
        new TreeMap<>(),
        List.of(),
        0,
        new TreeSet<>(List.of(DegradationCodes.SALES_MISSING)),
        List.of(),
        new TreeMap<>());
  }

  /** {@return how far back a tick looks at sales} */
  Duration history() {
    return history(models, settings);
  }

  /** How far back a tick looks at sales. */
  static Duration history(Models models, DetectionSettings settings) {
    return LookBack.longest(models.baseline())
        .plus(LookBack.longest(models.classifier()))
        .plus(settings.maxEventDuration());
  }

  /** Detection at a tick that was run: with what it saw then of people. */
  Detected detect(RunId run, Instant tick, InputSnapshot inputs, RunCarry before) {
    return detect(run, tick, inputs, history.at(tick), before);
  }

  Detected detect(RunId run, Instant tick, InputSnapshot inputs, People people, RunCarry before) {
    List<Callable<Found>> jobs = new ArrayList<>();
    lookAt(inputs);
    DriverBook drivers = drivers(inputs);
    Models asked = service.at(tick);
    for (Store store : inputs.stores()) {
      StoreCarry carry = before.stores().getOrDefault(store.storeId(), NOTHING);
      Optional<Instant> previous = before.pending().previousTick(store.storeId());
      jobs.add(() -> detect(run, tick, previous, store, inputs, drivers, people, carry, asked));
    }
    return gather(run, tick, inputs.source().cadence(), before, workers.all(jobs));
  }

  /**
   * Folds each store over several ticks in one pass, as if nothing happened between them.
   *
   * @param ticks new ticks, in order
   * @param before what the tick before the first left
   * @param people what people did by each tick: nothing, as what they do counts by what the ticks
   *     before wrote
   * @return what was found at each tick, the carry only at the last; empty if some store could not
   *     be folded at one of them, so that ticks go one by one
   */
  Optional<List<Detected>> detectAll(
      RunId run, List<Instant> ticks, InputSnapshot inputs, List<People> people, RunCarry before) {
    lookAt(inputs);
    List<Callable<List<Found>>> jobs = new ArrayList<>();
    for (Store store : inputs.stores()) {
      jobs.add(() -> detectAll(run, ticks, store, inputs, people, before));
    }
    List<List<Found>> byStore = workers.all(jobs);
    if (byStore.stream().anyMatch(ofStore -> ofStore.size() < ticks.size())) {
      return Optional.empty();
    }
    List<Detected> byTick = new ArrayList<>();
    Cadence cadence = inputs.source().cadence();
    for (int i = 0; i < ticks.size() - 1; i++) {
      int at = i;
      byTick.add(gatherAhead(ticks.get(i), before, byStore.stream().map(f -> f.get(at)).toList()));
    }
    int last = ticks.size() - 1;
    List<Found> found = byStore.stream().map(ofStore -> ofStore.get(last)).toList();
    byTick.add(gather(run, ticks.get(last), cadence, before, found));
    return Optional.of(byTick);
  }

  /** Most stores are quiet at most ticks: of these only the calls to models are left. */
  private Detected gatherAhead(Instant tick, RunCarry before, List<Found> all) {
    SortedMap<StoreId, DetectionResult> results = new TreeMap<>();
    SortedMap<StoreId, String> seen = new TreeMap<>();
    Map<List<ModelCalls>, Integer> calls = new HashMap<>();
    Set<StoreId> folded = new HashSet<>();
    int series = 0;
    for (Found found : all) {
      DetectionResult result = Objects.requireNonNull(found.result());
      if (found.series() > 0) {
        folded.add(found.store());
        series += found.series();
        calls.merge(result.calls(), 1, Integer::sum);
        if (!result.baselinePredictions().isEmpty() || !result.detected().isEmpty()) {
          results.put(found.store(), result);
          seen.put(found.store(), found.digest());
        }
      }
    }
    SortedSet<String> gaps = new TreeSet<>();
    if (isAnyMissed(before, folded, tick)) {
      gaps.add(DegradationCodes.SALES_MISSING);
    }
    List<ModelCalls> summed = new ArrayList<>();
    calls.forEach((of, times) -> of.forEach(call -> summed.add(times(call, times))));
    return new Detected(results, seen, summed, series, gaps, List.of(), new TreeMap<>());
  }

  private static ModelCalls times(ModelCalls call, int times) {
    return ModelCalls.builder()
        .from(call)
        .ok(call.ok() * times)
        .failed(call.failed() * times)
        .build();
  }

  private List<Found> detectAll(
      RunId run,
      List<Instant> ticks,
      Store store,
      InputSnapshot inputs,
      List<People> people,
      RunCarry before) {
    Optional<List<Found>> passed = passed(run, ticks, store, inputs, people, before);
    if (passed.isPresent()) {
      return passed.get();
    }
    DriverBook drivers = drivers(inputs);
    List<Found> all = new ArrayList<>(ticks.size());
    StoreCarry carry = before.stores().getOrDefault(store.storeId(), NOTHING);
    Optional<Instant> previous = before.pending().previousTick(store.storeId());
    for (Instant tick : ticks) {
      Found found =
          detect(
              run, tick, previous, store, inputs, drivers, people.get(all.size()), carry, models);
      DetectionResult result = found.result();
      if (result == null || !result.gaps().isEmpty() || isAnyFailed(result)) {
        return all;
      }
      carry = found.series() > 0 ? result.carry() : carry;
      previous = Optional.of(tick);
      boolean last = all.size() == ticks.size() - 1;
      all.add(last ? found : found.withoutCarry()); // expectations of every tick would fill memory
    }
    return all;
  }

  /** A model that fails may rest at a later tick, which only the ticks one by one can tell. */
  private static boolean isAnyFailed(DetectionResult result) {
    return result.calls().stream().anyMatch(calls -> calls.failed() > 0);
  }

  /** All ticks in one pass, if the stage can: empty where something fails, or begins or ends. */
  private Optional<List<Found>> passed(
      RunId run,
      List<Instant> ticks,
      Store store,
      InputSnapshot inputs,
      List<People> people,
      RunCarry before) {
    StoreTasks tasks = new StoreTasks(run, ticks, store, inputs, people, before);
    if (!tasks.isSteady()) {
      return Optional.empty();
    }
    try {
      return stage
          .detectAll(tasks, models.baseline(), models.classifier())
          .filter(results -> results.stream().allMatch(result -> result.gaps().isEmpty()))
          .map(tasks::found);
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      return Optional.empty(); // tick by tick it shows where
    }
  }

  /** The ticks of one store, over one state of its data. */
  private final class StoreTasks implements DetectionTasks {
    private final RunId run;
    private final List<Instant> ticks;
    private final Store store;
    private final List<People> people;
    private final StoreCarry carry;
    private final Optional<Instant> previous;
    private final Cadence cadence;
    private final List<SalesSeries> series;
    private final DriverBook drivers;

    StoreTasks(
        RunId run,
        List<Instant> ticks,
        Store store,
        InputSnapshot inputs,
        List<People> people,
        RunCarry before) {
      this.run = run;
      this.ticks = ticks;
      this.store = store;
      this.people = people;
      this.carry = before.stores().getOrDefault(store.storeId(), NOTHING);
      this.previous = before.pending().previousTick(store.storeId());
      this.cadence = inputs.source().cadence();
      this.drivers = drivers(inputs);
      Instant from = span(ticks.get(0), previous, cadence).from();
      this.series = inputs.sales(store.storeId(), TimeSpan.of(from, ticks.get(ticks.size() - 1)));
    }

    /** Whether each tick looks at the same series, all of which the tick before folded. */
    boolean isSteady() {
      Instant first = ticks.get(0);
      return previous.isPresent()
          && !series.isEmpty()
          && series.stream().allMatch(s -> s.steps().from().isBefore(cadence.floor(first)));
    }

    @Override
    public List<Instant> ticks() {
      return ticks;
    }

    @Override
    public List<SalesSeries> series() {
      return series;
    }

    @Override
    public StoreCarry carry() {
      return carry;
    }

    @Override
    public Covariates covariates(Sku sku) {
      return drivers.covariates(store, sku, ticks.get(ticks.size() - 1));
    }

    @Override
    public DetectionTask at(int index, Set<Sku> skus, StoreCarry carry) {
      Instant tick = ticks.get(index);
      Optional<Instant> previousTick = index == 0 ? previous : Optional.of(ticks.get(index - 1));
      TimeSpan span = span(tick, previousTick, cadence);
      List<SeriesInput> inputs = new ArrayList<>(skus.size());
      for (SalesSeries sold : series) {
        if (skus.contains(sold.id().sku())) {
          inputs.add(input(sold.between(span.from(), span.to()), store, drivers, tick, List.of()));
        }
      }
      return task(run, tick, previousTick, store, inputs, people.get(index), carry);
    }

    List<Found> found(List<DetectionResult> results) {
      List<Found> found = new ArrayList<>(results.size());
      for (int i = 0; i < results.size(); i++) {
        DetectionResult result = results.get(i);
        String digest = result.detected().isEmpty() ? "" : digest(series, ticks.get(i));
        Found one = new Found(store.storeId(), result, null, digest, series.size());
        found.add(i == results.size() - 1 ? one : one.withoutCarry());
      }
      return found;
    }
  }

  /** Where the data changed, what was digested counts no more. */
  private void lookAt(InputSnapshot inputs) {
    InputSnapshot before = digested;
    if (before != null && before != inputs) {
      inputs.changedSince(before).forEach(digests::forgetFrom);
    }
    digested = inputs;
  }

  private Detected gather(
      RunId run, Instant tick, Cadence cadence, RunCarry before, List<Found> all) {
    List<ErrorRecord> failures = new ArrayList<>();
    SortedMap<StoreId, DetectionResult> results = new TreeMap<>();
    SortedMap<StoreId, String> seen = new TreeMap<>();
    SortedMap<StoreId, Instant> unfolded = new TreeMap<>();
    SortedSet<String> gaps = new TreeSet<>();
    List<ModelCalls> calls = new ArrayList<>();
    int series = 0;
    for (Found found : all) {
      DetectionResult result = found.result();
      if (result == null) {
        failures.add(StageFailure.letter(run, tick, "detection", found.store(), found.failure()));
        gaps.add(DegradationCodes.DETECTION_DOWN);
        unfolded.put(found.store(), unseen(before, found.store(), tick, cadence));
      } else if (found.series() > 0) {
        results.put(found.store(), result);
        gaps.addAll(result.gaps());
        seen.put(found.store(), found.digest());
        calls.addAll(result.calls());
        series += found.series();
      }
    }
    Set<StoreId> known = new HashSet<>(results.keySet());
    known.addAll(unfolded.keySet());
    if (isAnyMissed(before, known, tick)) {
      gaps.add(DegradationCodes.SALES_MISSING);
    }
    return new Detected(results, seen, calls, series, gaps, failures, unfolded);
  }

  /** The tick before the first step that a store of which a tick could not be folded will add. */
  private static Instant unseen(RunCarry before, StoreId store, Instant tick, Cadence cadence) {
    return before
        .pending()
        .previousTick(store)
        .orElseGet(() -> cadence.plus(cadence.floor(tick), -1));
  }

  /** Whether a store that was there is gone, or has no series any more. */
  private boolean isAnyMissed(RunCarry before, Set<StoreId> known, Instant tick) {
    Instant from = tick.minus(LookBack.longest(models.baseline()));
    return before.stores().entrySet().stream()
        .filter(e -> !known.contains(e.getKey()))
        .anyMatch(e -> Detection.isMissed(e.getValue(), from));
  }

  /**
   * What was found of a store.
   *
   * @param result what detection made of it; null if it threw
   * @param failure what it threw then
   */
  private record Found(
      StoreId store,
      @Nullable DetectionResult result,
      @Nullable Throwable failure,
      String digest,
      int series) {
    Found withoutCarry() {
      DetectionResult all = result;
      return all == null || all.carry().equals(NOTHING)
          ? this
          : new Found(
              store,
              DetectionResult.builder().from(all).carry(NOTHING).build(),
              failure,
              digest,
              series);
    }
  }

  /**
   * All the history that a tick may need (spec 2.4); after a long time without ticks it begins a
   * look-back before the steps that were not seen yet.
   */
  private TimeSpan span(Instant tick, Optional<Instant> previousTick, Cadence cadence) {
    Duration lookBack = LookBack.longest(models.baseline());
    Duration back = history().plus(cadence.step().multipliedBy(settings.maxBackdateSteps() + 1L));
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
      InputSnapshot inputs,
      DriverBook drivers,
      People people,
      StoreCarry carry,
      Models asked) {
    TimeSpan span = span(tick, previousTick, inputs.source().cadence());
    List<SalesSeries> sales = inputs.sales(store.storeId(), span);
    Map<Sku, List<Exclusion>> decided = people.exclusions().getOrDefault(store.storeId(), Map.of());
    List<SeriesInput> series = new ArrayList<>(sales.size());
    for (SalesSeries sold : sales) {
      if (sold.size() > 0) {
        series.add(
            input(sold, store, drivers, tick, decided.getOrDefault(sold.id().sku(), List.of())));
      }
    }
    DetectionTask task = task(run, tick, previousTick, store, series, people, carry);
    try {
      DetectionResult result = stage.detect(task, asked.baseline(), asked.classifier());
      String digest = result.detected().isEmpty() ? "" : digest(sales, tick);
      return new Found(store.storeId(), result, null, digest, series.size());
    } catch (RuntimeException | LinkageError | AssertionError | StackOverflowError e) {
      return new Found(store.storeId(), null, e, "", series.size());
    }
  }

  private SeriesInput input(
      SalesSeries sold, Store store, DriverBook drivers, Instant tick, List<Exclusion> decided) {
    return new SeriesLook(sold, decided, store, drivers, digestedFrom(tick), tick, digests);
  }

  private Instant digestedFrom(Instant tick) {
    return tick.minus(models.baseline().primary().info().lookBack());
  }

  private DetectionTask task(
      RunId run,
      Instant tick,
      Optional<Instant> previousTick,
      Store store,
      List<SeriesInput> series,
      People people,
      StoreCarry carry) {
    return DetectionTask.builder()
        .runId(run)
        .tick(tick)
        .previousTick(previousTick)
        .store(store)
        .series(series)
        .carry(carry)
        .settings(settings)
        .rules(people.rules(tick))
        .build();
  }

  private String digest(SalesSeries sold, Instant tick) {
    return digests.digest(sold.between(digestedFrom(tick), tick));
  }

  private String digest(List<SalesSeries> sales, Instant tick) {
    StringBuilder seen = new StringBuilder();
    for (SalesSeries sold : sales) {
      if (sold.size() > 0) {
        seen.append(sold.id().sku()).append('|').append(digest(sold, tick)).append('\n');
      }
    }
    return Digests.sha256Hex(seen.toString().getBytes(UTF_8));
  }
}
