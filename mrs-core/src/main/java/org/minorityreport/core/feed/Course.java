package org.minorityreport.core.feed;

import java.util.List;

/**
 * How the reports of a cluster go, from beginning to end: what is sold above the baseline, as a
 * share of it, over the typical case. Immutable.
 */
final class Course {
  /** Nothing is known of it: as it went so far. */
  static final Course STEADY = new Course(List.of());

  /** A beginning with less above the baseline says nothing of how strong the case is. */
  private static final double LEAST_SAID = 0.02;

  /** So many times as strong as the typical case, and no more, is what is gone on from. */
  private static final double STRONGEST = 8;

  private final List<Double> curve;

  private Course(List<Double> curve) {
    this.curve = curve;
  }

  /**
   * The course that a curve of the library tells.
   *
   * @param curve actual divided by expected at equally spaced points; each stands for as much time
   */
  static Course of(List<Double> curve) {
    return new Course(List.copyOf(curve));
  }

  /**
   * What a report comes to if it goes on as its cluster does: the typical course, as many times as
   * strong as it was so far, over what is still expected to be sold at the rate of now.
   *
   * @param soFar units above (+) or below (-) the baseline
   * @param baseline units expected so far, 0 or more
   * @param elapsed how long it has lasted, more than 0
   * @param length how long it will last, not less
   * @return units above or below the baseline in all
   */
  double total(double soFar, double baseline, double elapsed, double length) {
    double done = Math.min(1, elapsed / length);
    double before = mean(0, done);
    double usual = baseline * before;
    double strength = Math.abs(before) < LEAST_SAID || usual == 0 ? 1 : soFar / usual;
    if (curve.isEmpty() || strength < 0) { // it does not go as the others did
      return soFar * length / elapsed;
    }
    double rest = baseline / elapsed * (length - elapsed) * mean(done, 1);
    return soFar + Math.min(STRONGEST, strength) * rest;
  }

  /** The mean above the baseline from one part of the whole to another, 0 of nothing. */
  private double mean(double from, double to) {
    double sum = 0;
    for (int i = 0; i < curve.size(); i++) {
      double start = Math.max(from, (double) i / curve.size());
      double end = Math.min(to, (i + 1.0) / curve.size());
      sum += end > start ? (end - start) * (curve.get(i) - 1) : 0;
    }
    return to > from ? sum / (to - from) : 0;
  }
}
