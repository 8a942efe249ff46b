package org.minorityreport.examples.quickstart.dataset;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.SeriesId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.InputTables;
import org.minorityreport.api.series.SalesSeries;
import org.minorityreport.api.series.Steps;
import org.minorityreport.api.value.Units;

/** Collects one quantity per store and day; one thread at a time. */
final class DailySales {
  private final Sku sku;
  private final String column;
  private final SortedMap<StoreId, SortedMap<LocalDate, List<Value>>> values = new TreeMap<>();
  private long rows;

  /**
   * An empty collection.
   *
   * @param sku what the quantity is sold of
   * @param column the column that it comes from, for messages
   */
  DailySales(Sku sku, String column) {
    this.sku = sku;
    this.column = column;
  }

  /** {@return the moment that stands for a day, as steps and ticks write it} */
  static Instant startOf(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  /** Counts a row of sales, good or bad, with a quantity or without. */
  void countRow() {
    rows++;
  }

  void add(StoreId store, LocalDate day, long thousandths, TableRow row) {
    values
        .computeIfAbsent(store, k -> new TreeMap<>())
        .computeIfAbsent(day, k -> new ArrayList<>(1))
        .add(new Value(thousandths, row.source(), row.raw()));
  }

  /** Adds a series per store; a day without a quantity, or with two, stays unknown. */
  void closeInto(InputTables.Builder tables, Refusals refusals) {
    tables.rowsRead(rows);
    values.forEach(
        (store, days) -> {
          Instant from = startOf(days.firstKey());
          long count = ChronoUnit.DAYS.between(days.firstKey(), days.lastKey()) + 1;
          long[] thousandths = new long[Math.toIntExact(count)];
          Arrays.fill(thousandths, SalesSeries.UNKNOWN);
          Steps steps = Steps.of(from, Dataset.DAILY, thousandths.length);
          days.forEach(
              (day, found) -> {
                if (found.stream().mapToLong(Value::thousandths).distinct().count() == 1) {
                  thousandths[steps.indexOf(startOf(day))] = found.get(0).thousandths();
                } else {
                  refuse(store, day, found, refusals);
                }
              });
          tables.sales(SalesSeries.of(SeriesId.of(store, sku), steps, thousandths));
        });
  }

  private void refuse(StoreId store, LocalDate day, List<Value> found, Refusals refusals) {
    for (Value value : found) {
      Value other =
          found.stream()
              .filter(v -> v.thousandths() != value.thousandths())
              .findFirst()
              .orElseThrow();
      refusals.add(
          BadRow.CONFLICTING_VALUES,
          value.source(),
          value.raw(),
          "column '"
              + column
              + "' is '"
              + Units.fromThousandths(value.thousandths()).toPlainString()
              + "' but '"
              + Units.fromThousandths(other.thousandths()).toPlainString()
              + "' in "
              + other.source()
              + " for store '"
              + store
              + "' on "
              + day
              + ", expected one value per store and day; the day stays unknown");
    }
  }

  /** A quantity and where it was found. */
  private record Value(long thousandths, String source, String raw) {}
}
