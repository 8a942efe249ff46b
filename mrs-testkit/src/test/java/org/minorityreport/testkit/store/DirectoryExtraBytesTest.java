package org.minorityreport.testkit.store;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.log.Writer;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.Finding;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** What looks like rows and belongs to no commit: other tools would count it. */
class DirectoryExtraBytesTest {
  private static final String LOG = "minority_reports_detected_log";
  private static final byte[] ROW = "{}\n".getBytes(UTF_8);

  private final Map<Path, byte[]> files = new TreeMap<>(DirectoryStory.told().files());
  private final int last = segmentsOf(LOG);

  @Test
  void bytesBehindASegmentThatIsNotTheLast_areAFaultAtTheirPlace() {
    int length = files.get(segment(1)).length;
    append(1);

    assertThat(last).isGreaterThan(1);
    assertThat(faults())
        .containsExactly(
            LOG + ", segment 000001.jsonl, offset " + length + ": no commit covers 3 bytes");
  }

  @Test
  void bytesBehindTheLastSegment_areWhatACommitInProgressLeaves() {
    append(last);

    assertThat(faults()).isEmpty();
  }

  @Test
  void nextSegment_isWhatACommitInProgressLeaves() {
    append(last + 1);
    assertThat(faults()).isEmpty();

    append(last + 2); // by another writer of the same commit
    assertThat(faults()).isEmpty();
  }

  @Test
  void segmentBehindAGap_isAFault() {
    append(last + 2);

    assertThat(faults())
        .containsExactly(
            "%s, segment 00000%d.jsonl, offset 0: no commit can have left it, the last segment is"
                    .formatted(LOG, last + 2)
                + " number "
                + last);
  }

  @Test
  void moreSegmentsThanOneCommitFills_areAFault() {
    for (int i = 1; i <= Writer.values().length + 1; i++) {
      append(last + i);
    }

    assertThat(faults())
        .singleElement()
        .asString()
        .contains(last + Writer.values().length + 1 + ".jsonl, offset 0: no commit can have left");
  }

  /** Opening for writing leaves an empty file where it moved all bytes aside. */
  @Test
  void emptySegmentFarBehindTheLast_isNoFault() {
    files.put(segment(last + 7), new byte[0]);

    assertThat(faults()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "mine.jsonl",
        "000001 (copy).jsonl",
        "0000001.jsonl",
        "000000.jsonl",
        "1.jsonl",
        "1234567890.jsonl",
        ".jsonl"
      })
  void fileThatIsNoSegment_isAFaultAlsoIfItIsEmpty(String name) {
    Path file = DirectoryStory.ROOT.resolve(LOG).resolve(name);
    List<byte[]> contents = List.of(ROW, new byte[0]);
    for (byte[] content : contents) {
      files.put(file, content);
      assertThat(faults())
          .containsExactly(
              "%s, segment %s, offset 0: the file is no segment, but is named like one; move it elsewhere"
                  .formatted(LOG, name));
    }
  }

  @Test
  void otherNames_areLeftAlone() {
    files.put(DirectoryStory.ROOT.resolve(LOG).resolve("000001.jsonl.gz"), ROW);
    files.put(DirectoryStory.ROOT.resolve(LOG).resolve("README"), ROW);

    assertThat(faults()).isEmpty();
  }

  /** While a commit is on its way, after every single call to the disk, nothing is wrong. */
  @Test
  void verify_duringEveryCallOfTheWriter_findsNothing() {
    FaultyDisk disk = new FaultyDisk();
    List<String> found = new ArrayList<>();
    int[] looks = new int[1];
    try (DirectoryLogStore store = DirectoryStory.open(disk)) {
      disk.afterEachCall(
          call -> {
            try (DirectoryLogStore reader = DirectoryStory.reading(disk)) {
              reader.verify().forEach(f -> found.add(call + ": " + f));
              looks[0]++;
            }
          });
      Story.tell(store, 0);
      disk.afterEachCall(call -> {});
    }
    assertThat(looks[0]).isGreaterThan(20);
    assertThat(found).isEmpty();
  }

  /** A commit that comes while a store is verified makes new segments, which are no fault. */
  @Test
  void verify_whileCommitsArrive_findsNothing() {
    int calls = callsOfVerify();
    for (int at = 1; at <= calls; at++) {
      FaultyDisk disk = new FaultyDisk();
      try (DirectoryLogStore store = DirectoryStory.open(disk)) {
        store.append(Story.COMMITS.get(0));
        try (DirectoryLogStore reader = DirectoryStory.reading(disk)) {
          int when = disk.calls() + at;
          disk.afterEachCall(
              call -> {
                if (call == when) {
                  Story.tell(store, 1);
                }
              });
          assertThat(reader.verify()).as("call %d", at).isEmpty();
        }
        disk.afterEachCall(call -> {});
      }
    }
    assertThat(calls).isGreaterThan(10);
  }

  private static int callsOfVerify() {
    FaultyDisk disk = new FaultyDisk();
    try (DirectoryLogStore store = DirectoryStory.open(disk)) {
      store.append(Story.COMMITS.get(0));
      try (DirectoryLogStore reader = DirectoryStory.reading(disk)) {
        int before = disk.calls();
        assertThat(reader.verify()).isEmpty();
        return disk.calls() - before;
      }
    }
  }

  private List<String> faults() {
    try (DirectoryLogStore store = DirectoryStory.reading(FaultyDisk.of(files))) {
      return store.verify().stream().map(Finding::toString).toList();
    }
  }

  private void append(int segment) {
    byte[] before = files.getOrDefault(segment(segment), new byte[0]);
    byte[] longer = Arrays.copyOf(before, before.length + ROW.length);
    System.arraycopy(ROW, 0, longer, before.length, ROW.length);
    files.put(segment(segment), longer);
  }

  private int segmentsOf(String log) {
    Path folder = DirectoryStory.ROOT.resolve(log);
    return (int) files.keySet().stream().filter(file -> file.startsWith(folder)).count();
  }

  private static Path segment(int number) {
    String digits = "000000" + number;
    return DirectoryStory.ROOT
        .resolve(LOG)
        .resolve(digits.substring(digits.length() - 6) + ".jsonl");
  }
}
