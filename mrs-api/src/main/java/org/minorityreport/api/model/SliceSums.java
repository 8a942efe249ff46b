package org.minorityreport.api.model;

import java.util.function.Function;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.UnitsColumn;

/** Sums columns over the members of a report; one unknown makes the sum unknown. */
final class SliceSums {
  private SliceSums() {}

  static UnitsColumn of(
      ReportSlice slice, Direction direction, Function<SkuSlice, UnitsColumn> column) {
    long[] sums = new long[slice.steps().count()];
    for (SkuSlice sku : slice.skus()) {
      if (sku.direction() == direction) {
        UnitsColumn values = column.apply(sku);
        for (int i = 0; i < sums.length; i++) {
          boolean known =
              sums[i] != SalesSeries.UNKNOWN && values.thousandthsAt(i) != SalesSeries.UNKNOWN;
          sums[i] = known ? sums[i] + values.thousandthsAt(i) : SalesSeries.UNKNOWN;
        }
      }
    }
    return UnitsColumn.of(sums);
  }
}
