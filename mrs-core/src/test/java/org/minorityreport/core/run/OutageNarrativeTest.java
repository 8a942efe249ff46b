package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.model.ChosenModel;
import org.minorityreport.mock.MockModels;
import org.minorityreport.mock.world.World;

/**
 * The outage of spec 1.6 in the simulated world: clustering, attribution or cohorting is down for
 * some ticks of an eventful time; nothing stops, everything affected is marked, and it heals.
 */
class OutageNarrativeTest {
  private static final World WORLD =
      World.builder().stores(12).skus(1).days(6).cadence(Cadence.parse("PT1H")).build();
  private static final List<Instant> TICKS = WORLD.ticks(Duration.ofHours(2));
  private static SortedMap<ReportId, MinorityReport> healthy = new TreeMap<>();
  private static int first;

  /** A healthy run, to hold the others against; the outages begin where the most is going on. */
  @BeforeAll
  static void run() {
    try (Run run = new Run("nothing")) {
      TICKS.forEach(run::tick);
      healthy = run.reports();
      int most = 0;
      for (int i = 0; i < TICKS.size() - 15; i++) {
        int detected = run.detectedAt(TICKS.get(i)).size();
        first = detected > most ? i : first;
        most = Math.max(most, detected);
      }
    }
    assertThat(healthy).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @CsvSource({
    "clustering, MRCL_down, 3",
    "attribution, MRPAL_down, 3",
    "cohorting, MRCH_down, 3",
    "clustering, MRCL_down, 12",
    "attribution, MRPAL_down, 12"
  })
  void stageIsDownForSomeTicks_affectedReportsAreMarkedAndHealAtTheFirstGoodTick(
      String stage, String code, int length) {
    Set<ReportId> affected = new HashSet<>();
    try (Run run = new Run(stage)) {
      for (int i = 0; i < TICKS.size(); i++) {
        run.down = i >= first && i < first + length;
        run.tick(TICKS.get(i));
        if (run.down) {
          affected.addAll(run.detectedAt(TICKS.get(i)));
          SortedMap<ReportId, MinorityReport> now = run.reports();
          assertThat(affected)
              .allSatisfy(
                  id -> {
                    MinorityReport report = now.get(id);
                    assertThat(report.degradedReasons()).contains(code);
                    assertThat(report.reportStatus()).contains("_degraded_");
                  });
          now.keySet().removeAll(affected);
          assertThat(now.values()).allMatch(report -> !report.isDegraded());
        } else if (i == first + length) {
          assertThat(run.reports().values()).allMatch(report -> !report.isDegraded());
        }
      }
      assertThat(affected).as("the outage hit something").hasSizeGreaterThan(1);
      SortedMap<ReportId, MinorityReport> end = run.reports();
      assertThat(end.keySet()).isEqualTo(healthy.keySet());
      healthy.forEach((id, wanted) -> saysTheSame(end.get(id), wanted));
    }
  }

  /** Only the event may have another id: it may have been written later, by another anchor. */
  private static void saysTheSame(MinorityReport report, MinorityReport expected) {
    assertThat(report.windowEnd()).isEqualTo(expected.windowEnd());
    assertThat(report.endReason()).isEqualTo(expected.endReason());
    assertThat(report.attributedSalesTotal()).isEqualTo(expected.attributedSalesTotal());
    assertThat(report.severityScore()).isEqualTo(expected.severityScore());
    assertThat(report.clusterId()).isEqualTo(expected.clusterId());
    assertThat(report.proposedCause()).isEqualTo(expected.proposedCause());
    assertThat(report.reportGroupId()).isPresent();
    assertThat(report.isDegraded()).isFalse();
  }

  private static final class Run implements AutoCloseable {
    private final LogStore logs = LogStores.inMemory(OutageWorld.CLOCK);
    private final Runner runner;
    private boolean down;

    Run(String stage) {
      List<ChosenModel> chosen = new ArrayList<>();
      ModelConfig config = ModelConfig.builder().seed(0).build();
      for (ModelRole role : ModelRole.values()) {
        chosen.add(
            new ChosenModel(role, "mock", new MockModels().create(role, config), "the mock"));
      }
      RunSetup setup =
          new RunSetup(
              OutageWorld.RUN,
              "test",
              WORLD.inputs(),
              logs,
              Settings.builder().build(),
              chosen,
              Map.of(),
              OutageWorld.CLOCK,
              2,
              Retries.NONE);
      Stages own = Stages.OWN;
      this.runner =
          new Runner(
              setup,
              new Stages(
                  own.detection(),
                  (task, models) -> {
                    check(stage.equals("clustering"));
                    return own.clustering().cluster(task, models);
                  },
                  (task, models) -> {
                    check(stage.equals("attribution"));
                    return own.attribution().attribute(task, models);
                  },
                  (task, models) -> {
                    check(stage.equals("cohorting"));
                    return own.cohorting().join(task, models);
                  }),
              List.of());
    }

    private void check(boolean mine) {
      if (down && mine) {
        throw new IllegalStateException("out of service");
      }
    }

    void tick(Instant tick) {
      runner.tick(tick);
    }

    SortedMap<ReportId, MinorityReport> reports() {
      SortedMap<ReportId, MinorityReport> reports = new TreeMap<>();
      Hydration.hydrate(logs, OutageWorld.RUN, AsOf.now())
          .reports()
          .all()
          .forEach(report -> reports.put(report.reportId(), report));
      return reports;
    }

    List<ReportId> detectedAt(Instant tick) {
      List<ReportId> ids = new ArrayList<>();
      logs.read(
          Logs.REPORTS_DETECTED,
          OutageWorld.RUN,
          CommitPosition.START,
          logs.head(),
          row -> {
            if (row.writtenAt().equals(tick)) {
              ids.add(LogCodec.read(Logs.REPORTS_DETECTED, row).reportId());
            }
          });
      return ids;
    }

    @Override
    public void close() {
      runner.close();
      logs.close();
    }
  }
}
