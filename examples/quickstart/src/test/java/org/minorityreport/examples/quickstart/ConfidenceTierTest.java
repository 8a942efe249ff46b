package org.minorityreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConfidenceTierTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"0, LOW", "0.499999, LOW", "0.5, MEDIUM", "0.699999, MEDIUM", "0.7, HIGH", "1, HIGH"})
  void bounds_belongToTheTierAbove(double confidence, ConfidenceTier tier) {
    assertThat(ConfidenceTier.of(confidence)).isEqualTo(tier);
  }
}
