package org.minorityreport.core.run;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Campaign;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.model.ChosenModel;

/**
 * Three stores and one product, hourly, with a heatwave at two of them on 5 August from 10:00 (S1)
 * and 11:00 (S2) to 18:00, so that their reports are raised at 11:00 and 12:00 and close at 22:00.
 * Models, stages and sources fail when told to.
 */
final class OutageWorld implements AutoCloseable {
  static final RunId RUN = RunId.of("main");
  static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2025-08-05T00:00:00Z"));

  private static final Cadence HOUR = Cadence.of(Duration.ofHours(1));
  private static final Instant FIRST = Instant.parse("2025-07-08T00:00:00Z");
  private static final Instant END = Instant.parse("2025-08-07T00:00:00Z");

  final FaultyInputs inputs = new FaultyInputs(tables(at(10), at(11), at(99)));
  final FailingLogs logs = new FailingLogs(LogStores.inMemory(CLOCK));
  private final Map<ModelRole, FaultyModel> primaries = new EnumMap<>(ModelRole.class);
  private final Map<ModelRole, FaultyModel> fallbacks = new EnumMap<>(ModelRole.class);
  private final Set<Stage> down = EnumSet.noneOf(Stage.class);
  private final Map<String, Instant> onsets = new HashMap<>();
  private final Settings settings;
  private final Retries retries;
  private Runner runner;
  private int acts;

  /** A stage. */
  enum Stage {
    DETECTION,
    CLUSTERING,
    ATTRIBUTION,
    COHORTING
  }

  OutageWorld() {
    this(Settings.builder().build());
  }

  OutageWorld(Settings settings) {
    this(settings, Retries.NONE);
  }

  OutageWorld(Settings settings, Retries retries) {
    this.settings = settings;
    this.retries = retries;
    for (ModelRole role : ModelRole.values()) {
      primaries.put(role, new FaultyModel("team-" + role.wireName(), role));
      fallbacks.put(role, new FaultyModel("mock-" + role.wireName(), role));
    }
    runner = runner();
  }

  /** The carry is gone: another process goes on from the logs. */
  void restart() {
    runner.close();
    runner = runner();
  }

  private Runner runner() {
    return new Runner(setup(), stages(), List.of());
  }

  RunSetup setup() {
    List<ChosenModel> chosen = new ArrayList<>();
    for (ModelRole role : ModelRole.values()) {
      ChosenModel fallback = new ChosenModel(role, "mock", fallback(role), "the mock");
      chosen.add(new ChosenModel(role, "team", primary(role), "wanted", Optional.of(fallback)));
    }
    return new RunSetup(RUN, "test", inputs, logs, settings, chosen, Map.of(), CLOCK, 2, retries);
  }

  private Stages stages() {
    Stages own = Stages.OWN;
    return new Stages(
        (task, baseline, classifier) -> {
          check(Stage.DETECTION);
          return own.detection().detect(task, baseline, classifier);
        },
        (task, models) -> {
          check(Stage.CLUSTERING);
          return own.clustering().cluster(task, models);
        },
        (task, models) -> {
          check(Stage.ATTRIBUTION);
          return own.attribution().attribute(task, models);
        },
        (task, models) -> {
          check(Stage.COHORTING);
          return own.cohorting().join(task, models);
        });
  }

  private void check(Stage stage) {
    if (down.contains(stage)) {
      throw new IllegalStateException(stage + " is out");
    }
  }

  FaultyModel primary(ModelRole role) {
    return Objects.requireNonNull(primaries.get(role));
  }

  FaultyModel fallback(ModelRole role) {
    return Objects.requireNonNull(fallbacks.get(role));
  }

  /** The model in service of a role is out from now on. */
  void primaryDown(ModelRole role) {
    primary(role).down(store -> true);
  }

  /** All models of a role are out from now on. */
  void bothDown(ModelRole role) {
    primary(role).down(store -> true);
    fallback(role).down(store -> true);
  }

  void stageDown(Stage stage) {
    down.add(stage);
  }

  /** Everything works again. */
  void up() {
    down.clear();
    inputs.wrong();
    Stream.concat(primaries.values().stream(), fallbacks.values().stream())
        .forEach(model -> model.down(store -> false));
  }

  static Instant at(int hour) {
    return Instant.parse("2025-08-05T00:00:00Z").plus(Duration.ofHours(hour));
  }

  /** Runs the ticks of some hours of 5 August, both included. */
  void ticks(int from, int to) {
    for (int hour = from; hour <= to; hour++) {
      runner.tick(at(hour));
    }
  }

  /** Runs new ticks as a back-fill does. */
  void backFill(List<Instant> ticks) {
    runner.ticks(ticks);
  }

  /** Looks again at closed reports. */
  RereviewReport rereview(int most) {
    return runner.rereview(most);
  }

  TickReport tick(int hour) {
    return runner.tick(at(hour));
  }

  /** Runs all ticks from an hour on again. */
  void rerun(int hour) {
    runner.rerun(at(hour));
  }

  /** Runs all ticks from an hour on again, and asks anew what failed. */
  void heal(int hour) {
    runner.heal(at(hour));
  }

