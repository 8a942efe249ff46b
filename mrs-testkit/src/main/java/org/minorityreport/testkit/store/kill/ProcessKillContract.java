package org.minorityreport.testkit.store.kill;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a log store in a directory must survive for real, and what it owes to other processes. The
 * author of a store extends it:
 *
 * <pre>
 * class MyKillTest extends ProcessKillContract {
 *   MyKillTest() {
 *     super(MyKillableStore.class);
 *   }
 * }
 * </pre>
 *
 * <p>The system property {@code mrs.kills} says how often a writer is killed on each of the three
 * disks, {@code mrs.seed} what it writes; every failure names the seed. When a writer is killed is
 * chance, so the same seed does not repeat a failure, but shows what was written.
 *
 * <p>Rules are numbered K-01 to K-11; a failure begins with the number of the rule it breaks.
 */
public abstract class ProcessKillContract {
  private static final int KILLS = 25;
  private static final int KILLS_ON_OTHER_DISKS = 10;
  private static final int KILLS_UNDER_A_READER = 5;

  private final Class<? extends KillableStore> store;
  private final int kills;
  private final int killsOnOtherDisks;
  private final long seed;

  /**
   * The contract for a store.
   *
   * @param store how the store is opened
   */
  protected ProcessKillContract(Class<? extends KillableStore> store) {
    this(
        store,
        Integer.getInteger("mrs.kills", KILLS),
        Integer.getInteger("mrs.kills", KILLS_ON_OTHER_DISKS));
  }

  /** The contract with so many kills. */
  ProcessKillContract(Class<? extends KillableStore> store, int kills, int killsOnOtherDisks) {
    this.store = store;
    this.kills = kills;
    this.killsOnOtherDisks = killsOnOtherDisks;
    this.seed = Long.getLong("mrs.seed", 1);
  }

  /**
   * Is given a line that sums up what was done to the store; does nothing.
   *
   * @param line kills, acknowledged commits, what was moved aside, seconds
   */
  protected void summary(String line) {}

  /**
   * K-01 to K-05. If it fails, look at what is written before a commit is acknowledged, and at what
   * opening does with the end that a dead writer left.
   */
  @Test
  @DisplayName("K-01 to K-05: what was acknowledged outlives the writer, whole, and nothing else")
  void writer_killedAtRandomMoments_losesNothing(@TempDir Path base) {
    try (ChildJvm children = ChildJvm.of(store)) {
      summary(
          new RandomKills(Channel.opener(store), children, seed)
              .run(real(base), kills)
              .summary("random moments"));
    }
  }

  /**
   * K-06: a full disk refuses clearly and takes nothing; with room again the store goes on. Needs
   * the right to mount a tmpfs: root, or the build inside {@code unshare -Urm}. Skipped otherwise.
   */
  @Test
  @DisplayName("K-06: a full disk is a clear error, and takes nothing that was acknowledged")
  void writer_onAFullDisk_losesNothing(@TempDir Path base) {
    skipIf(SmallDisk.obstacle(base));
    try (ChildJvm children = ChildJvm.of(store);
        SmallDisk disk = SmallDisk.at(real(base))) {
      summary(
          new FullDiskKills(Channel.opener(store), children, seed)
              .run(disk, killsOnOtherDisks)
              .summary("full disk"));
    }
  }

  /**
   * K-07: a directory that becomes read-only refuses clearly and can be read. Permissions do not
   * bind root, who needs {@code setpriv} to write as another user. Skipped otherwise.
   */
  @Test
  @DisplayName("K-07: a directory made read-only is a clear error, loses nothing and can be read")
  void writer_inADirectoryMadeReadOnly_losesNothing(@TempDir Path base) {
    skipIf(OtherUser.obstacle(base));
    try (ChildJvm children = OtherUser.children(real(base), store)) {
      summary(
          new ReadOnlyKills(Channel.opener(store), children, seed)
              .run(real(base), killsOnOtherDisks)
              .summary("read-only directory"));
    }
  }

  /** K-08, K-09: one writer at a time, over all processes. */
  @Test
  @DisplayName("K-08, K-09: a second writer is told who writes, until that one is killed")
  void writer_besideAnother_isRefusedWhileThatOneLives(@TempDir Path base) {
    try (ChildJvm children = ChildJvm.of(store)) {
      second(children, base).secondWriter();
    }
  }

  /** K-10: whole commits only, in another process. */
  @Test
  @DisplayName("K-10: a reader in another process sees whole commits only")
  void reader_inAnotherProcess_seesWholeCommits(@TempDir Path base) {
    try (ChildJvm children = ChildJvm.of(store)) {
      second(children, base).reader();
    }
  }

  /** K-10: a writer that is stopped holds no lock that a reader waits for. */
  @Test
  @DisplayName("K-10: a reader does not wait for a writer that is stopped in the middle")
  void reader_ofAStoppedWriter_isAnswered(@TempDir Path base) {
    skipIf(Command.failure("kill", "-0", Long.toString(ProcessHandle.current().pid())));
    try (ChildJvm children = ChildJvm.of(store)) {
      second(children, base).readerOfAStoppedWriter();
    }
  }

  /** K-11: a reader keeps what it saw when the writer dies and the next one tidies up. */
  @Test
  @DisplayName("K-11: a reader goes on over the death of a writer and the opening of the next")
  void reader_overKills_keepsWhatItSaw(@TempDir Path base) {
    try (ChildJvm children = ChildJvm.of(store)) {
      second(children, base).readerOverKills(KILLS_UNDER_A_READER);
    }
  }

  private SecondProcesses second(ChildJvm children, Path base) {
    return new SecondProcesses(Channel.opener(store), children, seed, real(base));
  }

  /** Messages name the real path. */
  private static Path real(Path base) {
    try {
      return base.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void skipIf(Optional<String> obstacle) {
    obstacle.ifPresent(why -> Assumptions.abort("SKIPPED: " + why));
  }
}
