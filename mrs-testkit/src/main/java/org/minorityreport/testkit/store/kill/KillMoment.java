package org.minorityreport.testkit.store.kill;

import java.util.Locale;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;

/**
 * When a writer is killed: a random time after it began to open the store, or after a random number
 * of acknowledgements. Immutable.
 */
final class KillMoment {
  /** Some commits long, so that every step of a commit and the time between two are met. */
  private static final long LONGEST_DELAY = 8_000_000;

  private final boolean opening;
  private final int acknowledgements;
  private final long delayNanos;

  private KillMoment(boolean opening, int acknowledgements, long delayNanos) {
    this.opening = opening;
    this.acknowledgements = acknowledgements;
    this.delayNanos = delayNanos;
  }

  /** A time within opening and a little after. */
  static KillMoment whileOpening(SplittableRandom random, long openingNanos) {
    return new KillMoment(true, 0, random.nextLong(openingNanos + openingNanos / 4));
  }

  /** A time after some acknowledgements. */
  static KillMoment whileAppending(SplittableRandom random, int most) {
    return new KillMoment(false, random.nextInt(most + 1), random.nextLong(LONGEST_DELAY));
  }

  boolean isOpening() {
    return opening;
  }

  /** Waits for it; comes back earlier if the writer does nothing more. */
  void await(WriterProcess writer) {
    if (opening || (writer.awaitOpened() && writer.awaitAcknowledgements(acknowledgements))) {
      pass();
    }
  }

  /** Time must pass here: the kill is to come at any instruction, not after what a writer says. */
  private void pass() {
    long end = System.nanoTime() + delayNanos;
    for (long left = delayNanos; left > 0; left = end - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }

  /** When, in words. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        opening ? "%2$d ns after it began to open" : "%2$d ns after %1$d acknowledgements",
        acknowledgements,
        delayNanos);
  }
}
