package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.core.log.file.Anchor;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.Finding;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** What stands at the end of the journal and is no commit. */
class DirectoryTornTailTest {
  private static final Path JOURNAL = DirectoryStory.ROOT.resolve("journal");

  private final Map<Path, byte[]> files = new TreeMap<>(DirectoryStory.told().files());
  private final byte[] journal = files.get(JOURNAL);
  private final int lastEntry = lastEntry(journal);

  @Test
  void entry_cutAnywhere_isMovedAsideAndReported() {
    for (int end = lastEntry + 1; end < journal.length; end++) {
      FaultyDisk disk = withJournal(Arrays.copyOf(journal, end));
      try (DirectoryLogStore store = DirectoryStory.open(disk)) {
        assertThat(DirectoryStory.difference(store, 3)).isEmpty();
        assertThat(store.openingReport().get(0).toString())
            .startsWith("journal, offset " + lastEntry + ": an entry was not written to its end; ");
        Path torn = DirectoryStory.ROOT.resolve("torn/journal.at-" + lastEntry + ".copy-1");
        assertThat(disk.files().get(torn)).isEqualTo(Arrays.copyOfRange(journal, lastEntry, end));
      }
    }
  }

  @Test
  void tail_ofZeros_isMovedAside() {
    for (int zeros : List.of(1, 17, 18, 500)) {
      FaultyDisk disk = withJournal(Arrays.copyOf(journal, journal.length + zeros));
      try (DirectoryLogStore store = DirectoryStory.open(disk)) {
        assertThat(DirectoryStory.difference(store, 4)).isEmpty();
        assertThat(store.openingReport()).hasSize(1);
      }
    }
  }

  @Test
  void rowsBeyondTheLastCommit_areMovedAsideLikewise() {
    Path segment = DirectoryStory.ROOT.resolve("minority_event_ended_log/000001.jsonl");
    byte[] covered = files.get(segment);
    byte[] longer = Arrays.copyOf(covered, covered.length + 3);
    longer[covered.length] = '{';
    files.put(segment, longer);
    FaultyDisk disk = withJournal(journal);

    try (DirectoryLogStore store = DirectoryStory.open(disk)) {
      assertThat(store.openingReport())
          .extracting(Finding::toString)
          .containsExactly(
              "minority_event_ended_log, segment 000001.jsonl, offset "
                  + covered.length
                  + ": rows of a commit that was not completed; 3 bytes were moved to"
                  + " torn/minority_event_ended_log.000001.at-"
                  + covered.length
                  + ".copy-1");
    }
    assertThat(disk.files().get(segment)).isEqualTo(covered);
  }

  @Test
  void completeEntryThatDoesNotCheck_isDamageUntilRepaired() {
    byte[] damaged = journal.clone();
    damaged[journal.length - 10] ^= 1;
    FaultyDisk disk = withJournal(damaged);

    assertThatThrownBy(() -> DirectoryStory.open(disk))
        .isInstanceOf(LogStoreException.class)
        .hasMessageContaining("journal, offset " + lastEntry + ", position 4: ")
        .hasMessageContaining("call DirectoryLogStore.repair");
    List<Finding> moved =
        DirectoryLogStore.repair(DirectoryStory.ROOT, DirectoryStory.options(disk));

    assertThat(moved.get(0).toString()).startsWith("journal, offset " + lastEntry + ": commit 4");
    assertThat(moved).hasSize(3);
    try (DirectoryLogStore store = DirectoryStory.open(disk)) {
      assertThat(DirectoryStory.difference(store, 3)).isEmpty();
      assertThat(store.append(Story.COMMITS.get(3)).position()).isEqualTo(CommitPosition.of(4));
    }
  }

  @Test
  void repair_ofAnEarlierCommit_isRefusedAndMovesNothing() {
    byte[] damaged = journal.clone();
    damaged[100] ^= 1;
    FaultyDisk disk = withJournal(damaged);

    assertThatThrownBy(
            () -> DirectoryLogStore.repair(DirectoryStory.ROOT, DirectoryStory.options(disk)))
        .isInstanceOf(LogStoreException.class)
        .hasMessageContaining("cannot be repaired: journal, offset 0, position 1: ");
    assertThat(disk.files().get(JOURNAL)).isEqualTo(damaged);
  }

  /** A tail that was cut off whole leaves a sound store; only an anchor tells. */
  @Test
  void verify_ofACutTail_needsAnAnchor() {
    Anchor anchor;
    try (DirectoryLogStore store = DirectoryStory.reading(FaultyDisk.of(files))) {
      anchor = Anchor.parse(store.anchor().toString());
      assertThat(store.verify(anchor)).isEmpty();
    }

    try (DirectoryLogStore store =
        DirectoryStory.reading(withJournal(Arrays.copyOf(journal, lastEntry)))) {
      assertThat(store.verify()).isEmpty();
      assertThat(store.verify(anchor))
          .extracting(Finding::toString)
          .containsExactly(
              "journal, position 4: the journal ends at position 3, but was anchored further on");
      assertThat(store.verify(Anchor.of(CommitPosition.of(2), anchor.hash()))).hasSize(1);
    }
  }

  private FaultyDisk withJournal(byte[] bytes) {
    files.put(JOURNAL, bytes);
    return FaultyDisk.of(files);
  }

  private static int lastEntry(byte[] journal) {
    int at = journal.length - 2;
    while (journal[at] != '\n') {
      at--;
    }
    return at + 1;
  }
}
