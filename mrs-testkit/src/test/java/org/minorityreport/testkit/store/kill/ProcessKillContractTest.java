package org.minorityreport.testkit.store.kill;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The contract itself: it must fail for stores that are wrong, and say why. */
class ProcessKillContractTest {
  /** Enough that a store that is wrong cannot be lucky: most kills end a commit early. */
  private static final int KILLS = 40;

  @TempDir private Path base;

  @Test
  void storeThatWritesLater_losesWhatItAcknowledged() {
    assertThatThrownBy(
            () ->
                contract(KillableLoose.WritesLater.class)
                    .writer_killedAtRandomMoments_losesNothing(base))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "K-01: commit [0-9]+ was acknowledged, (the newest is|and a writer found) [0-9]+ "
                + "\\(kill [0-9]+, .*, mrs.seed 1, store [0-9]+, .*");
  }

  /** Either the half is seen, or the next writer takes the commit up otherwise than it was told. */
  @Test
  void storeThatTakesHalfACommit_showsIt() {
    assertThatThrownBy(
            () ->
                contract(KillableLoose.TakesHalfACommit.class)
                    .writer_killedAtRandomMoments_losesNothing(base))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "K-02: expected .* row [0-9]+ at position [0-9]+, .*, found .*"
                + "|K-01: commit [0-9]+ was acknowledged, .*");
  }

  @Test
  void storeThatCutsSilently_isFoundOut() {
    assertThatThrownBy(
            () ->
                contract(KillableLoose.CutsSilently.class)
                    .writer_killedAtRandomMoments_losesNothing(base))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "K-05: [0-9]+ bytes at [0-9]+ of log were cut off and are not in the opening report .*");
  }

  @Test
  void storeThatTakesNoLock_letsASecondWriterIn() {
    assertThatThrownBy(
            () ->
                contract(KillableLoose.TakesNoLock.class)
                    .writer_besideAnother_isRefusedWhileThatOneLives(base))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith(
            "K-08: a second writer process was not refused (mrs.seed 1, store 1): ");
  }

  /** A reader of this store sees what was there when it opened. */
  @Test
  void storeWhoseReadersStandStill_isFoundOut() {
    assertThatThrownBy(
            () -> contract(KillableLoose.class).reader_inAnotherProcess_seesWholeCommits(base))
        .isInstanceOf(AssertionError.class)
        .hasMessageMatching(
            "K-10: commit [0-9]+ was acknowledged, then a reader saw only [0-9]+ .*");
  }

  /** The same store without fault passes, so it is the fault that the contract finds. */
  @Test
  void storeThatIsRight_passes() throws IOException {
    ProcessKillContract contract = contract(KillableLoose.class, 6);
    contract.writer_killedAtRandomMoments_losesNothing(
        Files.createDirectory(base.resolve("kills")));
    contract.writer_besideAnother_isRefusedWhileThatOneLives(
        Files.createDirectory(base.resolve("second")));
  }

  private static ProcessKillContract contract(Class<? extends KillableStore> store) {
    return contract(store, KILLS);
  }

  private static ProcessKillContract contract(Class<? extends KillableStore> store, int kills) {
    return new ProcessKillContract(store, kills, kills) {};
  }
}