  HydratedView view() {
    return Hydration.hydrate(logs, RUN, AsOf.now());
  }

  /** {@return the report of a store as it stands now} */
  MinorityReport report(String store) {
    return view().reports().all().stream()
        .filter(r -> r.storeId().value().equals(store))
        .findFirst()
        .orElseThrow();
  }

  /** {@return the rows of a tick that stand, in the order of the log} */
  <R extends LogRecord> List<R> rows(Log<R> log, int hour) {
    return all(log).stream().filter(row -> row.writtenAt().equals(at(hour))).toList();
  }

  <R extends LogRecord> List<R> all(Log<R> log) {
    List<StoredRow> rows = new ArrayList<>();
    logs.read(log, RUN, CommitPosition.START, logs.head(), rows::add);
    return rows.stream().filter(r -> !r.isRetracted()).map(r -> LogCodec.read(log, r)).toList();
  }

  /** {@return the row of the latest tick about a report} */
  StoredRow newestRow(Log<?> log, ReportId report) {
    List<StoredRow> rows = new ArrayList<>();
    logs.read(log, RUN, CommitPosition.START, logs.head(), rows::add);
    return rows.stream()
        .filter(row -> row.subject().filter(report.value()::equals).isPresent())
        .max(Comparator.comparing(StoredRow::writtenAt))
        .orElseThrow();
  }

  StageRun stageRun(String stage, int hour) {
    return rows(Logs.STAGE_RUNS, hour).stream()
        .filter(run -> run.stage().equals(stage))
        .findFirst()
        .orElseThrow();
  }

  /** A person does something about a report or an event. */
  AnnotationId act(
      Log<UserEdit> log, String target, String action, UnaryOperator<UserEdit.Builder> more) {
    acts++;
    AnnotationId id =
        AnnotationId.of("AN-" + Integer.toHexString(acts).repeat(32).substring(0, 32));
    UserEdit.Builder edit = UserEdit.builder();
    edit.runId(RUN)
        .writtenAt(at(acts))
        .annotationId(id)
        .targetId(target)
        .action(action)
        .actor("ann")
        .role("marketer")
        .basedOn(Cut.of(Map.of()));
    append(log, Writer.REVIEW, more.apply(edit).build());
    finalise();
    return id;
  }

  /** What review calls after each act. */
  void finalise() {
    runner.finalise();
  }

  <R extends LogRecord> void append(Log<R> log, Writer writer, R row) {
    logs.append(Commit.of(List.of(LogSlice.of(log, writer, List.of(LogCodec.row(log, row))))));
  }

  @Override
  public void close() {
    runner.close();
    logs.close();
  }

  /**
   * The source delivers other sales of a store from now on: the heatwave begins at a time there.
   */
  void correct(String store, Instant onset) {
    onsets.put(store, onset);
    inputs.deliver(
        tables(
            onsets.getOrDefault("S1", at(10)),
            onsets.getOrDefault("S2", at(11)),
            onsets.getOrDefault("S3", at(99))));
  }

  /** {@return what the source holds at first, with some drivers} */
  static InputTables tables(List<Driver> drivers) {
    return builder(at(10), at(11), at(99)).drivers(drivers).build();
  }

  private static InputTables tables(Instant one, Instant two, Instant three) {
    return builder(one, two, three).build();
  }

  private static InputTables.Builder builder(Instant one, Instant two, Instant three) {
    SalesSource source = SalesSource.builder().name("till").cadence(HOUR).currency("GBP").build();
    InputTables.Builder tables = InputTables.builder(source);
    for (String id : List.of("S1", "S2", "S3")) {
      tables.store(
          Store.builder()
              .storeId(StoreId.of(id))
              .retailer("Corner")
              .region(id.equals("S3") ? "Devon" : "Kent")
              .build());
    }
    tables.sales(sold("S1", one)).sales(sold("S2", two)).sales(sold("S3", three));
    return tables
        .contextEvents(
            List.of(
                ContextEvent.builder()
                    .contextId("HEAT")
                    .category("weather")
                    .name("Heatwave")
                    .start(at(9))
                    .end(at(19))
                    .addRegions("Kent")
                    .source("met")
                    .build()))
        .campaigns(
            List.of(
                Campaign.builder()
                    .campaignId("TV")
                    .name("TV spot")
                    .channel("tv")
                    .category("paid_media")
                    .start(at(-400))
                    .end(at(400))
                    .addRegions("Devon")
                    .build()))
        .rowsRead(2160);
  }

  private static SalesSeries sold(String store, Instant onset) {
    Steps steps = Steps.between(FIRST, END, HOUR);
    long[] units = new long[steps.count()];
    for (int i = 0; i < units.length; i++) {
      Instant step = steps.timeAt(i);
      boolean hot = !step.isBefore(onset) && step.isBefore(at(18));
      units[i] = 1000L * ((hot ? 300 : 100) + (i * 7 + store.charAt(1)) % 11);
    }
    return SalesSeries.of(SeriesId.of(StoreId.of(store), Sku.of("cola")), steps, units);
  }
}
