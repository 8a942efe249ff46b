package org.minorityreport.examples.benchmarks.fold;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.SalesSource;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.stage.DetectionResult;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.examples.benchmarks.child.Figures;
import org.minorityreport.examples.benchmarks.child.Folders;
import org.minorityreport.examples.benchmarks.child.Memory;
import org.minorityreport.examples.csv.CsvInputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command {@code fold-round}: does one thing with the sales, once it has warmed up. */
@Command(name = "fold-round", hidden = true, description = "Times one fold; for children.")
public final class FoldCommand implements Callable<Integer> {
  /** Stores made at a time: the sales of more would fill memory. */
  private static final int BLOCK = 100;

  /** Something is under way at this many stores during a tick: some 300 reports in 30 events. */
  private static final int OPEN_STORES = 210;

  private static final int TICKS_TO_OPEN = 12;

  /** Enough for a process that has run for a day: the median counts. */
  private static final int TICKS_TIMED = 91;

  @Option(names = "--what", required = true)
  private String what = "";

  @Option(names = "--stores", required = true)
  private int stores;

  @Option(names = "--skus", required = true)
  private int skus;

  @Option(names = "--days", required = true)
  private int days;

  @Option(names = "--threads", required = true)
  private int threads;

  @Option(names = "--dir", required = true)
  private Path directory = Path.of("");

  @Spec private @Nullable CommandSpec spec;

  /** A command without arguments. */
  public FoldCommand() {}

  @Override
  public Integer call() throws Exception {
    FoldKind kind = FoldKind.byLabel(what);
    Map<String, Object> figures =
        switch (kind) {
          case PLAIN, FOLD -> blocks(kind);
          case DURABLE, SMALL_HEAP -> run();
          case STREAMED -> streamed();
          case CSV -> csv();
          case TICK -> tick();
        };
    figures.put("peak_resident", Memory.peakResident());
    if (spec != null) {
      spec.commandLine().getOut().println(new Figures(figures).json());
    }
    return 0;
  }

  private FoldSizes sizes(int dayCount) {
    return new FoldSizes(stores, skus, dayCount, threads, 0, 1);
  }

  /** Block by block; making the sales is not timed. The first block warms up. */
  private Map<String, Object> blocks(FoldKind kind) throws Exception {
    InjectedSales sales = new InjectedSales(sizes(days));
    StorePasses passes = new StorePasses(sales.ticks());
    int first = FoldSizes.HISTORY_DAYS * FoldSizes.STEPS_A_DAY;
    Match match = new Match();
    long nanos = 0;
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (int block = -BLOCK; block < stores; block += BLOCK) {
        List<InjectedSales.Sold> sold = new ArrayList<>();
        for (int i = 0; i < Math.min(BLOCK, stores - Math.max(0, block)); i++) {
          sold.add(sales.store(Math.max(0, block) + i));
        }
        long start = System.nanoTime();
        Match of =
            kind == FoldKind.PLAIN ? plain(sold, first, workers) : fold(sold, passes, workers);
        if (block >= 0) {
          nanos += System.nanoTime() - start;
          match.add(of);
        }
      }
    } finally {
      workers.shutdown();
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", nanos / 1e9);
    figures.put("points", sizes(days).points());
    if (kind == FoldKind.FOLD) {
      figures.put("f1", match.f1());
    }
    return figures;
  }

  private static Match plain(List<InjectedSales.Sold> sold, int first, ExecutorService workers)
      throws Exception {
    List<Future<Integer>> all = new ArrayList<>();
    for (InjectedSales.Sold store : sold) {
      all.add(
          workers.submit(
              () -> store.series().stream().mapToInt(s -> PlainFold.deviating(s, first)).sum()));
    }
    for (Future<Integer> one : all) {
      one.get();
    }
    return new Match();
  }

  private static Match fold(
      List<InjectedSales.Sold> sold, StorePasses passes, ExecutorService workers) throws Exception {
    List<Future<List<ReportDetected>>> all = new ArrayList<>();
    for (InjectedSales.Sold store : sold) {
      all.add(
          workers.submit(
              () ->
                  passes.fold(store).stream()
                      .map(DetectionResult::detected)
                      .flatMap(List::stream)
                      .toList()));
    }
    Match match = new Match();
    for (int i = 0; i < sold.size(); i++) {
      InjectedSales.Sold store = sold.get(i);
      match.count(all.get(i).get(), store.windows(), store.series().get(0).steps().to());
    }
    return match;
  }

