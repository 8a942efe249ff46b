package org.minorityreport.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;

class ConfidenceTierTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({"0, LOW", "0.499999, LOW", "0.5, MEDIUM", "0.699999, MEDIUM", "0.7, HIGH", "1, HIGH"})
  void bounds_belongToTheTierAbove(double confidence, ConfidenceTier tier) {
    assertThat(ConfidenceTier.of(confidence)).isEqualTo(tier);
    assertThat(ConfidenceTier.of(OptionalDouble.of(confidence))).contains(tier);
  }

  @Test
  void noConfidence_hasNoTier() {
    assertThat(ConfidenceTier.of(OptionalDouble.empty())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {-0.01, 1.01, Double.NaN})
  void whatIsNoConfidence_isRefused(double confidence) {
    assertThatThrownBy(() -> ConfidenceTier.of(confidence))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("confidence is '" + confidence + "' but must be within [0, 1]");
  }
}
