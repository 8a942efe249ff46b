package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.minorityreport.api.feed.ProtectedStep;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.TimeSpan;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.model.CallWatch;
import org.minorityreport.mock.world.Happening;
import org.minorityreport.mock.world.World;
import org.minorityreport.mock.world.narrative.NarrativeLibrary;
import org.minorityreport.mock.world.narrative.Outage;
import org.minorityreport.testkit.discovery.OfferedProviders;

/**
 * Some of the shipped library by itself, played from simulated sales over every tick into a file
 * store through the façade. Models are out while the library says so.
 */
final class PlayedScenario implements AutoCloseable {
  static final Actor MIA = Actor.of("mia", Role.MARKETER);
  static final Actor DAN = Actor.of("dan", Role.DATA_SCIENTIST);
  static final RunId RUN = RunId.of("main");
  private static final LocalDate FIRST_DAY = LocalDate.of(2025, 8, 5);

  final World world;
  final LogStore logs;
  final Mrs mrs;
  private Instant now;

  PlayedScenario(Path directory, String id, int days) {
    this(directory, Set.of(id), days);
  }

  PlayedScenario(Path directory, Set<String> ids, int days) {
    NarrativeLibrary library = only(ids);
    this.world =
        World.builder()
            .stores(60)
            .skus(3)
            .days(days)
            .firstDay(FIRST_DAY)
            .cadence(Cadence.parse("PT15M"))
            .narratives(library)
            .build();
    this.logs = LogStores.directory(directory.resolve("logs"));
    this.now = world.firstTick().minusSeconds(60);
    this.mrs =
        Mrs.builder()
            .logs(logs)
            .inputs(world.arriving())
            .classLoader(OfferedProviders.of(new RemoteMocks()))
            .model(ModelRole.ATTRIBUTION, RemoteMocks.ID, knowing(library))
            .clock(() -> now = now.plusSeconds(1))
            .watch(new Outages())
            .threads(1)
            .build();
  }

  /** The shipped library without all other happenings, faults and outages. */
  private static NarrativeLibrary only(Set<String> ids) {
    Map<String, Object> shipped =
        new TreeMap<>(CanonicalJson.fields(NarrativeLibrary.shipped().json().getBytes(UTF_8)));
    for (String kind : List.of("narratives", "feed_faults", "outages")) {
      List<?> kept =
          ((List<?>) shipped.getOrDefault(kind, List.of()))
              .stream().filter(entry -> ids.contains(((Map<?, ?>) entry).get("id"))).toList();
      shipped.put(kind, kept);
    }
    return NarrativeLibrary.parse(ids.toString(), CanonicalJson.text(shipped));
  }

  /** The look-up knows what happens in this world, and nothing else. */
  private static ModelConfig knowing(NarrativeLibrary library) {
    return ModelConfig.builder()
        .seed(0)
        .putParameters("narratives", library.json())
        .putParameters("narratives_first_day", FIRST_DAY.toString())
        .build();
  }

  /** Runs the ticks after the last one up to a moment. */
  void until(Instant end) {
    for (Instant tick : world.ticks(Duration.ofHours(1))) {
      if (tick.isAfter(now) && !tick.isAfter(end)) {
        now = tick;
        mrs.tick(tick);
      }
    }
  }

  Happening truth() {
    return world.truth().happenings().get(0);
  }

  /** {@return the stores that it truly happens at} */
  Set<StoreId> stores() {
    return new TreeSet<>(truth().stores());
  }

  /** {@return all reports; they are at its stores, and each of these has one or more} */
  List<MinorityReport> reports() {
    List<MinorityReport> reports = mrs.reports().all();
    assertThat(new TreeSet<>(reports.stream().map(MinorityReport::storeId).toList()))
        .isEqualTo(stores());
    return reports;
  }

  /** {@return the event that all of them are in} */
  MinorityEvent event() {
    List<MinorityReport> reports = reports();
    MinorityEvent event = mrs.events().get(reports.get(0).reportGroupId().orElseThrow().value());
    assertThat(event.reportIds())
        .containsExactlyInAnyOrderElementsOf(
            reports.stream().map(MinorityReport::reportId).toList());
    return event;
  }

  <R extends LogRecord> List<R> rows(Log<R> log) {
    List<R> rows = new ArrayList<>();
    logs.read(
        log,
        RUN,
        CommitPosition.START,
        logs.head(),
        row -> {
          if (!row.isRetracted()) {
            rows.add(LogCodec.read(log, row));
          }
        });
    return rows;
  }

  /** {@return the protected steps that the feed takes something from} */
  List<ProtectedStep> excluded() {
    List<ProtectedStep> steps = new ArrayList<>();
    mrs.feed()
        .sales(
            step -> {
              if (step.actualUnits().isPresent() && step.weight() < 1) {
                steps.add(step);
              }
            });
    return steps;
  }

  /** {@return when a role is out} */
  TimeSpan outage(String role) {
    for (Map.Entry<Outage, TimeSpan> outage : world.outages().entrySet()) {
      if (outage.getKey().role().equals(role)) {
        return outage.getValue();
      }
    }
    throw new IllegalArgumentException(role + " is never out");
  }

  @Override
  public void close() {
    mrs.close();
    logs.close();
  }

  /** What is out answers nothing; the shipped models are named after their roles. */
  private final class Outages implements CallWatch {
    @Override
    public <A> A call(ModelInfo model, Duration budget, Supplier<A> call) {
      world
          .outages()
          .forEach(
              (outage, span) -> {
                if (model.name().equals("mock-" + outage.role()) && span.contains(now)) {
                  throw new IllegalStateException(outage.title());
                }
              });
      return call.get();
    }
  }
}
