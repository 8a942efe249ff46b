package org.minorityreport.api.view;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SeverityClassTest {
  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "0, LOW, low",
    "0.299999, LOW, low",
    "0.3, MEDIUM, medium",
    "0.599999, MEDIUM, medium",
    "0.6, HIGH, high",
    "0.849999, HIGH, high",
    "0.85, CRITICAL, critical",
    "1, CRITICAL, critical"
  })
  void bounds_belongToTheClassAbove(double severity, SeverityClass of, String word) {
    assertThat(SeverityClass.of(severity)).isEqualTo(of);
    assertThat(of.wireName()).isEqualTo(word);
  }
}
