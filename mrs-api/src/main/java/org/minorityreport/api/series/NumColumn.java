package org.minorityreport.api.series;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.value.Num;

/** A column of numbers, one a step, unknown ones {@code null} in JSON. Immutable. */
public final class NumColumn {
  private final double[] values;

  private NumColumn(double[] values) {
    this.values = values;
  }

  /**
   * The column with some values, rounded half-even to six decimals.
   *
   * @param values numbers, NaN where unknown; copied
   * @return the column
   */
  public static NumColumn of(double[] values) {
    double[] rounded = values.clone();
    for (int i = 0; i < rounded.length; i++) {
      rounded[i] = Double.isNaN(rounded[i]) ? Double.NaN : Num.round(rounded[i]);
    }
    return new NumColumn(rounded);
  }

  /**
   * Reads the JSON form.
   *
   * @param values numbers, null where unknown
   * @return the column
   */
  @JsonCreator
  static NumColumn ofList(List<@Nullable Double> values) {
    double[] numbers = new double[values.size()];
    for (int i = 0; i < numbers.length; i++) {
      Double value = values.get(i);
      numbers[i] = value == null ? Double.NaN : value;
    }
    return of(numbers);
  }

  /** {@return the numbers, null where unknown; the JSON form} */
  @JsonValue
  public List<@Nullable Double> toList() {
    List<@Nullable Double> list = new ArrayList<>(values.length);
    for (double value : values) {
      list.add(Double.isNaN(value) ? null : Double.valueOf(value));
    }
    return list;
  }

  /** {@return the number of steps} */
  public int size() {
    return values.length;
  }

  /**
   * One value.
   *
   * @param index index of the step
   * @return the number, NaN where unknown
   */
  public double at(int index) {
    return values[index];
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NumColumn that && Arrays.equals(values, that.values);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(values);
  }

  @Override
  public String toString() {
    return toList().toString();
  }
}
