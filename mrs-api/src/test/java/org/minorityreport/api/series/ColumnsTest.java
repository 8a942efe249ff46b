package org.minorityreport.api.series;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ColumnsTest {
  @Test
  void units_unknownSteps_areNullInTheList() {
    UnitsColumn column = UnitsColumn.of(new long[] {1500, SalesSeries.UNKNOWN, 0, 100_000});

    assertThat(column.toList())
        .containsExactly(new BigDecimal("1.5"), null, new BigDecimal("0"), new BigDecimal("100"));
    assertThat(UnitsColumn.ofList(column.toList())).isEqualTo(column);
  }

  @Test
  void numbers_unknownSteps_areNullInTheList() {
    NumColumn column = NumColumn.of(new double[] {0.1234567, Double.NaN, -0.0});

    assertThat(column.toList()).isEqualTo(Arrays.asList(0.123457, null, 0.0));
    assertThat(NumColumn.ofList(column.toList())).isEqualTo(column);
  }

  @Test
  void columns_arrayChangedAfterwards_isNotSeen() {
    long[] units = {1};
    double[] numbers = {1};
    UnitsColumn unitsColumn = UnitsColumn.of(units);
    NumColumn numColumn = NumColumn.of(numbers);
    units[0] = 2;
    numbers[0] = 2;

    assertThat(unitsColumn.thousandthsAt(0)).isEqualTo(1);
    assertThat(numColumn.at(0)).isEqualTo(1);
  }
}
