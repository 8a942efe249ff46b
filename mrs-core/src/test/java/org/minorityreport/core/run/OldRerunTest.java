package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.stage.DetectionSettings;
import org.minorityreport.api.stage.SeriesCarry;
import org.minorityreport.api.stage.Settings;
import org.minorityreport.api.stage.StructuralChange;
import org.minorityreport.core.decision.PeopleHistory;

/** Ticks that are run again from longer ago than the newest tick looks back. */
class OldRerunTest {
  private static final StoreId S1 = StoreId.of("S1");

  /** Beyond every look-back of the tick that runs then. */
  private static final int MUCH_LATER = 24 * 70;

  private OutageWorld world = new OutageWorld();

  @AfterEach
  void close() {
    world.close();
  }

  @Test
  void supersededReportRaisedAgain_isSupersededNoMore() {
    world.ticks(9, 13);
    world.correct("S1", OutageWorld.at(99));
    world.ticks(14, 15);
    assertThat(world.report("S1").reportStatus()).isEqualTo("superseded");
    assertThat(superseded()).hasSize(1);
    world.ticks(MUCH_LATER, MUCH_LATER + 1);
    world.restart();
    world.correct("S1", OutageWorld.at(10));
    world.ticks(MUCH_LATER + 2, MUCH_LATER + 2);

    world.rerun(9);

    assertThat(world.report("S1").reportStatus()).isEqualTo("cohorted");
    assertThat(superseded()).isEmpty();
  }

  /** The standing rows that say that a report is superseded. */
  private List<String> superseded() {
    SortedMap<String, String> newest = new TreeMap<>();
    world.logs.read(
        Logs.REPORTS_ENDED,
        OutageWorld.RUN,
        CommitPosition.START,
        world.logs.head(),
        row -> newest.put(row.key(), row.text()));
    return newest.values().stream().filter(row -> row.contains("data_correction")).toList();
  }

  @Test
  void structuralChangeOfLongAgo_isKnownToTheTicksAfterIt() {
    Duration bound = Duration.ofHours(4);
    world.close();
    world =
        new OutageWorld(
            Settings.builder()
                .detection(DetectionSettings.builder().maxEventDuration(bound).build())
                .build());
    world.ticks(9, 16);
    assertThat(world.all(Logs.REPORTS_ENDED))
        .extracting(ReportEnded::endReason)
        .contains(EndReason.STRUCTURAL_CHANGE);
    world.ticks(MUCH_LATER, MUCH_LATER + 1);
    LookBack lookBack =
        new LookBack(
            Duration.ofDays(2),
            Duration.ofHours(2),
            DetectionSettings.builder().maxEventDuration(bound).build(),
            Cadence.of(Duration.ofHours(1)));
    Sources sources = new Sources(OutageWorld.RUN, world.inputs, Retrying.sources(Retries.NONE));
    PeopleHistory people = new PeopleHistory(world.logs, OutageWorld.RUN, Duration.ofDays(3));
    TickIndex ticks =
        TickIndex.of(
            world.logs,
            OutageWorld.RUN,
            sources,
            people,
            ModelService.always(world.setup().models()));
    LoggedContext context = new LoggedContext(world.logs, OutageWorld.RUN, ticks, false);
    DataView view = new DataView(world.inputs.at(OutageWorld.at(MUCH_LATER)), context);
    LoggedChanges changes = new LoggedChanges(world.logs, OutageWorld.RUN, ticks, lookBack);

    Optional<Instant> newest = change(changes, MUCH_LATER + 1, view);
    Optional<Instant> old = change(changes, 16, view);

    assertThat(newest).isEmpty();
    assertThat(old).contains(OutageWorld.at(10));
  }

  private static Optional<Instant> change(LoggedChanges changes, int hour, DataView view) {
    SeriesCarry carry = changes.seed(S1, OutageWorld.at(hour), view).series().get(Sku.of("cola"));
    return Optional.ofNullable(carry)
        .flatMap(SeriesCarry::structuralChange)
        .map(StructuralChange::onset);
  }
}
