package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** Whatever is in the cache, no answer changes. */
class DirectoryCacheTest {
  private static final Path CACHE = DirectoryStory.ROOT.resolve("cache");

  private final Map<Path, byte[]> files = told(0, Story.LENGTH);

  /** Some commits, told in one go after some others. */
  private static Map<Path, byte[]> told(int closedAfter, int commits) {
    FaultyDisk disk = new FaultyDisk();
    tell(disk, 0, closedAfter);
    tell(disk, closedAfter, commits);
    return disk.files();
  }

  private static void tell(FaultyDisk disk, int from, int to) {
    try (DirectoryLogStore store = writing(disk)) {
      Story.COMMITS.subList(from, to).forEach(store::append);
    }
  }

  private static DirectoryLogStore writing(FaultyDisk disk) {
    return DirectoryLogStore.open(DirectoryStory.ROOT, DirectoryStory.cachedOptions(disk));
  }

  private static DirectoryLogStore reading(FaultyDisk disk) {
    return DirectoryLogStore.openForReading(
        DirectoryStory.ROOT, DirectoryStory.cachedOptions(disk));
  }

  /** What is asked of every store here: it says all, and a retelling is all duplicates. */
  private static void assertSaysAll(Map<Path, byte[]> files, int commits, String when) {
    FaultyDisk disk = FaultyDisk.of(files);
    try (DirectoryLogStore reader = reading(disk)) {
      assertThat(DirectoryStory.difference(reader, commits)).as("read, %s", when).isEmpty();
    }
    try (DirectoryLogStore store = writing(disk)) {
      assertThat(store.openingReport()).as(when).isEmpty();
      assertThat(DirectoryStory.difference(store, commits)).as("written, %s", when).isEmpty();
      Story.tell(store, commits);
      assertThat(DirectoryStory.difference(store, Story.LENGTH)).as("on, %s", when).isEmpty();
    }
    try (DirectoryLogStore again = writing(disk.restarted())) {
      assertThat(DirectoryStory.difference(again, Story.LENGTH)).as("again, %s", when).isEmpty();
    }
  }

  private static Map<Path, byte[]> where(Map<Path, byte[]> files, Predicate<Path> kept) {
    Map<Path, byte[]> some = new TreeMap<>(files);
    some.keySet().removeIf(kept.negate());
    return some;
  }

  private static Map<Path, byte[]> withCacheOf(Map<Path, byte[]> files, Map<Path, byte[]> cache) {
    Map<Path, byte[]> both = where(files, path -> !path.startsWith(CACHE));
    both.putAll(where(cache, path -> path.startsWith(CACHE)));
    return both;
  }

  @Test
  void cache_ofTheStory_hasCommitsAndKeys() {
    assertThat(where(files, path -> path.startsWith(CACHE)).keySet())
        .extracting(path -> CACHE.relativize(path).toString())
        .contains(
            "commits",
            "minority_reports_detected_log/000001.keys",
            "minority_reports_detected_log/000004.keys",
            "minority_event_ended_log/000002.keys");
  }

  @Test
  void files_deletedOneByOneOrAll_changeNoAnswer() {
    for (Path lost : where(files, path -> path.startsWith(CACHE)).keySet()) {
      assertSaysAll(where(files, path -> !path.equals(lost)), Story.LENGTH, "without " + lost);
    }
    assertSaysAll(where(files, path -> !path.startsWith(CACHE)), Story.LENGTH, "without all");
  }

  @Test
  void everyByte_changed_changesNoAnswerAndIsFound() {
    for (Path file : where(files, path -> path.startsWith(CACHE)).keySet()) {
      for (int i = 0; i < files.get(file).length; i++) {
        Map<Path, byte[]> changed = new TreeMap<>(files);
        byte[] bytes = files.get(file).clone();
        bytes[i] ^= 1;
        changed.put(file, bytes);
        String when = file + " byte " + i;
        if (i % 7 == 0) {
          assertSaysAll(changed, Story.LENGTH, when);
        }
        try (DirectoryLogStore store = reading(FaultyDisk.of(changed))) {
          assertThat(store.verify())
              .as(when)
              .singleElement()
              .asString()
              .startsWith("cache/")
              .contains(file.getFileName().toString());
        }
      }
    }
  }

