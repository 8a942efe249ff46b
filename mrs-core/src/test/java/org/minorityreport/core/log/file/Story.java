package org.minorityreport.core.log.file;

import java.time.Instant;
import java.util.List;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.TestRows;
import org.minorityreport.core.log.disk.Disk;

/** A few commits over several logs and runs, with versions, a retraction and a new segment. */
final class Story {
  /** So small that the second commit of a log begins a new segment. */
  static final long SEGMENT_BYTES = 260;

  static final List<Commit> COMMITS =
      List.of(
          commit(slice(0, TestRows.MAIN, "a", 'x'), slice(1, TestRows.MAIN, "a", 'x')),
          commit(
              TestRows.slice(
                  Logs.REPORTS_DETECTED,
                  TestRows.row("b", 'x'),
                  TestRows.row(Logs.REPORTS_DETECTED, TestRows.OTHER, "a", 'x'),
                  TestRows.row("a", 'y'))),
          commit(
              TestRows.slice(Logs.REPORTS_DETECTED, TestRows.retraction("a")),
              slice(2, TestRows.OTHER, "d", 'x')),
          commit(slice(0, TestRows.MAIN, "a", 'x'), slice(1, TestRows.MAIN, "b", 'z')));

  private Story() {}

  private static Commit commit(LogSlice... slices) {
    return Commit.of(List.of(slices));
  }

  private static LogSlice slice(int log, RunId run, String name, char content) {
    return TestRows.slice(
        Shown.LOGS.get(log), TestRows.row(Shown.LOGS.get(log), run, name, content));
  }

  static DirectoryOptions options(Disk disk) {
    return DirectoryOptions.defaults()
        .disk(disk)
        .segmentBytes(SEGMENT_BYTES)
        .clock(() -> Instant.EPOCH);
  }

  static DirectoryLogStore open(Disk disk) {
    return DirectoryLogStore.open(Shown.ROOT, options(disk));
  }

  static DirectoryLogStore reading(Disk disk) {
    return DirectoryLogStore.openForReading(Shown.ROOT, options(disk));
  }

  /** A disk with the whole story on it. */
  static FaultyDisk told() {
    FaultyDisk disk = new FaultyDisk();
    try (DirectoryLogStore store = open(disk)) {
      COMMITS.forEach(store::append);
    }
    return disk;
  }

  /** What a store says after so many commits. */
  static List<String> expected(int commits) {
    LogStore twin = LogStores.inMemory();
    COMMITS.subList(0, commits).forEach(twin::append);
    return Shown.everything(twin);
  }
}