  private Map<String, Object> run() throws IOException {
    InjectedSales sales = new InjectedSales(sizes(days));
    InputTables.Builder tables = tables();
    for (int i = 0; i < stores; i++) {
      add(tables, sales.store(i));
    }
    InputTables inputs = tables.build();
    Path folder = Folders.empty(directory);
    long start = System.nanoTime();
    try (Mrs mrs =
        Mrs.builder().logs(LogStores.directory(folder)).inputs(inputs).threads(threads).build()) {
      mrs.ticks(sales.ticks());
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", (System.nanoTime() - start) / 1e9);
    figures.put("points", sizes(days).points());
    Folders.delete(folder);
    return figures;
  }

  private Map<String, Object> streamed() throws IOException {
    InjectedSales sales = new InjectedSales(sizes(days));
    Path folder = Folders.empty(directory);
    long start;
    long reports;
    try (StreamedSales inputs =
        new StreamedSales(source(), sales, stores, Path.of(directory + ".sales"))) {
      start = System.nanoTime();
      try (Mrs mrs =
          Mrs.builder()
              .logs(LogStores.directory(folder))
              .inputs(tick -> inputs)
              .threads(threads)
              .build()) {
        mrs.ticks(sales.ticks());
        reports = mrs.reports().all().size();
      }
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", (System.nanoTime() - start) / 1e9);
    figures.put("points", sizes(days).points());
    figures.put("reports", reports);
    Folders.delete(folder);
    return figures;
  }

  /** Writing the files is not timed. Points are all rows: those of the history are read, too. */
  private Map<String, Object> csv() throws Exception {
    InjectedSales sales = new InjectedSales(sizes(days));
    Path folder = Files.createDirectories(Folders.empty(directory));
    long rows = new CsvFiles(sales, stores).write(folder);
    long start = System.nanoTime();
    InputTables inputs = CsvInputs.in(folder).read();
    StorePasses passes = new StorePasses(sales.ticks());
    List<Future<?>> all = new ArrayList<>();
    ExecutorService workers = Executors.newFixedThreadPool(threads);
    try {
      for (Store store : inputs.stores()) {
        all.add(
            workers.submit(
                () ->
                    passes.fold(
                        new InjectedSales.Sold(
                            store, inputs.sales(store.storeId(), inputs.covers()), List.of()))));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } finally {
      workers.shutdown();
    }
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", (System.nanoTime() - start) / 1e9);
    figures.put("points", rows);
    Folders.delete(folder);
    return figures;
  }

  /** Opens reports at some stores, then times ticks that go on with them. */
  private Map<String, Object> tick() throws IOException {
    InjectedSales sales = new InjectedSales(sizes(2));
    int open = Math.min(OPEN_STORES, stores);
    int first = FoldSizes.HISTORY_DAYS * FoldSizes.STEPS_A_DAY + 4 * TICKS_TO_OPEN;
    InputTables.Builder tables = tables();
    List<ContextEvent> context = new ArrayList<>();
    for (int i = 0; i < stores; i++) {
      add(tables, sales.store(i, i < open ? first : InjectedSales.NO_WINDOW));
    }
    for (int i = 0; i < open; i += InjectedSales.STORES_OF_A_REGION) {
      context.add(
          ContextEvent.builder()
              .contextId("context " + i)
              .category("weather")
              .name("storm " + i)
              .start(sales.steps().timeAt(first).minus(Duration.ofMinutes(30)))
              .source("benchmark")
              .addRegions("region " + i / InjectedSales.STORES_OF_A_REGION)
              .build());
    }
    tables.contextEvents(context).campaigns(List.of());
    Path folder = Folders.empty(directory);
    double[] seconds = new double[TICKS_TIMED];
    long reports;
    try (Mrs mrs =
        Mrs.builder()
            .logs(LogStores.directory(folder))
            .inputs(tables.build())
            .threads(threads)
            .build()) {
      int step = first - 4;
      List<Instant> ahead = new ArrayList<>();
      for (int i = 0; i < TICKS_TO_OPEN + 4; i++) {
        ahead.add(sales.steps().timeAt(step++));
      }
      mrs.ticks(ahead);
      mrs.reports();
      for (int i = 0; i < seconds.length; i++) {
        Instant tick = sales.steps().timeAt(step++);
        long start = System.nanoTime();
        mrs.tick(tick);
        mrs.reports();
        mrs.events();
        seconds[i] = (System.nanoTime() - start) / 1e9;
      }
      reports = mrs.reports().active().size();
    }
    java.util.Arrays.sort(seconds);
    Map<String, Object> figures = new LinkedHashMap<>();
    figures.put("seconds", seconds[seconds.length / 2]);
    figures.put("points", (long) stores * skus);
    figures.put("reports", reports);
    Folders.delete(folder);
    return figures;
  }

  private static InputTables.Builder tables() {
    return InputTables.builder(source());
  }

  private static SalesSource source() {
    return SalesSource.builder()
        .name("till")
        .cadence(InjectedSales.CADENCE)
        .currency("GBP")
        .build();
  }

  private static void add(InputTables.Builder tables, InjectedSales.Sold sold) {
    tables.store(sold.store());
    sold.series().forEach(tables::sales);
  }
}
