package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** Rows that come again in the order in which they are stored, and almost. */
class DirectoryReplayTest {
  private static final Path SEGMENT =
      DirectoryStory.ROOT.resolve(Logs.REPORTS_DETECTED.wireName()).resolve("000001.jsonl");

  @Test
  void rows_inTheirOrder_areDuplicates() {
    try (LogStore store = open(new FaultyDisk())) {
      tell(store);

      assertThat(store.append(commit("1aA", "1bB", "1cC", "2aA", "2bB", "2cC", "3aA")))
          .isEqualTo(AppendResult.of(store.head(), 0, 0, 7));
      assertThat(store.head().value()).isEqualTo(3);
    }
  }

  @Test
  void row_withOtherContentInTheOrder_isANewVersion() {
    try (LogStore store = open(new FaultyDisk())) {
      tell(store);

      AppendResult longer = store.append(commit("1aA", "1bB", "1cCC", "2aA", "2bB"));
      AppendResult shorter = store.append(commit("1aA", "1bB", "1cC", "2a", "2bB"));
      AppendResult other = store.append(commit("2cC", "3aA", "3bX", "3cC"));

      assertThat(List.of(longer.newVersions(), longer.duplicates())).containsExactly(1L, 4L);
      assertThat(List.of(shorter.newVersions(), shorter.duplicates())).containsExactly(2L, 3L);
      assertThat(List.of(other.newVersions(), other.duplicates())).containsExactly(1L, 3L);
    }
  }

  @Test
  void row_thatOnlyAnOlderVersionSays_isANewVersion() {
    try (LogStore store = open(new FaultyDisk())) {
      tell(store);
      store.append(commit("1cX"));

      AppendResult again = store.append(commit("1aA", "1bB", "1cC", "2aA"));

      assertThat(List.of(again.newVersions(), again.duplicates())).containsExactly(1L, 3L);
    }
  }

  @Test
  void row_changedBeforeInTheCommit_isANewVersion() {
    try (LogStore store = open(new FaultyDisk())) {
      tell(store);

      AppendResult twice = store.append(commit("1cX", "1aA", "1bB", "1cC", "2aA"));

      assertThat(List.of(twice.newVersions(), twice.duplicates())).containsExactly(2L, 3L);
    }
  }

  @Test
  void row_ofSecondVersion_isADuplicateThoughItStatesTheFirst() {
    try (LogStore store = open(new FaultyDisk())) {
      for (String content : List.of("P", "Q", "R")) {
        store.append(commit("1a" + content, "1b" + content, "1c" + content, "1d" + content));
      }

      assertThat(store.append(commit("1aR", "1bR", "1cR", "1dR")).duplicates()).isEqualTo(4);
      assertThat(store.append(commit("1aR", "1bR", "1cQ", "1dR")).newVersions()).isEqualTo(1);
    }
  }

  @Test
  void row_whoseStoredSliceIsDamaged_isRefusedByName() {
    FaultyDisk disk = new FaultyDisk();
    try (LogStore store = open(disk)) {
      tell(store);
    }
    int bytes = disk.files().get(SEGMENT).length;
    int first = bytes / 3;
    for (int at = first; at < 2 * first; at++) {
      FaultyDisk changed = flipped(disk, at);
      try (LogStore store = open(changed)) {
        String where = "byte " + at;
        store.append(commit("1aA", "1bB", "1cC"));
        assertThatThrownBy(() -> store.append(commit("2aA", "2bB", "2cC")))
            .as(where)
            .isInstanceOf(LogStoreException.class)
            .hasMessageContaining("000001.jsonl")
            .hasMessageContaining("position 2")
            .hasMessageContaining("CRC32C");
        assertThat(store.head().value()).as(where).isEqualTo(3);
        // what is not in the damaged slice is taken all the same
        assertThat(store.append(commit("3aA", "3bB", "3cC")).duplicates()).as(where).isEqualTo(3);
        assertThat(store.append(commit("4aA", "4bB")).newRows()).as(where).isEqualTo(2);
      }
    }
  }

  @Test
  void newRows_whereADamagedSliceWasExpectedNext_areTaken() {
    FaultyDisk disk = new FaultyDisk();
    try (LogStore store = open(disk)) {
      tell(store);
    }
    try (LogStore store = open(flipped(disk, disk.files().get(SEGMENT).length / 2))) {
      store.append(commit("1aA", "1bB", "1cC"));

      assertThat(store.append(commit("4aA", "4bB", "4cC")).newRows()).isEqualTo(3);
      assertThat(store.append(commit("4aA", "4bB", "4cC")).duplicates()).isEqualTo(3);
    }
  }

