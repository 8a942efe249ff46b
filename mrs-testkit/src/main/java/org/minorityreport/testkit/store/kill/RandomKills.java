package org.minorityreport.testkit.store.kill;

import java.nio.file.Path;
import java.util.SplittableRandom;

/** Kills a writer at random moments, again and again on one store. One thread at a time. */
final class RandomKills {
  private static final int KILLS_PER_STORE = 50;
  private static final int MOST_ACKNOWLEDGEMENTS = 12;
  private static final int MOST_COMMITS = 10_000;

  /** How many commits are appended together at most. */
  private static final int AT_ONCE = 3;

  /** Until a writer has told. */
  private static final long OPENING_NANOS = 200_000_000;

  private final KillableStore opener;
  private final ChildJvm children;
  private final SplittableRandom random;
  private final long seed;
  private final KillTally tally = new KillTally();
  private long openingNanos = OPENING_NANOS;

  RandomKills(KillableStore opener, ChildJvm children, long seed) {
    this.opener = opener;
    this.children = children;
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  KillTally run(Path base, int kills) {
    for (int store = 1; tally.kills() < kills; store++) {
      SeededCommits commits = SeededCommits.of(seed, store);
      KilledStore killed = new KilledStore(opener, base.resolve("store-" + store), commits, tally);
      int upTo = Math.min(kills, tally.kills() + KILLS_PER_STORE);
      while (tally.kills() < upTo) {
        kill(killed);
        examine(killed);
      }
      killed.examine();
    }
    return tally;
  }

  private void kill(KilledStore store) {
    KillMoment moment =
        random.nextInt(4) == 0
            ? KillMoment.whileOpening(random, openingNanos)
            : KillMoment.whileAppending(random, MOST_ACKNOWLEDGEMENTS);
    WriterProcess writer = children.writer();
    writer.begin(store.commits(), MOST_COMMITS, AT_ONCE, store.directory());
    long began = System.nanoTime();
    if (!moment.isOpening() && writer.awaitOpened()) {
      openingNanos = System.nanoTime() - began;
    }
    moment.await(writer);
    writer.kill();
    store.killed(writer, moment.toString());
    store.failIf("K-01", writer.refused().map(why -> "a writer was refused: " + why));
  }

  /** Mostly it is the next writer that tidies up, so that it is killed while it does. */
  private void examine(KilledStore store) {
    if (random.nextBoolean()) {
      store.examine();
    } else {
      store.examineReading();
    }
  }
}
