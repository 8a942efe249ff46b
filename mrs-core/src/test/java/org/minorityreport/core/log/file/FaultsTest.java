package org.minorityreport.core.log.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.LogStoreException;
import org.minorityreport.core.log.disk.Disk;

/**
 * The story is told on a disk that fails at its first, second, ... call. Whatever fails, every
 * acknowledged commit is there afterwards and none is half there.
 */
class FaultsTest {
  /** How far the story came. */
  private record Told(int acknowledged, String failure) {}

  private static final List<List<String>> EXPECTED =
      IntStream.rangeClosed(0, Story.COMMITS.size()).mapToObj(Story::expected).toList();

  @Test
  void everyCall_thatFailsOnce_losesNothing() {
    int call = 1;
    for (boolean failed = true; failed; call++) {
      FaultyDisk disk = new FaultyDisk().failAt(call);
      Told told = tell(disk);
      failed = disk.calls() >= call;
      assertLaw(disk.restarted(), told, "call " + call + " of " + disk.calls());
    }
    assertThat(call).isGreaterThan(100);
  }

  @ParameterizedTest(name = "{0} bytes")
  @ValueSource(ints = {0, 1, 17, 18, 19, 60, 83, 100, 130, 400, Integer.MAX_VALUE})
  void everyCall_inWhichTheProcessEnds_losesNothing(int tornAfter) {
    int call = 1;
    for (boolean failed = true; failed; call++) {
      FaultyDisk disk = new FaultyDisk().stopAt(call).tearing(tornAfter);
      Told told = tell(disk);
      failed = disk.calls() >= call;
      assertLaw(disk.restarted(), told, "stopped at call " + call);
    }
  }

  @Test
  void everyCall_inWhichThePowerIsLost_losesNothing() {
    int call = 1;
    for (boolean failed = true; failed; call++) {
      FaultyDisk disk = new FaultyDisk().stopAt(call);
      Told told = tell(disk);
      failed = disk.calls() >= call;
      assertLaw(disk.afterPowerLoss(), told, "power lost at call " + call);
    }
  }

  /** What was visible after the process ended must last through a later loss of power. */
  @Test
  void everyCall_inWhichTheProcessEndsAndPowerIsLostLater_losesNothing() {
    int call = 1;
    for (boolean failed = true; failed; call++) {
      FaultyDisk disk = new FaultyDisk().stopAt(call).tearing(Integer.MAX_VALUE);
      Told told = tell(disk);
      failed = disk.calls() >= call;
      FaultyDisk second = disk.restarted();
      List<String> seen;
      try (DirectoryLogStore store = Story.open(second)) {
        seen = Shown.everything(store);
      }
      FaultyDisk third = second.afterPowerLoss();
      try (DirectoryLogStore store = Story.open(third)) {
        assertThat(Shown.everything(store)).as("call " + call).isEqualTo(seen);
      }
      assertLaw(third, told, "power lost after the restart that followed call " + call);
    }
  }

  /** Opening and moving aside may fail as well, at each call, and again. */
  @Test
  void everyCallOfAnOpening_thatFails_losesNothing() {
    for (int first : List.of(60, 75, 90, 105)) {
      FaultyDisk torn = new FaultyDisk().stopAt(first).tearing(40);
      Told told = tell(torn);
      int call = 1;
      for (boolean failed = true; failed; call++) {
        FaultyDisk disk = FaultyDisk.of(torn.files()).stopAt(call).tearing(7);
        try {
          Story.open(disk).close();
        } catch (LogStoreException e) {
          assertThat(e).hasMessageContaining("fails");
        }
        failed = disk.calls() >= call;
        assertLaw(disk.restarted(), told, "first " + first + ", then " + call);
      }
    }
  }

  private static Told tell(Disk disk) {
    int acknowledged = 0;
    try (DirectoryLogStore store = Story.open(disk)) {
      for (; acknowledged < 2; acknowledged++) {
        append(store, acknowledged);
      }
    } catch (LogStoreException e) {
      return new Told(acknowledged, String.valueOf(e.getMessage()));
    }
    try (DirectoryLogStore store = Story.open(disk)) {
      for (; acknowledged < Story.COMMITS.size(); acknowledged++) {
        append(store, acknowledged);
      }
    } catch (LogStoreException e) {
      return new Told(acknowledged, String.valueOf(e.getMessage()));
    }
    return new Told(acknowledged, "");
  }

  private static void append(DirectoryLogStore store, int commit) {
    try {
      store.append(Story.COMMITS.get(commit));
    } catch (LogStoreException e) {
      assertThat(store.head().value()).isEqualTo(commit);
      assertThatThrownBy(() -> store.append(Story.COMMITS.get(commit)))
          .isInstanceOf(LogStoreException.class)
          .hasMessageStartingWith("an earlier commit failed");
      throw e;
    }
  }

  private static void assertLaw(FaultyDisk disk, Told told, String where) {
    int acknowledged = told.acknowledged();
    int found;
    try (DirectoryLogStore store = Story.open(disk)) {
      found = (int) store.head().value();
      boolean absent = told.failure().contains("it is absent;");
      assertThat(found)
          .as(where + ": " + told)
          .isBetween(acknowledged, acknowledged + (absent ? 0 : 1));
      assertThat(Shown.everything(store)).as(where).isEqualTo(EXPECTED.get(found));
      assertThat(store.verify()).as(where).isEmpty();
      for (int i = found; i < Story.COMMITS.size(); i++) {
        store.append(Story.COMMITS.get(i));
      }
    }
    List<String> all = new ArrayList<>();
    try (DirectoryLogStore store = Story.open(disk)) {
      assertThat(store.openingReport()).as(where).isEmpty();
      assertThat(store.verify()).as(where).isEmpty();
      all.addAll(Shown.everything(store));
    }
    assertThat(all).as(where).isEqualTo(EXPECTED.get(Story.COMMITS.size()));
  }
}
