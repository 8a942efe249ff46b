package org.minorityreport.examples.csv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecimalsTest {
  private static final Column COLUMN = Column.at("units", "units", 0);

  @ParameterizedTest
  @CsvSource({
    "0,0",
    "5,5000",
    "5.,5000",
    "0.001,1",
    ".5,500",
    "+1,1000",
    "1.500000,1500",
    "1e2,100000",
    "999999999,999999999000",
    "1000000000,1000000000000",
    "' 7 ',7000",
    "00.10,100"
  })
  void units_areReadInThousandths(String text, long thousandths) {
    assertThat(units(text)).isEqualTo(thousandths);
  }

  @ParameterizedTest
  @ValueSource(strings = {".", "-", "1.2.3", "1,5", "0x1", "1e", "١", "1_000", "∞", "1e9999"})
  void textThatIsNoNumber_isRefused(String text) {
    assertThatThrownBy(() -> units(text))
        .isInstanceOfSatisfying(
            BadRow.class, e -> assertThat(e.kind()).isEqualTo("unparseable_number"));
  }

  @Property(tries = 300)
  void plainNumbers_areReadAsTheirDecimal(
      @ForAll @BigRange(min = "0", max = "1000000000") @Scale(3) BigDecimal value) {
    assertThat(units(value.toPlainString())).isEqualTo(value.movePointRight(3).longValueExact());
  }

  @Property(tries = 300)
  void money_isRoundedHalfEvenOnce(
      @ForAll @BigRange(min = "0", max = "1000000") @Scale(4) BigDecimal value) {
    assertThat(Decimals.cents(COLUMN, value.toPlainString(), false))
        .isEqualTo(
            value.setScale(2, java.math.RoundingMode.HALF_EVEN).movePointRight(2).longValueExact());
  }

  @Test
  void attributes_areNumbersOnlyIfTheyCanBeWrittenBack() {
    assertThat(Decimals.attribute("120")).isEqualTo(120);
    assertThat(Decimals.attribute("-0.5")).isEqualTo(-0.5);
    assertThat(Decimals.attribute("12345678901")).isEqualTo(12345678901L);
    assertThat(Decimals.attribute("007")).isEqualTo("007");
    assertThat(Decimals.attribute("1e5")).isEqualTo("1e5");
    assertThat(Decimals.attribute("1234567890123456")).isEqualTo("1234567890123456");
  }

  private static long units(String text) {
    return Decimals.units(COLUMN, new String[] {text}, false);
  }
}
