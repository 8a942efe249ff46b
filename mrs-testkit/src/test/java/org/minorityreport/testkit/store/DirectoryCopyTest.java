package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** What a copy holds beyond its last whole commit is moved aside and reported (see also S-84). */
class DirectoryCopyTest {
  private final Map<Path, byte[]> whole = DirectoryStory.told().files();

  /** One file was copied earlier than all others. */
  @Test
  void fileThatIsShorter_losesNoOtherByte() {
    for (Path file : whole.keySet()) {
      String name = file.getFileName().toString();
      if (name.equals("journal") || name.endsWith(".jsonl")) {
        for (int length = 0; length < whole.get(file).length; length += 7) {
          assertNothingLost(file, length);
        }
      }
    }
  }

  private void assertNothingLost(Path file, int length) {
    Map<Path, byte[]> copy = new TreeMap<>(whole);
    copy.put(file, Arrays.copyOf(whole.get(file), length));
    FaultyDisk disk = FaultyDisk.of(copy);
    String where = file + " has " + length + " bytes";
    try (DirectoryLogStore store = DirectoryStory.open(disk)) {
      assertThat(DirectoryStory.difference(store, (int) store.head().value())).as(where).isEmpty();
      assertThat(store.verify()).as(where).isEmpty();
      assertThat(store.openingReport()).as(where).hasSameSizeAs(torn(disk));
    }
    long cut = 0;
    for (Map.Entry<Path, byte[]> before : copy.entrySet()) {
      String name = before.getKey().getFileName().toString();
      if (name.equals("journal") || name.endsWith(".jsonl")) {
        cut += before.getValue().length - disk.files().get(before.getKey()).length;
      }
    }
    assertThat(torn(disk).stream().mapToLong(bytes -> bytes.length).sum()).as(where).isEqualTo(cut);
  }

  private static List<byte[]> torn(FaultyDisk disk) {
    List<byte[]> torn = new ArrayList<>();
    disk.files()
        .forEach(
            (path, bytes) -> {
              if (path.startsWith(DirectoryStory.ROOT.resolve("torn"))) {
                torn.add(bytes);
              }
            });
    return torn;
  }
}
