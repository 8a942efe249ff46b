package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.Finding;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** What a store in a directory says of a changed byte, beyond what every store must (S-80 on). */
class DirectoryDamageTest {
  private final Map<Path, byte[]> sound = DirectoryStory.told().files();

  @Test
  void everyByte_changed_isNamedAndConcernsOneCommit() {
    int changed = 0;
    for (Path file : sound.keySet()) {
      String name = file.getFileName().toString();
      if (name.equals("journal") || name.endsWith(".jsonl")) {
        for (int i = 0; i < sound.get(file).length; i++) {
          assertNamed(changed(file, i), file, i);
          changed++;
        }
      }
    }
    assertThat(changed).isGreaterThan(2500);
  }

  @Test
  void everyByteOfTheFormat_changed_isSaidToBeFoundOtherwise() {
    Path format = DirectoryStory.ROOT.resolve("format");
    for (int i = 0; i < sound.get(format).length; i++) {
      FaultyDisk disk = changed(format, i);
      assertThatThrownBy(() -> DirectoryStory.reading(disk))
          .as("byte %d", i)
          .isInstanceOf(LogStoreException.class)
          .hasMessageContaining("format: found");
    }
  }

  private FaultyDisk changed(Path file, int at) {
    Map<Path, byte[]> files = new TreeMap<>(sound);
    byte[] bytes = sound.get(file).clone();
    bytes[at] ^= 1;
    files.put(file, bytes);
    return FaultyDisk.of(files);
  }

  private static void assertNamed(FaultyDisk disk, Path file, int at) {
    String where = file + " byte " + at;
    Map<Path, byte[]> before = disk.files();
    try (DirectoryLogStore store = DirectoryStory.reading(disk)) {
      List<Finding> faults = store.verify();
      assertThat(faults).as(where).isNotEmpty();
      Finding fault = faults.get(0);
      assertThat(fault.file()).as(where).isEqualTo(file.getFileName().toString());
      assertThat(fault.offset().orElseThrow()).as(where).isLessThanOrEqualTo(at);
      assertThat(store.head().value()).as(where).isEqualTo(Story.LENGTH);
      assertThat(refused(store, where))
          .as(where)
          .containsExactly(fault.position().orElseThrow().value());
    }
    assertThatThrownBy(() -> DirectoryStory.open(disk))
        .as(where)
        .isInstanceOf(LogStoreException.class)
        .hasMessageContaining("is damaged, so it is not opened for writing");
    Map<Path, byte[]> after = disk.files();
    before.forEach(
        (path, bytes) -> {
          if (path.endsWith("journal") || path.toString().endsWith(".jsonl")) {
            assertThat(after.get(path)).as("%s, %s", where, path).isEqualTo(bytes);
          }
        });
  }

  /** The commits whose rows cannot be read; each refusal names a position. */
  private static Set<Long> refused(LogStore store, String where) {
    TreeSet<Long> refused = new TreeSet<>();
    for (Log<?> log : Answers.LOGS) {
      for (RunId run : Answers.RUNS) {
        for (long to = 1; to <= Story.LENGTH; to++) {
          try {
            Answers.rows(store, log, run, to - 1, to);
          } catch (LogStoreException e) {
            assertThat(e).as(where).hasMessageContaining("position");
            refused.add(to);
          }
        }
      }
    }
    return refused;
  }
}
