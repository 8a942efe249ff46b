package org.minorityreport.examples.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.health.Health;
import org.minorityreport.api.health.HealthSettings;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.health.HealthReader;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

class HealthMetersTest {
  private static final RunId RUN = RunId.of("main");
  private static final Instant TICK = Instant.parse("2025-08-07T09:00:00Z");

  private final LogStore store = LogStores.inMemory(() -> TICK);
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final HealthMeters meters = new HealthMeters("main");

  private Health health() {
    return new HealthReader(store, RUN, HealthSettings.builder().build()).at(AsOf.now(), TICK);
  }

  private double gauge(String name) {
    return Optional.ofNullable(registry.find("mrs.health." + name).tag("run", "main").gauge())
        .orElseThrow()
        .value();
  }

  @Test
  void readings_areGaugesThatFollow() {
    meters.bindTo(registry);
    meters.update(health());
    assertThat(gauge("good")).isZero();
    assertThat(registry.find("mrs.health.ticks_behind").gauge()).isNull();

    StageRun row =
        StageRun.builder()
            .runId(RUN)
            .writtenAt(TICK)
            .stage("detection")
            .outcome(StageOutcome.OK)
            .rowsIn(1)
            .rowsOut(1)
            .rowsError(0)
            .configId("CF-1")
            .build();
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.STAGE_RUNS, Writer.RUNNER, List.of(LogCodec.row(Logs.STAGE_RUNS, row))))));
    meters.update(health());

    assertThat(gauge("good")).isEqualTo(1);
    assertThat(gauge("burn_rate.freshness")).isZero();
    assertThat(gauge("minutes_since_commit")).isZero();
  }
}
