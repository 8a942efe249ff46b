package org.minorityreport.core.log.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStores;

/** Every byte of a small store is changed, one at a time. */
class FlippedBytesTest {
  private static final Set<String> NO_CONTENT = Set.of(StoreFiles.LOCK, StoreFiles.HOLDER);

  private final LogStore twin = LogStores.inMemory();

  FlippedBytesTest() {
    Story.COMMITS.forEach(twin::append);
  }

  @ParameterizedTest(name = "mask {0}")
  @ValueSource(ints = {0x01, 0xFF})
  void everyByte_changed_isNamedAndNeverRead(int mask) {
    Map<Path, byte[]> sound = Story.told().files();
    int changed = 0;
    for (Path file : sound.keySet()) {
      if (NO_CONTENT.contains(file.getFileName().toString())) {
        continue;
      }
      for (int i = 0; i < sound.get(file).length; i++) {
        Map<Path, byte[]> files = new TreeMap<>(sound);
        byte[] bytes = sound.get(file).clone();
        bytes[i] ^= (byte) mask;
        files.put(file, bytes);
        assertNoticed(files, file, i);
        changed++;
      }
    }
    assertThat(changed).isGreaterThan(2500);
  }

  private void assertNoticed(Map<Path, byte[]> files, Path file, int at) {
    FaultyDisk disk = FaultyDisk.of(files);
    String where = file + " byte " + at;
    if (file.endsWith(StoreFiles.FORMAT)) {
      assertThatThrownBy(() -> Story.reading(disk))
          .as(where)
          .isInstanceOf(LogStoreException.class)
          .hasMessageContaining("format: found");
      return;
    }
    try (DirectoryLogStore store = Story.reading(disk)) {
      List<Finding> faults = store.verify();
      assertThat(faults).as(where).isNotEmpty();
      Finding fault = faults.get(0);
      assertThat(fault.file()).as(where).isEqualTo(file.getFileName().toString());
      assertThat(fault.position()).as(where).isPresent();
      assertThat(fault.offset().orElseThrow()).as(where).isLessThanOrEqualTo(at);
      assertThat(store.head().value()).as(where).isEqualTo(Story.COMMITS.size());
      assertReads(store, where, fault.position().orElseThrow().value());
    }
    assertThatThrownBy(() -> Story.open(disk))
        .as(where)
        .isInstanceOf(LogStoreException.class)
        .hasMessageContaining("is damaged, so it is not opened for writing");
    Map<Path, byte[]> after = disk.files();
    after.keySet().removeIf(p -> NO_CONTENT.contains(p.getFileName().toString()));
    after.forEach((path, bytes) -> assertThat(bytes).as(where).isEqualTo(files.get(path)));
  }

  /** Only what the damaged commit brought cannot be read. */
  private void assertReads(LogStore store, String where, long damaged) {
    Set<Long> unreadable = new TreeSet<>();
    for (Log<?> log : Shown.LOGS) {
      for (RunId run : Shown.RUNS) {
        for (long to = 1; to <= Story.COMMITS.size(); to++) {
          long at = to;
          if (!rightOrRefused(s -> Shown.rows(s, log, run, at - 1, at), store, where)) {
            unreadable.add(at);
          }
          boolean latest = rightOrRefused(s -> Shown.latest(s, log, run, at), store, where);
          assertThat(latest || at >= damaged).as(where + " latest as of " + at).isTrue();
          boolean count =
              rightOrRefused(s -> s.count(log, run, CommitPosition.of(at)), store, where);
          assertThat(count || at >= damaged).as(where + " count as of " + at).isTrue();
        }
      }
    }
    assertThat(unreadable).as(where).containsExactly(damaged);
  }

  private boolean rightOrRefused(
      Function<LogStore, Object> question, LogStore store, String where) {
    Object expected = question.apply(twin);
    Object answer;
    try {
      answer = question.apply(store);
    } catch (LogStoreException e) {
      assertThat(e).as(where).hasMessageContaining("position");
      return false;
    }
    assertThat(answer).as(where).isEqualTo(expected);
    return true;
  }
}
