package org.minorityreport.testkit.model;

import java.time.Instant;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.SalesSeries;

/**
 * Something out of the ordinary in made-up sales. Immutable.
 *
 * @param at first step, counted from the step of {@link SeriesCase#NOW}
 * @param length number of steps
 * @param kind what happens to them
 */
record Bump(int at, int length, Kind kind) {
  /** What happens to the sales of a step. */
  enum Kind {
    /** Three times as much is sold. */
    TREBLE("three times as many"),
    /** Ten times as much is sold. */
    TENFOLD("ten times as many"),
    /** A third is sold. */
    THIRD("a third as many"),
    /** Nothing is sold. */
    NOTHING("nothing"),
    /** What was sold is not known. */
    UNKNOWN("unknown"),
    /** More is brought back than sold. */
    RETURNS("returns"),
    /** An absurd number. */
    HUGE("150 million");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    long units(long ordinary) {
      return switch (this) {
        case TREBLE -> 3 * ordinary;
        case TENFOLD -> 10 * ordinary;
        case THIRD -> ordinary / 3;
        case NOTHING -> 0;
        case UNKNOWN -> SalesSeries.UNKNOWN;
        case RETURNS -> -ordinary;
        case HUGE -> 150_000_000;
      };
    }

    @Override
    public String toString() {
      return words;
    }
  }

  boolean covers(long step) {
    return step >= at && step < at + length;
  }

  String words(Cadence cadence) {
    Instant from = cadence.plus(SeriesCase.now(cadence), at);
    return kind + " from " + from + (length == 1 ? "" : " for " + length + " steps");
  }
}
