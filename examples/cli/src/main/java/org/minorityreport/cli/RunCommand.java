package org.minorityreport.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.examples.csv.CsvInputs;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Runs every tick over a folder of inputs. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = {
      "Runs every tick over the sales of a folder and keeps what is found in a store.",
      "Ticks begin after the first 28 days, from which is learned what is usual; of shorter sales,"
          + " at their second step. Run again, it goes on where it ended and takes up corrections."
    },
    footer = {
      "",
      "Examples:",
      "  mrs run --inputs world --store logs",
      "  mrs run --inputs world --store logs --run-id second --from 2025-08-06T00:00:00Z",
      "  mrs run --inputs world --store logs --run-id second --parent main",
      "  mrs run --inputs world --store logs --dry-run",
      ExitCodes.TEXT
    })
final class RunCommand extends OfStore {
  private static final String SUPERSEDED = "superseded";
  private static final Duration WARM_UP = Duration.ofDays(28);
  private static final int AT_ONCE = 24;
  private static final long LONGEST_END = 60;

  @Mixin private final ModelOptions models = new ModelOptions();

  @Option(names = "--from", paramLabel = "TIME", description = "First tick of a new run.")
  private @Nullable Instant from;

  @Option(names = "--to", paramLabel = "TIME", description = "Last tick.")
  private @Nullable Instant to;

  @Option(
      names = "--parent",
      paramLabel = "ID",
      description = "Begins a new run with what people decided and recorded in this one.")
  private @Nullable String parent;

  @Option(
      names = "--parent-as-of",
      paramLabel = "POSITION|TAG",
      description = "Up to where that is read; now unless said.")
  private @Nullable String parentAsOf;

  @Option(names = "--dry-run", description = "Only tells what it would add and change.")
  private boolean dryRun;

  @Option(
      names = "--at",
      paramLabel = "TIME",
      description =
          "What the clock says, for a run to be made again byte by byte; now unless said.")
  private @Nullable Instant at;

  private final AtomicBoolean stop = new AtomicBoolean();

  RunCommand() {}

  @Override
  public Integer call() throws IOException {
    InputTables inputs = CsvInputs.in(store.inputs()).read();
    return dryRun ? tryOut(inputs) : runStoppable(inputs);
  }

  /** Ends after a commit, with the store closed, when it is interrupted. */
  private int runStoppable(InputTables inputs) {
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook = new Thread(() -> await(ended), "mrs-stop");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      int ticks = run(inputs, store.store());
      try (Session session = store.reading()) {
        summary(session, inputs, ticks);
      }
    } finally {
      ended.countDown();
    }
    if (!stop.get()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
    return ExitCodes.DONE;
  }

