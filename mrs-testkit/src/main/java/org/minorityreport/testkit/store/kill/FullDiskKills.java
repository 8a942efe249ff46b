package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;
import java.util.SplittableRandom;
import org.minorityreport.api.error.LogStoreException;

/**
 * Lets a writer fill a small disk, kills it, looks at the store while the disk is full and after
 * there is room again. One thread at a time.
 */
final class FullDiskKills {
  private static final int MOST_COMMITS = 10_000;

  /** So few that they find room where the ballast was, however late the kill comes. */
  private static final int FEW_COMMITS = 16;

  private static final int FEW_ACKNOWLEDGEMENTS = 8;

  private final KillableStore opener;
  private final ChildJvm children;
  private final SplittableRandom random;
  private final long seed;
  private final KillTally tally = new KillTally();

  FullDiskKills(KillableStore opener, ChildJvm children, long seed) {
    this.opener = opener;
    this.children = children;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  KillTally run(SmallDisk disk, int kills) {
    for (int number = 1; tally.kills() < kills; number++) {
      Path directory = disk.directory().resolve("store");
      SeededCommits commits = SeededCommits.of(seed, number);
      KilledStore store = new KilledStore(opener, directory, commits, tally);
      WriterProcess writer = fillAndKill(store, disk);
      lookWhileFull(store, writer);
      disk.free();
      store.examine();
      goOnAndKill(store);
      store.examine();
      disk.clear();
    }
    return tally;
  }

  /** Kills it before the disk is full, then fills the rest, or after it met the end of the disk. */
  private WriterProcess fillAndKill(KilledStore store, SmallDisk disk) {
    WriterProcess writer = children.writer();
    writer.begin(store.commits(), MOST_COMMITS, store.directory());
    String when;
    if (random.nextBoolean()) {
      writer.awaitTheEnd();
      when = "after the disk was full: " + writer.refused().orElse("");
    } else {
      KillMoment moment = KillMoment.whileAppending(random, 60);
      moment.await(writer);
      when = "on a disk that fills, " + moment;
    }
    writer.kill();
    store.killed(writer, when);
    writer.refused().ifPresent(why -> checkNamed(store, why));
    disk.fill();
    return writer;
  }

  private void lookWhileFull(KilledStore store, WriterProcess writer) {
    store.examineReading();
    store.checkRefusedIsAbsent("K-06", writer);
    try {
      opener.open(store.directory()).close();
    } catch (LogStoreException e) {
      checkNamed(store, String.valueOf(e.getMessage()));
    }
    store.examineReading();
  }

  private void goOnAndKill(KilledStore store) {
    WriterProcess writer = children.writer();
    KillMoment moment = KillMoment.whileAppending(random, FEW_ACKNOWLEDGEMENTS);
    writer.begin(store.commits(), FEW_COMMITS, store.directory());
    moment.await(writer);
    writer.kill();
    store.killed(writer, "after there was room again, " + moment);
    if (writer.openedAt() < 0) {
      store.fail("K-06", "there is room again and no writer opens: " + writer.lastWords());
    }
  }

  /** The message of the system is in the system's language, so only the path is asked for. */
  private static void checkNamed(KilledStore store, String message) {
    if (!message.contains(store.directory().toString())) {
      store.fail("K-06", "the disk is full, but the message does not name the store: " + message);
    }
  }
}
