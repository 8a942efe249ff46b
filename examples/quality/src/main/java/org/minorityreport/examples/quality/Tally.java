package org.minorityreport.examples.quality;

/** How many of how many. One thread at a time. */
final class Tally {
  private int part;
  private int all;

  void count(boolean counts) {
    all++;
    part += counts ? 1 : 0;
  }

  int part() {
    return part;
  }

  int all() {
    return all;
  }

  /** {@return the share, 0 to 1; not a number if nothing was counted} */
  double share() {
    return (double) part / all;
  }
}
