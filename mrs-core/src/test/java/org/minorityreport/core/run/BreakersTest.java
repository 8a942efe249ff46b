package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelWay;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;

/** The breaker of spec 5.5: three failed ticks in a row, ten ticks of rest, then one try. */
class BreakersTest {
  private static final Instant FIRST = Instant.parse("2025-08-05T00:00:00Z");
  private static final Breakers.Slot SLOT =
      Breakers.Slot.of(ModelRole.CLUSTER, ModelWay.PRIMARY, "acme@1");

  private Breakers breakers;

  @BeforeEach
  void setUp() {
    breakers = new Breakers(Map.of(SLOT, new Breakers.Rule(3, 10)));
  }

  @Test
  void resting_threeFailedTicksInARow_forTenTicksThenTriedAgain() {
    notes(calls(0, 4), calls(1, 1), calls(0, 1));
    assertThat(rests(2)).isFalse();
    for (int tick = 3; tick <= 12; tick++) {
      assertThat(rests(tick)).describedAs("tick %s", tick).isTrue();
      note(tick);
    }
    assertThat(rests(13)).isFalse();
  }

  /** Less than half is no failed tick; so it breaks the row. */
  @Test
  void resting_tickOfWhichMostCallsWentWell_endsTheRow() {
    notes(calls(0, 4), calls(0, 4), calls(3, 2), calls(0, 4), calls(0, 4));

    assertThat(rests(5)).isFalse();
  }

  @Test
  void resting_tickWithoutCalls_saysNothing() {
    notes(calls(0, 4), null, calls(0, 4), null, calls(0, 4));

    assertThat(rests(5)).isTrue();
  }

  @Test
  void resting_tryThatFails_restsAgainAtOnce() {
    notes(calls(0, 4), calls(0, 4), calls(0, 4));
    for (int tick = 3; tick < 13; tick++) {
      note(tick);
    }
    note(13); // nothing to ask at the first tick after the rest
    note(14, calls(0, 1));

    assertThat(rests(14)).isFalse();
    assertThat(rests(15)).isTrue();
  }

  @Test
  void resting_tryThatGoesWell_needsThreeFailuresAgain() {
    notes(calls(0, 4), calls(0, 4), calls(0, 4));
    for (int tick = 3; tick < 13; tick++) {
      note(tick);
    }
    note(13, calls(1, 0));
    note(14, calls(0, 1));
    note(15, calls(0, 1));

    assertThat(rests(16)).isFalse();
  }

  /** What a healed tick says later counts, also for questions about ticks asked before. */
  @Test
  void resting_tickThatWasHealed_isAskedAfresh() {
    notes(calls(0, 4), calls(0, 4), calls(0, 4));
    assertThat(rests(3)).isTrue();

    note(1, calls(4, 0));

    assertThat(rests(3)).isFalse();
  }

  @Test
  void resting_orderOfTheNotes_isWithoutInfluence() {
    Breakers other = new Breakers(Map.of(SLOT, new Breakers.Rule(3, 10)));
    List<StageRun> rows = new ArrayList<>();
    for (int tick = 0; tick < 40; tick++) {
      rows.add(tick % 7 == 5 ? run(tick) : run(tick, calls(tick % 3, tick % 5 == 4 ? 0 : 3)));
    }
    rows.forEach(breakers::note);
    for (int i = rows.size() - 1; i >= 0; i--) {
      other.note(rows.get(i));
      other.resting(ModelRole.CLUSTER, at(20));
    }

    for (int tick = 40; tick >= 0; tick--) {
      assertThat(other.resting(ModelRole.CLUSTER, at(tick)))
          .describedAs("tick %s", tick)
          .isEqualTo(breakers.resting(ModelRole.CLUSTER, at(tick)));
    }
  }

  @Test
  void isCalm_oneFailedTick_isNot() {
    notes(calls(4, 0));
    assertThat(breakers.isCalm(List.of(ModelRole.CLUSTER))).isTrue();
    note(1, calls(0, 4));
    assertThat(breakers.isCalm(List.of(ModelRole.CLUSTER))).isFalse();
    assertThat(breakers.isCalm(List.of(ModelRole.BASELINE))).isTrue();
  }

  private void notes(ModelCalls... calls) {
    for (int tick = 0; tick < calls.length; tick++) {
      if (calls[tick] == null) {
        note(tick);
      } else {
        note(tick, calls[tick]);
      }
    }
  }

  private void note(int tick, ModelCalls... calls) {
    breakers.note(run(tick, calls));
  }

  private boolean rests(int tick) {
    return breakers.resting(ModelRole.CLUSTER, at(tick)).contains(ModelWay.PRIMARY);
  }

  private static Instant at(int tick) {
    return FIRST.plus(Duration.ofHours(tick));
  }

  private static ModelCalls calls(int ok, int failed) {
    return ModelCalls.builder()
        .role("cluster")
        .modelName("acme")
        .modelVersion("1")
        .route("primary")
        .ok(ok)
        .failed(failed)
        .build();
  }

  private static StageRun run(int tick, ModelCalls... calls) {
    StageRun.Builder row = StageRun.builder();
    row.runId(RunId.of("main")).writtenAt(at(tick));
    return row.stage("clustering")
        .outcome(StageOutcome.OK)
        .rowsIn(0)
        .rowsOut(0)
        .rowsError(0)
        .modelVersions(new TreeMap<>())
        .editsSeen(new TreeMap<>())
        .addCalls(calls)
        .configId("CF-1")
        .inputDigests(new TreeMap<>())
        .build();
  }
}
