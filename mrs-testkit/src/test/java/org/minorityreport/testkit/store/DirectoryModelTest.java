package org.minorityreport.testkit.store;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.DirectoryLogStore;
import org.minorityreport.core.log.file.DirectoryOptions;
import org.minorityreport.testkit.store.disk.FaultyDisk;
import org.minorityreport.testkit.store.disk.PowerLoss;

/**
 * Any history with segments of any size; a reader, and what a loss of power leaves, say the same.
 */
class DirectoryModelTest {
  @Property(tries = 200)
  void store_anyHistory_isTheSameForAllWhoLook(
      @ForAll long seed, @ForAll @IntRange(min = 1, max = 900) int segment) {
    FaultyDisk disk = new FaultyDisk();
    DirectoryOptions options = DirectoryStory.options(disk).segmentBytes(segment);
    LogStore twin = LogStores.inMemory();
    DirectoryLogStore store = DirectoryLogStore.open(DirectoryStory.ROOT, options);
    DirectoryLogStore reader = DirectoryStory.reading(disk);
    for (History.Step step : History.random(seed).steps()) {
      if (step.reopen()) {
        store.close();
        store = DirectoryLogStore.open(DirectoryStory.ROOT, options);
        assertThat(store.openingReport()).isEmpty();
      }
      try {
        twin.append(step.commit());
        store.append(step.commit());
      } catch (LogStoreException e) {
        assertThat(e).hasMessageContaining("that the caller had seen");
      }
      assertThat(reader.head()).isEqualTo(twin.head());
      assertThat(reader.anchor()).isEqualTo(store.anchor());
    }
    Answers expected = Answers.of(twin);
    assertThat(Answers.of(store).difference(expected)).isEmpty();
    assertThat(Answers.of(reader).difference(expected)).isEmpty();
    FaultyDisk left = disk.afterPowerLoss(PowerLoss.KEEPS_NOTHING, 0);
    assertThat(Answers.of(DirectoryStory.reading(left)).difference(expected)).isEmpty();
    assertThat(store.verify()).isEmpty();
    store.close();
  }
}