  @Test
  void files_cutAnywhere_changeNoAnswer() {
    for (Path file : where(files, path -> path.startsWith(CACHE)).keySet()) {
      for (int length = 0; length < files.get(file).length; length += 11) {
        Map<Path, byte[]> cut = new TreeMap<>(files);
        cut.put(file, Arrays.copyOf(files.get(file), length));
        assertSaysAll(cut, Story.LENGTH, file + " cut to " + length);
      }
    }
  }

  /** The journals differ in their times only, so segments and places are the same. */
  @Test
  void cacheOfAnotherStore_changesNoAnswer() {
    Map<Path, byte[]> other = new TreeMap<>();
    FaultyDisk disk = new FaultyDisk();
    try (DirectoryLogStore store =
        DirectoryLogStore.open(
            DirectoryStory.ROOT, DirectoryStory.cachedOptions(disk).clock(() -> Instant.MAX))) {
      Story.COMMITS.forEach(store::append);
    }
    other.putAll(disk.files());

    assertSaysAll(withCacheOf(files, other), Story.LENGTH, "with the cache of another");
    assertSaysAll(withCacheOf(told(0, 2), other), 2, "with the longer cache of another");
  }

  @Test
  void cacheOfAnEarlierOrLaterState_changesNoAnswer() {
    for (int commits = 0; commits <= Story.LENGTH; commits++) {
      for (int cached = 0; cached <= Story.LENGTH; cached++) {
        assertSaysAll(
            withCacheOf(told(0, commits), told(0, cached)),
            commits,
            commits + " commits with the cache of " + cached);
      }
    }
  }

  /** Both logs have slices of the same commits, so only their names tell their keys apart. */
  @Test
  void keysOfAnotherLog_changeNoAnswer() {
    FaultyDisk disk = new FaultyDisk();
    try (LogStore twin = LogStores.inMemory();
        DirectoryLogStore store = writing(disk)) {
      for (char content = 'x'; content <= 'z'; content++) {
        for (LogStore each : List.of(twin, store)) {
          each.append(
              Commit.of(
                  List.of(
                      StoreRows.slice(Logs.REPORTS_DETECTED, StoreRows.row("a", content)),
                      StoreRows.slice(
                          Logs.REPORTS_ENDED,
                          StoreRows.row(Logs.REPORTS_ENDED, StoreRows.MAIN, "b", content)))));
        }
      }
      Map<Path, byte[]> swapped = new TreeMap<>(disk.files());
      for (int part = 1; part <= 3; part++) {
        String name = "/00000" + part + ".keys";
        swapped.put(
            CACHE.resolve("minority_event_ended_log" + name),
            disk.files().get(CACHE.resolve("minority_reports_detected_log" + name)));
      }
      try (DirectoryLogStore again = writing(FaultyDisk.of(swapped))) {
        assertThat(Answers.of(again).difference(Answers.of(twin))).isEmpty();
        assertThat(again.append(StoreRows.commit(StoreRows.row("a", 'z'))).duplicates())
            .isEqualTo(1);
      }
    }
  }

