package org.minorityreport.mock.baseline;

import java.time.Instant;
import java.util.List;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.series.TimeSpan;

/**
 * What may be learnt from: the known, unmasked units of a range of steps, from the look-back before
 * the first step asked about to the last one. Immutable.
 */
final class History {
  private final SalesSeries series;
  private final int first;
  private final Steps range;
  private final int[] hidden;

  private History(SalesSeries series, int first, Steps range, int[] hidden) {
    this.series = series;
    this.first = first;
    this.range = range;
    this.hidden = hidden;
  }

  static History of(BaselineQuestion question, int lookBack) {
    SalesSeries series = question.series();
    Steps asked = question.asked();
    int askedAt = series.steps().indexOf(asked.from());
    int start = Math.min(askedAt, Math.max(0, askedAt - lookBack));
    Steps range =
        Steps.of(series.steps().timeAt(start), asked.cadence(), askedAt + asked.count() - start);
    return new History(series, start, range, hidden(range, question.mask().spans()));
  }

  /** First and end of each masked span, as indices of the range. */
  private static int[] hidden(Steps range, List<TimeSpan> spans) {
    int[] hidden = new int[2 * spans.size()];
    for (int i = 0; i < spans.size(); i++) {
      hidden[2 * i] = indexNotBefore(range, spans.get(i).from());
      hidden[2 * i + 1] = indexNotBefore(range, spans.get(i).to());
    }
    return hidden;
  }

  private static int indexNotBefore(Steps range, Instant time) {
    long whole = time.getEpochSecond() + (time.getNano() > 0 ? 1 : 0);
    long behind = Math.floorDiv(range.from().getEpochSecond() - whole, range.cadence().seconds());
    return (int) Math.max(0, Math.min(range.count(), -behind));
  }

  /** {@return the steps; those asked about are the last of them} */
  Steps range() {
    return range;
  }

  /**
   * {@return the units of a step in thousandths, or {@link SalesSeries#UNKNOWN}, also if masked}
   */
  long thousandthsAt(int step) {
    for (int i = 0; i < hidden.length; i += 2) {
      if (step >= hidden[i] && step < hidden[i + 1]) {
        return SalesSeries.UNKNOWN;
      }
    }
    int at = first + step;
    return at >= 0 && at < series.size() ? series.thousandthsAt(at) : SalesSeries.UNKNOWN;
  }
}
