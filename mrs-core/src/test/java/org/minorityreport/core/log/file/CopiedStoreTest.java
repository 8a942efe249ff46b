package org.minorityreport.core.log.file;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.minorityreport.api.log.Commit;

/** Each file of a store is copied at another moment while it is written. */
class CopiedStoreTest {
  private static final int FILES = 9;

  private final List<Map<Path, byte[]>> moments = new ArrayList<>();

  CopiedStoreTest() {
    FaultyDisk disk = new FaultyDisk();
    try (DirectoryLogStore store = Story.open(disk)) {
      disk.afterEachCall(call -> moments.add(disk.files()));
      Story.COMMITS.forEach(store::append);
    }
    moments.add(disk.files());
  }

  /**
   * @param when for each file, in an order of its own, when it is copied, in per mille
   */
  @Property(tries = 500)
  void copy_takenWhileWritten_opensAtAWholeCommit(@ForAll("moments") List<Integer> when) {
    Map<Path, byte[]> copy = new TreeMap<>();
    List<Path> files = List.copyOf(moments.get(moments.size() - 1).keySet());
    assertThat(files).hasSize(FILES);
    for (int i = 0; i < FILES; i++) {
      byte[] bytes = moments.get(when.get(i) * (moments.size() - 1) / 1000).get(files.get(i));
      if (bytes != null) {
        copy.put(files.get(i), bytes);
      }
    }
    boolean lost =
        copy.keySet().stream()
            .filter(p -> p.toString().matches(".*00[23].jsonl"))
            .anyMatch(p -> !copy.containsKey(earlier(p)));
    if (lost) {
      return; // a later file without an earlier one is no copy that was begun before it
    }
    FaultyDisk disk = FaultyDisk.of(copy);
    try (DirectoryLogStore reader = Story.reading(disk)) {
      assertThat(Shown.everything(reader)).isEqualTo(Story.expected((int) reader.head().value()));
    }
    try (DirectoryLogStore store = Story.open(disk)) {
      int head = (int) store.head().value();
      assertThat(Shown.everything(store)).isEqualTo(Story.expected(head));
      assertThat(store.verify()).isEmpty();
      assertNothingLost(copy, disk.files());
      for (Commit commit : Story.COMMITS.subList(head, Story.COMMITS.size())) {
        store.append(commit);
      }
      assertThat(Shown.everything(store)).isEqualTo(Story.expected(Story.COMMITS.size()));
    }
  }

  private static Path earlier(Path segment) {
    return segment.resolveSibling(
        segment.endsWith("000003.jsonl") ? "000002.jsonl" : "000001.jsonl");
  }

  /** What is not in its place any more is in the folder for torn pieces. */
  private static void assertNothingLost(Map<Path, byte[]> before, Map<Path, byte[]> after) {
    long cut = 0;
    long aside = 0;
    for (Map.Entry<Path, byte[]> file : after.entrySet()) {
      boolean isTorn = file.getKey().getParent().endsWith(StoreFiles.TORN);
      byte[] was = before.getOrDefault(file.getKey(), new byte[0]);
      boolean isContent =
          file.getKey().endsWith("journal") || file.getKey().toString().endsWith("l");
      cut += isContent && !isTorn ? was.length - file.getValue().length : 0;
      aside += isTorn ? file.getValue().length : 0;
    }
    assertThat(aside).isEqualTo(cut);
  }

  @Provide
  Arbitrary<List<Integer>> moments() {
    return Arbitraries.integers().between(0, 1000).list().ofSize(FILES);
  }
}