  /** A commit that was taken back, and another in its place, with the caches of before. */
  @Test
  void cacheFromBeforeARepair_changesNoAnswer() {
    Map<Path, byte[]> damaged = new TreeMap<>(files);
    Path journal = DirectoryStory.ROOT.resolve("journal");
    byte[] bytes = files.get(journal).clone();
    bytes[bytes.length - 3] ^= 1;
    damaged.put(journal, bytes);
    FaultyDisk disk = FaultyDisk.of(damaged);
    DirectoryLogStore.repair(DirectoryStory.ROOT, DirectoryStory.cachedOptions(disk));
    try (LogStore twin = LogStores.inMemory();
        DirectoryLogStore store = writing(disk)) {
      Story.COMMITS.subList(0, 3).forEach(twin::append);
      assertThat(store.head()).isEqualTo(CommitPosition.of(3));
      twin.append(StoreRows.commit(StoreRows.row("other", 'x')));
      store.append(StoreRows.commit(StoreRows.row("other", 'x')));
      Answers expected = Answers.of(twin);
      assertThat(Answers.of(store).difference(expected)).isEmpty();
      FaultyDisk old = FaultyDisk.of(withCacheOf(disk.files(), files));
      try (DirectoryLogStore reader = reading(old)) {
        assertThat(Answers.of(reader).difference(expected)).isEmpty();
      }
    }
  }

  @Test
  void cacheThatCannotBeWritten_stopsNoAppend() {
    Map<Path, byte[]> blocked = where(told(0, 1), path -> !path.startsWith(CACHE));
    blocked.put(CACHE, new byte[] {1});
    FaultyDisk disk = FaultyDisk.of(blocked);

    tell(disk, 1, Story.LENGTH);

    try (DirectoryLogStore store = writing(disk.restarted())) {
      assertThat(DirectoryStory.difference(store, Story.LENGTH)).isEmpty();
    }
  }

  /** Opening does not read what the cache tells of; reading does, and does not believe it. */
  @Test
  void damageInAnOldSegment_isFoundByReadingAndVerify() {
    Map<Path, byte[]> damaged = new TreeMap<>(files);
    Path segment = DirectoryStory.ROOT.resolve("minority_reports_detected_log/000001.jsonl");
    byte[] bytes = files.get(segment).clone();
    bytes[bytes.length / 2] ^= 1;
    damaged.put(segment, bytes);
    FaultyDisk disk = FaultyDisk.of(damaged);

    try (DirectoryLogStore store = writing(disk)) {
      assertThat(store.head()).isEqualTo(CommitPosition.of(Story.LENGTH));
      assertThatThrownBy(() -> Answers.of(store))
          .isInstanceOf(LogStoreException.class)
          .hasMessageContaining("segment 000001.jsonl, offset 0, position 1: CRC32C of");
      assertThat(store.verify()).hasSize(1);
    }
  }

  /** The last commit is read in any case, since it alone can be taken back. */
  @Test
  void damageInTheLastCommit_isRefusedAndRepaired() {
    Map<Path, byte[]> damaged = new TreeMap<>(files);
    Path segment = DirectoryStory.ROOT.resolve("minority_event_ended_log/000001.jsonl");
    byte[] bytes = files.get(segment).clone();
    bytes[bytes.length - 5] ^= 1;
    damaged.put(segment, bytes);
    FaultyDisk disk = FaultyDisk.of(damaged);

    assertThatThrownBy(() -> writing(disk))
        .isInstanceOf(LogStoreException.class)
        .hasMessageContaining("is damaged, so it is not opened for writing");
    assertThat(DirectoryLogStore.repair(DirectoryStory.ROOT, DirectoryStory.cachedOptions(disk)))
        .isNotEmpty();
    try (DirectoryLogStore store = writing(disk)) {
      assertThat(DirectoryStory.difference(store, Story.LENGTH - 1)).isEmpty();
    }
  }

  @Test
  void lostSegment_isMissedWithTheCacheToo() {
    Path segment = DirectoryStory.ROOT.resolve("minority_reports_detected_log/000001.jsonl");

    assertThatThrownBy(() -> writing(FaultyDisk.of(where(files, path -> !path.equals(segment)))))
        .isInstanceOf(LogStoreException.class)
        .hasMessageContaining("segment 000001.jsonl, offset 0, position 1: the file is missing");
  }
}
