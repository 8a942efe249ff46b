package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.core.decision.PeopleHistory;

/** What ticks knew of people, asked for in any order. */
class PeopleHistoryTest {
  /** No shorter than a report lasts. */
  private static final Duration LOOK_BACK = Duration.ofHours(13);

  @Test
  void tickFromLongAgo_askedAfterTheNewest_knowsWhatItKnew() {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(9, 12);
      world.act(
          Logs.USER_EDITS,
          world.report("S1").reportId().value(),
          "approve",
          edit -> edit.cause("Heatwave").causeCategory("weather"));
      world.ticks(13, 26);
      PeopleHistory fresh = history(world);
      PeopleHistory asked = history(world);
      asked.at(OutageWorld.at(200)); // it needs nothing of what the others knew

      for (int hour : new int[] {14, 13, 15, 26, 14}) {
        assertThat(asked.at(OutageWorld.at(hour)).exclusions())
            .as("at %s", hour)
            .isEqualTo(history(world).at(OutageWorld.at(hour)).exclusions());
      }
      assertThat(fresh.at(OutageWorld.at(14)).exclusions()).containsOnlyKeys(StoreId.of("S1"));
    }
  }

  private static PeopleHistory history(OutageWorld world) {
    PeopleHistory history = new PeopleHistory(world.logs, OutageWorld.RUN, LOOK_BACK);
    for (StageRun run : world.all(Logs.STAGE_RUNS)) {
      history.remember(run);
    }
    return history;
  }
}
