package org.minorityreport.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;

class CadenceTest {
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"PT0S", "PT-1H", "PT7M", "PT25H", "PT1H10M", "PT0.5S", "PT15M0.5S"})
  void parse_lengthOffTheDay_isRefused(String text) {
    assertThatThrownBy(() -> Cadence.parse(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith("cadence is 'PT")
        .hasMessageEndingWith("but must be a length that divides a day, or a whole number of days");
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"", "hourly", "P1M", "1H"})
  void parse_noDuration_isRefused(String text) {
    assertThatThrownBy(() -> Cadence.parse(text))
        .hasMessage(
            "cadence is '" + text + "' but must be an ISO-8601 duration such as PT15M or P1D");
  }

  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({"PT15M, PT15M", "PT60M, PT1H", "PT24H, P1D", "P7D, P7D", "PT8H, PT8H"})
  void toString_isTheWireForm(String text, String wire) {
    assertThat(Cadence.parse(text)).hasToString(wire).isEqualTo(Cadence.parse(wire));
  }

  @Test
  void floor_weeks_beginOnMonday() {
    Cadence week = Cadence.of(Duration.ofDays(7));
    Instant monday = Instant.parse("2025-08-04T00:00:00Z");

    assertThat(week.floor(Instant.parse("2025-08-10T23:59:59.999Z"))).isEqualTo(monday);
    assertThat(week.onGrid(monday)).isTrue();
    assertThat(week.onGrid(Instant.parse("2025-08-07T00:00:00Z"))).isFalse();
    assertThat(week.floor(Instant.parse("1969-12-31T00:00:00Z")))
        .isEqualTo(Instant.parse("1969-12-29T00:00:00Z"));
  }

  @Test
  void floor_days_beginAtMidnightUtc() {
    Cadence day = Cadence.of(Duration.ofDays(1));

    assertThat(day.floor(Instant.parse("2024-02-29T23:15:00Z")))
        .isEqualTo(Instant.parse("2024-02-29T00:00:00Z"));
  }

  @Test
  void isDaily_fromADayUpwards() {
    assertThat(Cadence.parse("PT12H").isDaily()).isFalse();
    assertThat(Cadence.parse("P1D").isDaily()).isTrue();
    assertThat(Cadence.parse("P7D").isDaily()).isTrue();
  }

  @Property
  void floor_isTheOneGridTimeOfTheStep(
      @ForAll("cadences") Cadence cadence, @ForAll("instants") Instant time) {
    Instant start = cadence.floor(time);

    assertThat(cadence.onGrid(start)).isTrue();
    assertThat(start).isBeforeOrEqualTo(time);
    assertThat(cadence.plus(start, 1)).isAfter(time);
    assertThat(cadence.onGrid(time)).isEqualTo(start.equals(time));
  }

  @Property
  void floor_everyWeek_isAMonday(@ForAll("instants") Instant time) {
    Instant start = Cadence.parse("P7D").floor(time);

    assertThat(start.atZone(ZoneOffset.UTC).getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
  }

  @Property
  void between_countsWholeStepsRoundedDown(
      @ForAll("cadences") Cadence cadence,
      @ForAll("instants") Instant from,
      @ForAll("instants") Instant to) {
    Duration length = Duration.between(from, to);
    BigDecimal seconds =
        BigDecimal.valueOf(length.getSeconds()).add(BigDecimal.valueOf(length.getNano(), 9));

    assertThat(cadence.between(from, to))
        .isEqualTo(
            seconds
                .divide(BigDecimal.valueOf(cadence.seconds()), 0, RoundingMode.FLOOR)
                .longValueExact());
  }

  @Property
  void between_andPlus_areInverse(
      @ForAll("cadences") Cadence cadence,
      @ForAll("instants") Instant from,
      @ForAll @IntRange(min = -10_000, max = 10_000) int steps) {
    assertThat(cadence.between(from, cadence.plus(from, steps))).isEqualTo(steps);
  }

  @ParameterizedTest(name = "{0} takes {1} steps")
  @CsvSource({"PT0S, 0", "PT1S, 1", "PT1H, 1", "PT1H0.001S, 2", "PT4H, 4", "PT90M, 2"})
  void stepsIn_roundsUp(Duration length, long steps) {
    assertThat(Cadence.parse("PT1H").stepsIn(length)).isEqualTo(steps);
  }

  @Provide
  Arbitrary<Cadence> cadences() {
    return Arbitraries.of("PT1S", "PT15M", "PT1H", "PT8H", "P1D", "P2D", "P7D").map(Cadence::parse);
  }

  @Provide
  Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs().between(-4_000_000_000L, 4_000_000_000L),
            Arbitraries.integers().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }
}