  @Test
  void row_whoseStoredSliceCannotBeReadNow_isADuplicateAllTheSame() {
    FaultyDisk disk = new FaultyDisk();
    try (LogStore store = open(disk)) {
      tell(store);
      store.append(commit("1aA", "1bB"));
      disk.failAt(disk.calls() + 2); // the file is opened, and not read

      assertThat(store.append(commit("1cC", "2aA", "2bB")).duplicates()).isEqualTo(3);
      assertThat(disk.firstFailure()).contains("read");
      assertThat(store.append(commit("2cC", "3aA", "3bB", "4aA")).duplicates()).isEqualTo(3);
    }
  }

  /**
   * Repeats, changes and leaves out in any way what an earlier commit had, in any order of ticks.
   */
  @Property(tries = 300)
  void replay_ofAnyKind_saysWhatTheStoreInMemorySays(
      @ForAll long seed,
      @ForAll @IntRange(min = 1, max = 12) int heapKeys,
      @ForAll @IntRange(min = 200, max = 3000) int segment) {
    SplittableRandom chance = new SplittableRandom(seed);
    DirectoryOptions options =
        DirectoryStory.options(new FaultyDisk()).heapKeys(heapKeys).segmentBytes(segment);
    LogStore twin = LogStores.inMemory();
    DirectoryLogStore store = DirectoryLogStore.open(DirectoryStory.ROOT, options);
    List<String> told = new ArrayList<>();
    for (int step = 0; step < 12; step++) {
      if (chance.nextInt(5) == 0) {
        store.close();
        store = DirectoryLogStore.open(DirectoryStory.ROOT, options);
      }
      List<String> rows = rows(chance, told);
      Commit commit = commit(rows.toArray(String[]::new));
      assertThat(store.append(commit)).as("%s after %s", rows, told).isEqualTo(twin.append(commit));
      told.addAll(rows);
    }
    assertThat(store.verify()).isEmpty();
    store.close();
  }

  private static List<String> rows(SplittableRandom chance, List<String> told) {
    List<String> rows = new ArrayList<>();
    int from = told.isEmpty() ? 0 : chance.nextInt(told.size());
    for (int at = from; at < told.size() && chance.nextInt(12) != 0; at++) {
      String row = told.get(at);
      switch (chance.nextInt(10)) {
        case 0 -> rows.add(row + "Z"); // another content
        case 1 -> {} // left out
        case 2 -> rows.add(news(chance));
        default -> rows.add(row);
      }
    }
    for (int left = chance.nextInt(4); left > 0; left--) {
      rows.add(news(chance));
    }
    return rows;
  }

  private static String news(SplittableRandom chance) {
    return "" + (1 + chance.nextInt(5)) + (char) ('a' + chance.nextInt(8)) + "X";
  }

  private static void tell(LogStore store) {
    for (int tick = 1; tick <= 3; tick++) {
      store.append(commit(tick + "aA", tick + "bB", tick + "cC"));
    }
  }

  private static DirectoryLogStore open(FaultyDisk disk) {
    DirectoryOptions options = DirectoryOptions.defaults().disk(disk).heapKeys(4);
    return DirectoryLogStore.open(DirectoryStory.ROOT, options);
  }

  private static FaultyDisk flipped(FaultyDisk disk, int at) {
    Map<Path, byte[]> files = new TreeMap<>(disk.files());
    byte[] bytes = files.get(SEGMENT).clone();
    bytes[at] ^= 1;
    files.put(SEGMENT, bytes);
    return FaultyDisk.of(files);
  }

  /** Rows told in short: the hour, the report, what it says. */
  private static Commit commit(String... rows) {
    LogRow[] made = new LogRow[rows.length];
    for (int i = 0; i < rows.length; i++) {
      Instant tick = Instant.ofEpochSecond(3600L * Character.digit(rows[i].charAt(0), 10));
      String json =
          "{\"run_id\":\"main\",\"written_at\":\""
              + tick
              + "\",\"version\":1,\"report_id\":\""
              + rows[i].charAt(1)
              + "\",\"content\":\""
              + rows[i].substring(2)
              + "\"}";
      made[i] = LogRow.ofSound(Logs.REPORTS_DETECTED, json.getBytes(StandardCharsets.UTF_8));
    }
    return StoreRows.commit(made);
  }
}
