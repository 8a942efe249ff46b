package org.minorityreport.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;

class UnitsTest {
  private static final long MAX = Units.MAX_UNITS * Units.PER_UNIT;

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "1.200, 1.2",
    "100, 100",
    "1e2, 100",
    "0.000, 0",
    "-0.500, -0.5",
    "0.0005, 0",
    "0.0015, 0.002"
  })
  void normal_dropsTrailingZerosAndNothingElse(BigDecimal units, String text) {
    assertThat(Units.normal(units)).hasToString(text);
  }

  @Property
  void fromThousandths_andBack_isTheSame(
      @ForAll @LongRange(min = -MAX, max = MAX) long thousandths) {
    BigDecimal units = Units.fromThousandths(thousandths);

    assertThat(Units.toThousandths(units)).isEqualTo(thousandths);
    assertThat(units.scale()).isBetween(0, 3);
    assertThat(units.scale() == 0 || units.unscaledValue().longValue() % 10 != 0).isTrue();
  }

  @Property
  void toThousandths_ofEstimate_isHalfEven(
      @ForAll @DoubleRange(min = -Units.MAX_UNITS, max = Units.MAX_UNITS) @Scale(9) double units) {
    BigDecimal exact = new BigDecimal(units).movePointRight(3);

    assertThat(Units.toThousandths(units))
        .isEqualTo(exact.setScale(0, RoundingMode.HALF_EVEN).longValueExact());
  }

  /** 1/16 = 0.0625: exact ties in binary. */
  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({"0.0625, 62", "0.1875, 188", "-0.0625, -62"})
  void toThousandths_tie_isHalfEven(double units, long thousandths) {
    assertThat(Units.toThousandths(units)).isEqualTo(thousandths);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, 1.1e9, -1.1e9})
  void toThousandths_absurdEstimate_isRefused(double units) {
    assertThatThrownBy(() -> Units.toThousandths(units))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("units is '" + units + "' but must be finite and at most 1000000000 in size");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"0.0001", "1.2345", "1000000000.001", "-1000000001"})
  void toThousandths_tooFineOrTooLarge_isRefused(BigDecimal units) {
    assertThatThrownBy(() -> Units.toThousandths(units))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageContaining("'" + units + "'")
        .hasMessageContaining("at most 3 decimals");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({"1.005, 1.00", "1.015, 1.02", "-1.005, -1.00", "7, 7.00"})
  void money_normal_isHalfEvenOfScaleTwo(BigDecimal amount, String text) {
    assertThat(Money.normal(amount)).hasToString(text);
  }
}
