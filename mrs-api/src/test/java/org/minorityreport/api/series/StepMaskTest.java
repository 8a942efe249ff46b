package org.minorityreport.api.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.junit.jupiter.api.Test;

class StepMaskTest {
  private static final Instant FROM = Instant.parse("2025-08-07T00:00:00Z");
  private static final Steps STEPS = Steps.of(FROM, Cadence.parse("PT15M"), 12);

  /** Every span with both ends on, before, between and after steps, and each pair of some. */
  @Test
  void askedOfAllStepsAtOnce_itHidesWhatItHidesOneByOne() {
    List<TimeSpan> spans = new ArrayList<>();
    for (int from = -20; from <= 200; from += 5) {
      for (int to = from; to <= 200; to += 5) {
        spans.add(TimeSpan.of(minutes(from), minutes(to)));
      }
    }
    for (int i = 0; i < spans.size(); i++) {
      agree(StepMask.of(List.of(spans.get(i), spans.get(i * 7 % spans.size()))));
    }
    agree(StepMask.none());
  }

  private static void agree(StepMask mask) {
    BitSet hidden = mask.among(STEPS);
    for (int i = 0; i < STEPS.count(); i++) {
      assertThat(hidden.get(i)).as("%s, step %s", mask, i).isEqualTo(mask.hides(STEPS.timeAt(i)));
    }
    assertThat(hidden.length()).isLessThanOrEqualTo(STEPS.count());
  }

  private static Instant minutes(int after) {
    return FROM.plus(Duration.ofMinutes(after));
  }
}
