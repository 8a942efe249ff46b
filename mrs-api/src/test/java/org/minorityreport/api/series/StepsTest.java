package org.minorityreport.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;

class StepsTest {
  private static final Cadence HOUR = Cadence.parse("PT1H");
  private static final Instant NINE = Instant.parse("2025-08-07T09:00:00Z");

  @Test
  void of_offTheGrid_isRefused() {
    assertThatThrownBy(() -> Steps.of(NINE.plusSeconds(60), HOUR, 3))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("from is '2025-08-07T09:01:00Z' but must be on the grid of PT1H");
  }

  @Test
  void of_negativeCount_isRefused() {
    assertThatThrownBy(() -> Steps.of(NINE, HOUR, -1))
        .hasMessage("count is '-1' but must be 0 or more");
  }

  @Test
  void between_partOfAStepAtTheEnd_isLeftOut() {
    assertThat(Steps.between(NINE, NINE.plusSeconds(3 * 3600 - 1), HOUR).count()).isEqualTo(2);
    assertThat(Steps.between(NINE, NINE.minusSeconds(1), HOUR).count()).isZero();
  }

  @Test
  void timeAtAndIndexOf_countFromTheStart() {
    Steps steps = Steps.of(NINE, HOUR, 3);

    assertThat(steps.to()).isEqualTo(Instant.parse("2025-08-07T12:00:00Z"));
    assertThat(steps.timeAt(2)).isEqualTo(Instant.parse("2025-08-07T11:00:00Z"));
    assertThat(steps.indexOf(Instant.parse("2025-08-07T11:59:59Z"))).isEqualTo(2);
    assertThat(steps.indexOf(Instant.parse("2025-08-07T08:59:59Z"))).isEqualTo(-1);
  }

  @Test
  void slice_beyondTheEnds_isRefused() {
    Steps steps = Steps.of(NINE, HOUR, 3);

    assertThat(steps.slice(1, 3)).isEqualTo(Steps.of(NINE.plusSeconds(3600), HOUR, 2));
    assertThat(steps.slice(3, 3).count()).isZero();
    assertThatThrownBy(() -> steps.slice(1, 4)).isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> steps.slice(-1, 2)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void mask_hidesFromStartToBeforeEnd() {
    StepMask mask = StepMask.of(List.of(TimeSpan.of(NINE, NINE.plusSeconds(3600))));

    assertThat(mask.hides(NINE)).isTrue();
    assertThat(mask.hides(NINE.minusNanos(1))).isFalse();
    assertThat(mask.hides(NINE.plusSeconds(3600))).isFalse();
    assertThat(StepMask.none().hides(NINE)).isFalse();
  }

  @Test
  void mask_overlappingSpansInAnyOrder_isOneValue() {
    TimeSpan early = TimeSpan.of(Instant.MIN, NINE);
    TimeSpan late = TimeSpan.of(NINE.minusSeconds(60), Instant.MAX);

    StepMask mask = StepMask.of(List.of(late, early, late));

    assertThat(mask).isEqualTo(StepMask.of(List.of(early, late)));
    assertThat(mask.spans()).containsExactly(early, late);
    assertThat(mask.hides(NINE)).isTrue();
    assertThat(mask.hides(Instant.EPOCH)).isTrue();
  }

  @Test
  void timeSpan_backwards_isRefused() {
    assertThatThrownBy(() -> TimeSpan.of(NINE, NINE.minusSeconds(1)))
        .hasMessage(
            "to is '2025-08-07T08:59:59Z' but must be not before from (2025-08-07T09:00:00Z)");
  }
}
