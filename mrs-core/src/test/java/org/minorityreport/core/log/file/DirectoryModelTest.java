package org.minorityreport.core.log.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.TestRows;

/** Any history, with the store closed and opened in between, says what the store in memory says. */
class DirectoryModelTest {
  /** A commit, and whether the store is opened again before it. */
  record Step(List<LogSlice> slices, boolean reopen) {}

  @Property(tries = 300)
  void store_anyHistory_saysWhatItsTwinSays(
      @ForAll("histories") List<Step> history, @ForAll @IntRange(min = 1, max = 900) int segment) {
    FaultyDisk disk = new FaultyDisk();
    LogStore twin = LogStores.inMemory();
    DirectoryOptions options = Story.options(disk).segmentBytes(segment);
    DirectoryLogStore store = DirectoryLogStore.open(Shown.ROOT, options);
    DirectoryLogStore reader = Story.reading(disk);
    for (Step step : history) {
      if (step.reopen()) {
        store.close();
        store = DirectoryLogStore.open(Shown.ROOT, options);
        assertThat(store.openingReport()).isEmpty();
      }
      Commit commit = Commit.of(step.slices());
      assertThat(store.append(commit)).isEqualTo(twin.append(commit));
      assertThat(reader.head()).isEqualTo(twin.head());
      assertThat(reader.anchor()).isEqualTo(store.anchor());
      for (Log<?> log : Shown.LOGS) {
        assertThat(Shown.latest(reader, log, TestRows.MAIN, Long.MAX_VALUE))
            .isEqualTo(Shown.latest(twin, log, TestRows.MAIN, Long.MAX_VALUE));
      }
    }
    List<String> expected = Shown.everything(twin);
    assertThat(Shown.everything(store)).isEqualTo(expected);
    assertThat(Shown.everything(reader)).isEqualTo(expected);
    assertThat(Shown.everything(Story.reading(disk.afterPowerLoss()))).isEqualTo(expected);
    assertThat(store.verify()).isEmpty();
    store.close();
  }

  @Provide
  Arbitrary<List<Step>> histories() {
    Arbitrary<Log<?>> logs = Arbitraries.of(Shown.LOGS);
    Arbitrary<LogSlice> slice =
        logs.flatMap(
            log ->
                row(log)
                    .list()
                    .ofMaxSize(5)
                    .map(rows -> TestRows.slice(log, rows.toArray(LogRow[]::new))));
    return Combinators.combine(slice.list().ofMaxSize(3), Arbitraries.of(true, false))
        .as(Step::new)
        .list()
        .ofMaxSize(10);
  }

  /** Few keys and contents, so that versions and duplicates are common. */
  private static Arbitrary<LogRow> row(Log<?> log) {
    return Combinators.combine(
            Arbitraries.of(Shown.RUNS),
            Arbitraries.of(Shown.NAMES),
            Arbitraries.of('x', 'y', 'z', '-'))
        .as((RunId run, String name, Character content) -> row(log, run, name, content));
  }

  private static LogRow row(Log<?> log, RunId run, String name, char content) {
    return content == '-'
        ? TestRows.retraction(log, run, name)
        : TestRows.row(log, run, name, content);
  }
}
