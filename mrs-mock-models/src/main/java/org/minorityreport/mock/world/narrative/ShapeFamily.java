package org.minorityreport.mock.world.narrative;

import java.util.Arrays;
import java.util.Locale;
import org.minorityreport.api.value.Rules;

/**
 * The course that a deviation takes from its start to its end, without its size.
 *
 * <p>A shape maps the phase (0 at the start, 1 at the end) to a share of the full effect: 1 is all
 * of it, 0 none, a negative share is an effect to the other side.
 */
public enum ShapeFamily {
  /** Nearly full at once, its peak early, then fading ever more slowly. */
  SPIKE {
    @Override
    double share(double phase) {
      double fading = (1 - phase) / 0.85;
      return phase < 0.15 ? 0.7 + 2 * phase : fading * fading;
    }
  },
  /** Full from start to end. */
  PLATEAU {
    @Override
    double share(double phase) {
      return 1;
    }
  },
  /** Grows evenly from nothing to full, then stops. */
  RAMP {
    @Override
    double share(double phase) {
      return phase;
    }
  },
  /** Full at the start, then losing the same share of what is left in equal times. */
  DECAY {
    @Override
    double share(double phase) {
      return StrictMath.exp(-3 * phase);
    }
  },
  /** Two humps with a lull between. */
  DOUBLE {
    @Override
    double share(double phase) {
      if (phase < 0.35) {
        return 1;
      }
      return phase < 0.6 ? 0.1 : 0.85;
    }
  },
  /** Sinks to its depth in the middle and recovers; only for drops. */
  DIP {
    @Override
    double share(double phase) {
      return 0.4 + 2.4 * phase * (1 - phase);
    }
  },
  /** Full from start to end, of a place or product that sells nearly nothing; only for drops. */
  CLOSURE {
    @Override
    double share(double phase) {
      return 1;
    }
  },
  /** People buy now what they would have bought later; only for uplifts. */
  PULL_FORWARD {
    @Override
    double share(double phase) {
      return phase < 0.5 ? 1 : -0.4;
    }
  };

  /**
   * The share of the full effect at a phase.
   *
   * @param phase 0 at the start, 1 at the end
   * @return the share, within [-1, 1]; 0 before the start and from the end on
   */
  public double at(double phase) {
    return phase >= 0 && phase < 1 ? share(phase) : 0;
  }

  abstract double share(double phase);

  /**
   * The name as it stands in files.
   *
   * @return lower-case with underscores, such as {@code pull_forward}
   */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }

  static ShapeFamily parse(String field, String text) {
    return Arrays.stream(values())
        .filter(shape -> shape.wireName().equals(text))
        .findFirst()
        .orElseThrow(
            () ->
                Rules.broken(
                    field,
                    text,
                    "one of " + Arrays.stream(values()).map(ShapeFamily::wireName).toList()));
  }
}
