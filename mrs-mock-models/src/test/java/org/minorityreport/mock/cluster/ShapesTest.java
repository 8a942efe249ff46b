package org.minorityreport.mock.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ShapesTest {
  @ParameterizedTest
  @EnumSource(Shapes.class)
  void curve_reachesItsStrengthOnItsSide(Shapes shape) {
    double[] ratios = shape.ratios(201);

    double strongest =
        shape.isDrop()
            ? Arrays.stream(ratios).min().orElseThrow()
            : Arrays.stream(ratios).max().orElseThrow();
    assertThat(strongest).isCloseTo(shape.strength(), within(0.02));
  }

  @Test
  void pullForward_isMissingAfterwardsWhatItSoldBefore() {
    double[] ratios = Shapes.PULL_FORWARD.ratios(32);

    assertThat(ratios[4]).isGreaterThan(2);
    assertThat(ratios[24]).isLessThan(0.6);
  }

  @Test
  void closure_sellsNothingAtAnyPoint() {
    assertThat(Shapes.CLOSURE.ratios(32)).containsOnly(0);
  }

  @Test
  void doublePeak_hasALullBetweenTwoBursts() {
    double[] ratios = Shapes.DOUBLE.ratios(32);

    assertThat(ratios[15]).isLessThan(ratios[6]).isLessThan(ratios[25]);
  }
}
