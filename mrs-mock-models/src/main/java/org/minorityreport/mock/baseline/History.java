package org.minorityreport.mock.baseline;

import java.time.Instant;
import java.util.Arrays;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.StepMask;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;

/**
 * What may be learnt from, laid out in primitive arrays over one range of steps: from the look-back
 * before the first step asked about to the last one. One thread at a time.
 */
final class History {
  private final double[] units;
  private final Seasons seasons;
  private final int firstAsked;

  private History(double[] units, Seasons seasons, int firstAsked) {
    this.units = units;
    this.seasons = seasons;
    this.firstAsked = firstAsked;
  }

  static History of(BaselineQuestion question, int lookBack) {
    SalesSeries series = question.series();
    Steps asked = question.asked();
    int askedAt = series.steps().indexOf(asked.from());
    int start = Math.min(askedAt, Math.max(0, askedAt - lookBack));
    Steps range =
        Steps.of(series.steps().timeAt(start), asked.cadence(), askedAt + asked.count() - start);
    double[] units = new double[range.count()];
    for (int i = 0; i < units.length; i++) {
      int at = start + i;
      units[i] = at >= 0 && at < series.size() ? series.unitsAt(at) : Double.NaN;
    }
    hide(units, range, question.mask());
    return new History(units, Seasons.of(range, question.store().zone()), askedAt - start);
  }

  /** Span by span: asking the mask step by step would make an object for each. */
  private static void hide(double[] units, Steps range, StepMask mask) {
    for (TimeSpan span : mask.spans()) {
      int first = indexNotBefore(range, span.from());
      int end = indexNotBefore(range, span.to());
      if (first < end) {
        Arrays.fill(units, first, end, Double.NaN);
      }
    }
  }

  private static int indexNotBefore(Steps range, Instant time) {
    long whole = time.getEpochSecond() + (time.getNano() > 0 ? 1 : 0);
    long behind = Math.floorDiv(range.from().getEpochSecond() - whole, range.cadence().seconds());
    return (int) Math.max(0, Math.min(range.count(), -behind));
  }

  /** {@return the index of the first step asked about; the others follow it} */
  int firstAsked() {
    return firstAsked;
  }

  /** {@return the units of each step, NaN where unknown or masked; not to be changed} */
  double[] units() {
    return units;
  }

  /** {@return the season of each step} */
  Seasons seasons() {
    return seasons;
  }
}
