package org.minorityreport.core.approval;

import java.util.List;
import java.util.Objects;

/**
 * What people made of automatic approvals: of the last 50 that one looked at, which share was
 * right. Immutable.
 *
 * @param right whether each was right, the newest last
 */
public record TrackRecord(List<Boolean> right) {
  private static final int LAST = 50;
  private static final int LEAST = 20;
  private static final double FLOOR = 0.85;

  /** Keeps the last of them. */
  public TrackRecord {
    Objects.requireNonNull(right, "right");
    right = List.copyOf(right.subList(Math.max(0, right.size() - LAST), right.size()));
  }

  /** {@return whether there are enough to tell} */
  public boolean isEnough() {
    return right.size() >= LEAST;
  }

  /** {@return whether there are enough to tell, and too few were right} */
  public boolean isUnderFloor() {
    return isEnough() && share() < FLOOR;
  }

  private double share() {
    return (double) right.stream().filter(it -> it).count() / right.size();
  }
}
