package org.minorityreport.mock.world;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CountNoiseTest {
  private static final int DRAWS = 40_000;

  @ParameterizedTest(name = "mean {0}, overdispersion {1}")
  @CsvSource({"0.2, 0", "5, 0", "59, 0", "61, 0", "900, 0", "5, 0.05", "59, 0.05", "900, 0.01"})
  void draws_meanAndVarianceAsSaid(double mean, double overdispersion) {
    CountNoise noise = new CountNoise(overdispersion);
    long address = Draws.address(11, "test");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < DRAWS; i++) {
      long count = noise.draw(Draws.at(address, i), mean);
      sum += count;
      squares += (double) count * count;
    }
    double deviation = noise.deviation(mean);
    double variance = squares / DRAWS - (sum / DRAWS) * (sum / DRAWS);

    assertThat(sum / DRAWS).isCloseTo(mean, within(4.5 * deviation / Math.sqrt(DRAWS)));
    assertThat(variance / (deviation * deviation)).isBetween(0.95, 1.05);
  }

  @Test
  void meanZero_nothing() {
    CountNoise noise = new CountNoise(0.002);

    for (int i = 0; i < 1000; i++) {
      assertThat(noise.draw(Draws.at(1, i), 0)).isZero();
    }
  }
}
