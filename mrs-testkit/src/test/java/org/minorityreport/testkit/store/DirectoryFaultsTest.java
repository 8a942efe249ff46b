package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.testkit.store.disk.FaultyDisk;

/** What a store in a directory says of a fault, beyond what every store must (S-60 on). */
class DirectoryFaultsTest {
  private boolean met;
  private int absent;

  @Test
  void commitThatIsSaidToBeAbsent_isAbsentAndTheNextRefusedByName() {
    met = true;
    for (int call = 1; met; call++) {
      FaultyDisk disk = new FaultyDisk();
      try (DirectoryLogStore store = DirectoryStory.open(disk)) {
        disk.failAt(disk.calls() + call);
        assertSaysWhatIs(store, disk);
      }
    }
    assertThat(absent).isGreaterThan(20);
  }

  private void assertSaysWhatIs(DirectoryLogStore store, FaultyDisk disk) {
    int acknowledged = 0;
    try {
      for (; acknowledged < Story.LENGTH; acknowledged++) {
        store.append(Story.COMMITS.get(acknowledged));
      }
      met = !disk.firstFailure().isEmpty();
    } catch (LogStoreException e) {
      assertThat(e).hasMessageContaining(disk.firstFailure());
      int failed = acknowledged;
      assertThatThrownBy(() -> store.append(Story.COMMITS.get(failed)))
          .isInstanceOf(LogStoreException.class)
          .hasMessageStartingWith("an earlier commit failed")
          .hasMessageContaining(disk.firstFailure());
      if (e.getMessage().contains("it is absent;")) {
        absent++;
        assertAbsent(disk.restarted(), failed);
      }
    }
  }

  private static void assertAbsent(FaultyDisk disk, int commits) {
    try (DirectoryLogStore store = DirectoryStory.open(disk)) {
      assertThat(DirectoryStory.difference(store, commits)).isEmpty();
    }
    try (DirectoryLogStore store = DirectoryStory.open(disk)) {
      assertThat(store.openingReport()).as("of the second opening").isEmpty();
    }
  }
}
