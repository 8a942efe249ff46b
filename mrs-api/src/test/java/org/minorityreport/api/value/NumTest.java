package org.minorityreport.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.OptionalDouble;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;

class NumTest {
  /** Odd multiples of 1/128 end in ...5 at the seventh decimal, exactly: true ties. */
  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "0.0078125, 0.007812",
    "0.0234375, 0.023438",
    "-0.0078125, -0.007812",
    "-0.0234375, -0.023438",
    "1048576.0078125, 1048576.007812",
    "0.1234564, 0.123456",
    "0.1234566, 0.123457",
    "2.5, 2.5",
    "1e300, 1e300"
  })
  void round_example_isHalfEven(double value, double rounded) {
    assertThat(Num.round(value)).isEqualTo(rounded);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {-0.0, -1e-9, -Double.MIN_VALUE, -0.0000005})
  void round_toZeroFromBelow_isPositiveZero(double value) {
    assertThat(Double.doubleToRawLongBits(Num.round(value))).isZero();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
  void round_notFinite_isRefused(double value) {
    assertThatThrownBy(() -> Num.round(value))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("number is '" + value + "' but must be finite");
  }

  @Property
  void round_anyDouble_isWhatDecimalsSay(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(value));

    assertThat(Num.round(value)).isEqualTo(byDecimals(value));
  }

  @Property
  void round_anySize_isWhatDecimalsSay(
      @ForAll @LongRange(min = -(1L << 52), max = 1L << 52) long mantissa,
      @ForAll @IntRange(min = -60, max = 20) int exponent) {
    double value = StrictMath.scalb((double) mantissa, exponent);

    assertThat(Num.round(value)).isEqualTo(byDecimals(value));
  }

  /** A product with a million errs by more than the distance from these to the tie. */
  @Property(tries = 5000)
  void round_nearTie_isWhatDecimalsSay(
      @ForAll @LongRange(min = -(1L << 42), max = 1L << 42) long millionths,
      @ForAll @IntRange(min = -3, max = 3) int ulps) {
    double value = (millionths + 0.5) / 1e6;
    for (int i = 0; i < Math.abs(ulps); i++) {
      value = ulps > 0 ? Math.nextUp(value) : Math.nextDown(value);
    }

    assertThat(Num.round(value)).isEqualTo(byDecimals(value));
  }

  @Property
  void round_twice_changesNothingMore(
      @ForAll @LongRange(min = -(1L << 52), max = 1L << 52) long mantissa,
      @ForAll @IntRange(min = -60, max = 20) int exponent) {
    double value = StrictMath.scalb((double) mantissa, exponent);

    assertThat(Num.isRounded(Num.round(value))).isTrue();
  }

  @Example
  void isRounded_oneThatIsNot_isFalse() {
    assertThat(Num.isRounded(-0.0)).isFalse();
    assertThat(Num.isRounded(0.1234567)).isFalse();
    assertThat(Num.isRounded(OptionalDouble.of(0.1234567))).isFalse();
    assertThat(Num.isRounded(OptionalDouble.empty())).isTrue();
    assertThat(Num.isRounded(List.of(0.5, 0.1234567))).isFalse();
    assertThat(Num.isRounded(List.of(0.5, 0.123457))).isTrue();
  }

  @Example
  void round_listAndOptional_roundEach() {
    assertThat(Num.round(List.of(0.1234567, 1.0))).containsExactly(0.123457, 1.0);
    assertThat(Num.round(OptionalDouble.of(0.1234567))).hasValue(0.123457);
    assertThat(Num.round(OptionalDouble.empty())).isEmpty();
  }

  private static double byDecimals(double value) {
    return new BigDecimal(value).setScale(6, RoundingMode.HALF_EVEN).doubleValue() + 0.0;
  }
}
