package org.minorityreport.examples.benchmarks.workload;

/** Numbers that look random and are always the same: the output function of SplitMix64. */
final class Mix {
  private static final long STEP = 0x9E3779B97F4A7C15L;

  private Mix() {}

  static long of(long seed) {
    long z = seed + STEP;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** A number from 0 up to, but not including, {@code bound}. */
  static int below(int bound, long seed) {
    return (int) Long.remainderUnsigned(of(seed), bound);
  }
}
