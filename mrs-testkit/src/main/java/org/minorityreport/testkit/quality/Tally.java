package org.minorityreport.testkit.quality;

/** How many of how many. One thread at a time. */
public final class Tally {
  private int part;
  private int all;

  /** Nothing counted yet. */
  Tally() {}

  void count(boolean counts) {
    all++;
    part += counts ? 1 : 0;
  }

  /** {@return how many counted} */
  public int part() {
    return part;
  }

  /** {@return of how many} */
  public int all() {
    return all;
  }

  /** {@return the share, 0 to 1; not a number if nothing was counted} */
  public double share() {
    return (double) part / all;
  }
}
