package org.minorityreport.api.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Units;

/** A column of units, one value a step, unknown ones {@code null} in JSON. Immutable. */
public final class UnitsColumn {
  private final long[] thousandths;

  private UnitsColumn(long[] thousandths) {
    this.thousandths = thousandths;
  }

  /**
   * The column with some values.
   *
   * @param thousandths thousandths of a unit, {@link SalesSeries#UNKNOWN} where unknown; copied
   * @return the column
   */
  public static UnitsColumn of(long[] thousandths) {
    return new UnitsColumn(thousandths.clone());
  }

  /**
   * Reads the JSON form.
   *
   * @param units units, null where unknown
   * @return the column
   */
  @JsonCreator
  static UnitsColumn ofList(List<@Nullable BigDecimal> units) {
    long[] thousandths = new long[units.size()];
    for (int i = 0; i < thousandths.length; i++) {
      BigDecimal value = units.get(i);
      thousandths[i] = value == null ? SalesSeries.UNKNOWN : Units.toThousandths(value);
    }
    return new UnitsColumn(thousandths);
  }

  /** {@return the units, null where unknown; the JSON form} */
  @JsonValue
  public List<@Nullable BigDecimal> toList() {
    List<@Nullable BigDecimal> units = new ArrayList<>(thousandths.length);
    for (long value : thousandths) {
      units.add(value == SalesSeries.UNKNOWN ? null : Units.fromThousandths(value));
    }
    return units;
  }

  /** {@return the number of steps} */
  public int size() {
    return thousandths.length;
  }

  /**
   * One value.
   *
   * @param index index of the step
   * @return thousandths of a unit, or {@link SalesSeries#UNKNOWN}
   */
  public long thousandthsAt(int index) {
    return thousandths[index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof UnitsColumn that && Arrays.equals(thousandths, that.thousandths);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(thousandths);
  }

  @Override
  public String toString() {
    return toList().toString();
  }
}
