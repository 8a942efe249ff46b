package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.Steps;

class TimeGridTest {
  @Test
  void daysOfAClockChange_coverTheLocalDay() {
    // On 26 October 2025 clocks go back in London: a local day of 25 hours.
    TimeGrid grid = grid("2025-10-25T00:00:00Z", "P1D", 3);
    double[] even = new double[StoreFormat.SLOTS];
    Arrays.fill(even, 1);

    assertThat(grid.weights(even)).containsExactly(new double[] {24, 25, 24}, within(1e-9));
  }

  @Test
  void summer_slotIsLocal() {
    // Monday 2025-08-04, 08:00Z is 09:00 in London.
    TimeGrid grid = grid("2025-08-04T08:00:00Z", "PT15M", 1);
    double[] nine = new double[StoreFormat.SLOTS];
    nine[9 * 4] = 1;

    assertThat(grid.weights(nine)).containsExactly(0.25);
  }

  @Test
  void timesOutside_clampedToTheGrid() {
    TimeGrid grid = grid("2025-08-04T08:00:00Z", "PT1H", 3);

    assertThat(grid.firstStepFrom(Instant.parse("2025-08-03T00:00:00Z"))).isZero();
    assertThat(grid.firstStepFrom(Instant.parse("2025-08-05T00:00:00Z"))).isEqualTo(3);
    assertThat(grid.endStepBefore(Instant.parse("2025-08-03T00:00:00Z"))).isZero();
    assertThat(grid.endStepBefore(Instant.parse("2025-08-05T00:00:00Z"))).isEqualTo(3);
  }

  @Test
  void timeWithinAStep_stepIsTouched() {
    TimeGrid grid = grid("2025-08-04T08:00:00Z", "PT1H", 3);

    assertThat(grid.firstStepFrom(Instant.parse("2025-08-04T09:30:00Z"))).isEqualTo(1);
    assertThat(grid.endStepBefore(Instant.parse("2025-08-04T09:30:00Z"))).isEqualTo(2);
    assertThat(grid.endStepBefore(Instant.parse("2025-08-04T09:00:00Z"))).isEqualTo(1);
  }

  private static TimeGrid grid(String from, String cadence, int count) {
    Steps steps = Steps.of(Instant.parse(from), Cadence.parse(cadence), count);
    return TimeGrid.of(steps, WorldStore.ZONE);
  }
}
