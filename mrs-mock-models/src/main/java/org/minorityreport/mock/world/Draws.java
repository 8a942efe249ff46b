package org.minorityreport.mock.world;

/**
 * Chance by address: the same address gives the same draw, in whatever order and however often it
 * is asked, and no draw shifts another. Written out (SplitMix64 over FNV-1a) because the generators
 * of the JDK do not promise their numbers.
 */
final class Draws {
  private static final long GOLDEN = 0x9E3779B97F4A7C15L;

  private long state;

  private Draws(long state) {
    this.state = state;
  }

  /** The address of something with a name of several parts; parts are told apart by their place. */
  static long address(long seed, String... parts) {
    long address = mix(seed + GOLDEN);
    for (String part : parts) {
      address = mix(address ^ hash(part));
    }
    return address;
  }

  /** A sequence of draws for one moment of what has the address. */
  static Draws at(long address, long moment) {
    return new Draws(mix(address ^ mix(moment + GOLDEN)));
  }

  /** The one draw of an address, in [0, 1). */
  static double share(long seed, String... parts) {
    return unit(mix(address(seed, parts) + GOLDEN));
  }

  /** The next draw, in [0, 1). */
  double next() {
    state += GOLDEN;
    return unit(mix(state));
  }

  private static double unit(long bits) {
    return (bits >>> 11) * 0x1p-53;
  }

  private static long hash(String text) {
    long hash = 0xcbf29ce484222325L;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static long mix(long bits) {
    long z = (bits ^ (bits >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
