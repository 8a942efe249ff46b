package org.minorityreport.testkit.quality;

import org.minorityreport.mock.world.narrative.Narrative;

/** What the rows of context say of a happening. */
public enum Explanation {
  /** A row tells the true cause. */
  TRUE_ROW("a true row"),
  /** A true row, and one that misleads. */
  BOTH("a true and a misleading row"),
  /** Only a row that misleads. */
  MISLEADING_ROW("only a misleading row"),
  /** No row at all. */
  NO_ROW("no row");

  private final String words;

  Explanation(String words) {
    this.words = words;
  }

  static Explanation of(Narrative narrative) {
    boolean told =
        narrative.leaves().stream().anyMatch(r -> r.category().equals(narrative.category()));
    boolean misled =
        narrative.leaves().stream().anyMatch(r -> !r.category().equals(narrative.category()));
    return told ? (misled ? BOTH : TRUE_ROW) : (misled ? MISLEADING_ROW : NO_ROW);
  }

  /** {@return whether a row explains the happening} */
  public boolean explains() {
    return this == TRUE_ROW || this == BOTH;
  }

  @Override
  public String toString() {
    return words;
  }
}