  private void await(CountDownLatch ended) {
    stop.set(true);
    try {
      if (!ended.await(LONGEST_END, TimeUnit.SECONDS)) {
        store.progress("the tick at hand is left; the store is whole without it");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private int run(InputTables inputs, Path folder) {
    try (Session session = store.over(LogStores.directory(folder), inputs, choice())) {
      List<Instant> ticks = ticks(inputs, newest(session));
      int done = 0;
      while (done < ticks.size() && !stop.get()) {
        // The first may have been run before, so that what it lacks of a second commit is added.
        List<Instant> some =
            ticks.subList(done, Math.min(ticks.size(), done == 0 ? 1 : done + AT_ONCE));
        if (done == 0) {
          session.mrs().tick(some.get(0));
        } else {
          session.mrs().ticks(some);
        }
        done += some.size();
        store.progress("tick " + done + " of " + ticks.size() + ": " + some.get(some.size() - 1));
      }
      session.mrs().finalise();
      return done;
    }
  }

  private void summary(Session session, InputTables inputs, int ticks) {
    int reports = session.mrs().reports().all().size();
    int events = session.mrs().events().all().size();
    TreeMap<String, Object> figures = new TreeMap<>();
    figures.put("run_id", session.mrs().run().value());
    figures.put("ticks", ticks);
    figures.put("reports", reports);
    figures.put("events", events);
    figures.put("rows_read", inputs.rowsRead());
    figures.put("rows_refused", inputs.refused().size());
    session
        .mrs()
        .audit()
        .inheritance()
        .ifPresent(
            inherited -> {
              figures.put("inherited_acts", inherited.acts());
              figures.put("inherited_acts_without_target", inherited.withoutTarget().size());
            });
    if (store.json()) {
      store.json(figures);
    } else {
      figures.forEach((name, value) -> store.line(name + " " + value));
    }
  }

  private Consumer<Mrs.Builder> choice() {
    Consumer<Mrs.Builder> choice = models.choice();
    Instant fixed = at;
    if (fixed != null) {
      choice = choice.andThen(builder -> builder.clock(InstantSource.fixed(fixed)));
    }
    String from = parent;
    if (from != null) {
      AsOf asOf = parentAsOf == null ? AsOf.now() : AsOfOption.parse(parentAsOf);
      choice = choice.andThen(builder -> builder.parent(from, asOf));
    }
    return choice;
  }

  private static @Nullable Instant newest(Session session) {
    Instant[] newest = {Instant.MIN};
    LogStore logs = session.logs();
    logs.read(
        Logs.STAGE_RUNS,
        session.mrs().run(),
        CommitPosition.START,
        logs.head(),
        row -> newest[0] = newest[0].isAfter(row.writtenAt()) ? newest[0] : row.writtenAt());
    return newest[0].equals(Instant.MIN) ? null : newest[0];
  }

  private List<Instant> ticks(InputTables inputs, @Nullable Instant newest) {
    Cadence cadence = inputs.source().cadence();
    Instant start = inputs.covers().from();
    Instant end = inputs.covers().to();
    Instant warm = start.plus(WARM_UP);
    Instant first = warm.isBefore(end) ? warm : cadence.plus(start, 1);
    if (newest != null) {
      first = newest;
    } else if (from != null) {
      first = from;
    }
    List<Instant> ticks = new ArrayList<>();
    for (Instant tick = first;
        !tick.isAfter(end) && (to == null || !tick.isAfter(to));
        tick = cadence.plus(tick, 1)) {
      ticks.add(tick);
    }
    if (ticks.isEmpty()) {
      throw new Failure(ExitCodes.FAILED, "no tick lies from " + first + " to " + end);
    }
    return ticks;
  }

  /** Runs over a copy of the store and tells what differs afterwards. */
  private int tryOut(InputTables inputs) throws IOException {
    Path copy = Files.createTempDirectory("mrs-dry-run");
    try {
      TreeMap<String, String> before = new TreeMap<>();
      TreeMap<String, Long> rowsBefore = new TreeMap<>();
      if (Files.isDirectory(store.store())) {
        Folders.copy(store.store(), copy);
        try (Session session = store.reading(models.choice())) {
          look(session, before, rowsBefore);
        }
      }
      int ticks = run(inputs, copy);
      TreeMap<String, String> after = new TreeMap<>();
      TreeMap<String, Long> rowsAfter = new TreeMap<>();
      DirectoryLogStore tried = LogStores.directoryForReading(copy);
      try (Session session = store.over(tried, inputs, models.choice())) {
        look(session, after, rowsAfter);
      }
      store.progress("would run " + ticks + " ticks; nothing is written");
      rowsAfter.forEach(
          (log, rows) -> difference(log, "rows", rows - rowsBefore.getOrDefault(log, 0L)));
      after.forEach(
          (id, shown) -> {
            String old = before.get(id);
            if (!shown.equals(old)) {
              boolean gone = shown.startsWith(SUPERSEDED);
              difference(id, gone ? SUPERSEDED : old == null ? "new" : "changed", 1);
            }
          });
      return ExitCodes.DONE;
    } finally {
      Folders.delete(copy);
    }
  }

  private void difference(String what, String how, long count) {
    if (count != 0) {
      TreeMap<String, Object> row = new TreeMap<>(Map.of("what", what, "how", how, "count", count));
      show(row, what + " " + how + " " + count);
    }
  }

  /** What would be seen of reports and events, and how many rows each log has. */
  private static void look(Session session, Map<String, String> seen, Map<String, Long> rows) {
    for (MinorityReport report : session.mrs().reports().all()) {
      seen.put(
          report.reportId().value(),
          report.reportStatus() + CanonicalJson.text(report.members()) + report.proposedCause());
    }
    for (MinorityEvent event : session.mrs().events().all()) {
      seen.put(
          event.eventId().value(),
          event.eventStatus() + CanonicalJson.text(event.reportIds()) + event.proposedCause());
    }
    for (Log<?> log : Logs.all()) {
      rows.put(
          log.wireName(), session.logs().count(log, session.mrs().run(), session.logs().head()));
    }
  }
}
