package org.minorityreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.series.Cadence;

class CellsTest {
  private static final Cadence HOURLY = Cadence.of(Duration.ofHours(1));
  private static final Cadence DAILY = Cadence.of(Duration.ofDays(1));
  private static final Instant TIME = Instant.parse("2031-03-03T09:30:00Z");

  private final Cells cells = Cells.of(HOURLY, Optional.of("GBP"));

  @Test
  void times_ofDaysAreDates() {
    assertThat(cells.time(TIME)).isEqualTo("2031-03-03 09:30");
    assertThat(Cells.of(DAILY, Optional.empty()).time(TIME)).isEqualTo("2031-03-03");
    assertThat(cells.end(Optional.empty())).isEqualTo("open");
  }

  @Test
  void impact_isMoneyWhereThereIsAny_elseUnits() {
    assertThat(cells.impact(Optional.of(new BigDecimal("-1234567.50")), BigDecimal.TEN))
        .isEqualTo("-1,234,568 GBP");
    assertThat(cells.impact(Optional.empty(), new BigDecimal("1234.4"))).isEqualTo("+1,234 units");
  }

  @Test
  void confidence_isRoundedDown_soThatItNeverContradictsItsTier() {
    assertThat(Cells.confidence(OptionalDouble.of(0.699999))).isEqualTo("0.69 medium");
    assertThat(Cells.confidence(OptionalDouble.of(0.29))).isEqualTo("0.29 low");
    assertThat(Cells.confidence(OptionalDouble.empty())).isEqualTo("-");
  }

  @Test
  void uplift_isAShareOfWhatWasExpected() {
    assertThat(Cells.uplift(new BigDecimal("5"), new BigDecimal("20"))).isEqualTo("-75 %");
    assertThat(Cells.uplift(new BigDecimal("300"), new BigDecimal("20"))).isEqualTo("+1,400 %");
    assertThat(Cells.uplift(BigDecimal.ONE, BigDecimal.ZERO)).isEqualTo("-");
  }

  @Test
  void shorten_neverExceedsTheWidth_andKeepsWhatFits() {
    assertThat(cells.shorten("twelve chars", 12)).isEqualTo("twelve chars");
    assertThat(cells.shorten("thirteen char", 12)).hasSizeLessThanOrEqualTo(12).startsWith("thirt");
    assertThat(cells.shorten("two\nlines", 12)).isEqualTo("two lines");
  }
}
