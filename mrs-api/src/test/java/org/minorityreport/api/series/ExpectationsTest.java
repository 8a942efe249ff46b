package org.minorityreport.api.series;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Units;

class ExpectationsTest {
  private static final double NAN = Double.NaN;
  private static final Cadence HOUR = Cadence.parse("PT1H");
  private static final Instant NINE = Instant.parse("2025-08-07T09:00:00Z");

  @Test
  void of_roundsUnitsToThreeAndSpreadToSixDecimals() {
    Expectations said =
        Expectations.of(steps(2), new double[] {0.0625, 12.34567}, new double[] {0.0078125, 1});

    assertThat(said.thousandthsAt(0)).isEqualTo(62);
    assertThat(said.thousandthsAt(1)).isEqualTo(12_346);
    assertThat(said.unitsAt(1)).isEqualTo(12.346);
    assertThat(said.spreadAt(0)).isEqualTo(0.007812);
  }

  @Property
  void of_anyNumbers_areHeldAsRowsHoldThem(
      @ForAll @DoubleRange(max = 1e6) @Scale(9) double units,
      @ForAll @DoubleRange(min = 1e-3, max = 1e6) @Scale(9) double spread) {
    Expectations said = Expectations.of(steps(1), new double[] {units}, new double[] {spread});

    assertThat(said.thousandthsAt(0)).isEqualTo(Units.toThousandths(units));
    assertThat(Num.isRounded(said.spreadAt(0))).isTrue();
    assertThat(said)
        .isEqualTo(
            Expectations.of(
                steps(1), new double[] {said.unitsAt(0)}, new double[] {said.spreadAt(0)}));
  }

  @Test
  void of_badValues_areRefused() {
    assertRefused(new double[] {1}, new double[] {1, 1}, "expected_units is '1'");
    assertRefused(new double[] {1, 1}, new double[] {1}, "spread is '1'");
    assertRefused(new double[] {1, -0.1}, new double[] {1, 1}, "expected_units is '-0.1'");
    assertRefused(new double[] {1, 1}, new double[] {1, 0}, "spread is '0.0' but must be above 0");
    assertRefused(new double[] {1, 1}, new double[] {1, 1e-9}, "spread is '1.0E-9'");
    assertRefused(new double[] {1, 1}, new double[] {1, NAN}, "number is 'NaN'");
    assertRefused(
        new double[] {1, NAN},
        new double[] {1, 1},
        "spread is '1.0' but must be absent where nothing is expected");
    assertRefused(
        new double[] {1, Double.POSITIVE_INFINITY}, new double[] {1, 1}, "units is 'Infinity'");
  }

  @Test
  void unknown_saysNothingOfAnyStep() {
    Expectations none = Expectations.unknown(steps(2));

    assertThat(none.isKnown(1)).isFalse();
    assertThat(none.unitsAt(1)).isNaN();
    assertThat(none.spreadAt(1)).isNaN();
    assertThat(none)
        .isEqualTo(Expectations.of(steps(2), new double[] {NAN, NAN}, new double[] {NAN, NAN}));
  }

  @Test
  void then_ofItsTwoParts_isTheWhole() {
    Expectations whole =
        Expectations.of(steps(3), new double[] {1, NAN, 3}, new double[] {1, NAN, 2});

    assertThat(whole.slice(0, 2).then(whole.slice(2, 3))).isEqualTo(whole);
    assertThat(whole.slice(0, 0).then(whole)).isEqualTo(whole);
  }

  @Test
  void then_withAGapOrOverlap_isRefused() {
    Expectations whole = Expectations.unknown(steps(3));

    assertThatThrownBy(() -> whole.slice(0, 1).then(whole.slice(2, 3)))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("the steps from 2025-08-07T10:00:00Z on");
    assertThatThrownBy(() -> whole.slice(0, 2).then(whole.slice(1, 3)))
        .isInstanceOf(InvalidValueException.class);
  }

  private static void assertRefused(double[] expected, double[] spread, String message) {
    assertThatThrownBy(() -> Expectations.of(steps(2), expected, spread))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith(message);
  }

  private static Steps steps(int count) {
    return Steps.of(NINE, HOUR, count);
  }
}
