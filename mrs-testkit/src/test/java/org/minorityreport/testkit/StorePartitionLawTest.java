package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;

/** Stages before cohorting are folds by store: which stores are run together tells nothing. */
class StorePartitionLawTest {
  private static final List<Instant> TICKS = CorrectedWorld.TICKS;
  private static final List<Log<?>> BY_STORE =
      List.of(
          Logs.BASELINE_PREDICTIONS,
          Logs.CLASSIFIER_PREDICTIONS,
          Logs.REPORTS_DETECTED,
          Logs.REPORTS_ENDED,
          Logs.REPORTS_CLUSTERED,
          Logs.CLUSTER_PREDICTIONS,
          Logs.REPORTS_ATTRIBUTED,
          Logs.ATTRIBUTION_PREDICTIONS);

  /**
   * Catches what one store takes from another: expectations of the whole chain, candidates that are
   * left out by what all reports together span, randomness drawn in the order of stores.
   *
   * @param mask a bit per store: which of the two pipelines has it
   */
  @Property(tries = 4, shrinking = ShrinkingMode.OFF)
  void stores_dividedAmongTwoPipelines_haveTheSameRows(
      @ForAll @IntRange(min = 1, max = 30) int mask) {
    InputTables all = CorrectedWorld.at(0, List.of());
    LogStore whole = run(all);
    LogStore one = run(some(all, mask));
    LogStore other = run(some(all, ~mask));

    for (Log<?> log : BY_STORE) {
      SortedMap<String, String> parts = new TreeMap<>(CorrectedWorld.standing(one, log));
      parts.putAll(CorrectedWorld.standing(other, log));
      assertThat(parts).as(log.wireName()).isNotEmpty();
      assertThat(parts).as(log.wireName()).isEqualTo(CorrectedWorld.standing(whole, log));
    }
  }

  private static InputTables some(InputTables all, int mask) {
    InputTables.Builder tables = InputTables.builder(all.source());
    List<Store> stores = all.stores();
    for (int i = 0; i < stores.size(); i++) {
      if ((mask >> i & 1) == 1) {
        Store store = stores.get(i);
        tables.store(store);
        all.sales(store.storeId(), all.covers()).forEach(tables::sales);
      }
    }
    all.campaigns().ifPresent(tables::campaigns);
    all.contextEvents().ifPresent(tables::contextEvents);
    return tables.build();
  }

  private static LogStore run(InputTables tables) {
    LogStore store = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(store, tables, 1)) {
      TICKS.forEach(mrs::tick);
    }
    return store;
  }
}
