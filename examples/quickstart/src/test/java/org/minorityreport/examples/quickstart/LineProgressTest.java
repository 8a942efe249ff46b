package org.minorityreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LineProgressTest {
  @ParameterizedTest(name = "{0} ticks")
  @ValueSource(ints = {1, 9, 10, 11, 769})
  void lines_areAtMostTen_andTheLastTickHasOne(int ticks) {
    StringWriter text = new StringWriter();
    try (Progress progress = Progress.of(false, ticks, new PrintWriter(text))) {
      for (int i = 0; i < ticks; i++) {
        progress.done(Instant.EPOCH);
      }
    }

    assertThat(text.toString().lines()).hasSizeBetween(1, 10);
    assertThat(text.toString().lines().toList())
        .last()
        .isEqualTo("tick " + ticks + " of " + ticks + ": 1970-01-01T00:00:00Z");
  }
}
