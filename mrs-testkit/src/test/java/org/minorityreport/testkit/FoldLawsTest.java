package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/** However ticks are run, a run says the same (spec 2.3, 4.4). */
class FoldLawsTest {
  private static final List<Instant> TICKS = SmallWorld.ticks();

  private static SortedMap<String, String> plain;

  /** The carry is kept from tick to tick. */
  private static SortedMap<String, String> plain() {
    if (plain == null) {
      plain = LogDigests.of(SmallWorld.run(new SmallWorld().tables(), 2), SmallWorld.RUN);
    }
    return plain;
  }

  @BeforeAll
  static void run() {
    plain();
  }

  /** Every cache is deleted between ticks: a new system goes on from the logs each time. */
  @Test
  void everyTick_byANewSystem_writesTheSame() {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    for (Instant tick : TICKS) {
      try (Mrs mrs = SmallWorld.open(store, new SmallWorld().tables(), 1)) {
        mrs.tick(tick);
      }
    }

    LogStore kept = SmallWorld.run(new SmallWorld().tables(), 2);
    assertThat(stages(store)).isSubsetOf(stages(kept));
    assertThat(LogDigests.of(store, SmallWorld.RUN)).isEqualTo(plain());
  }

  private static List<String> stages(LogStore store) {
    List<String> rows = new ArrayList<>();
    store.read(
        Logs.STAGE_RUNS,
        SmallWorld.RUN,
        CommitPosition.START,
        store.head(),
        row -> rows.add(row.text()));
    return rows;
  }

  /** Each series is folded over many ticks in one pass, the later stages go tick by tick. */
  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void backFill_fromAnyTickOn_writesTheSame(@ForAll @IntRange(min = 0, max = 40) int first) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, new SmallWorld().tables(), 2)) {
      TICKS.subList(0, first).forEach(mrs::tick);
      assertThat(mrs.ticks(TICKS.subList(first, TICKS.size() - 2)))
          .hasSize(TICKS.size() - 2 - first);
      TICKS.subList(TICKS.size() - 2, TICKS.size()).forEach(mrs::tick);
    }

    assertThat(LogDigests.of(store, SmallWorld.RUN)).isEqualTo(plain());
  }

  /** Which stores are folded together, and in which order they came, tells nothing. */
  @Test
  void inputs_inAnotherOrder_writeTheSame() {
    LogStore store = SmallWorld.run(new SmallWorld().reordered().tables(), 3);

    assertThat(LogDigests.of(store, SmallWorld.RUN)).isEqualTo(plain());
  }
}
