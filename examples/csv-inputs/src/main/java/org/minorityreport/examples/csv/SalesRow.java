package org.minorityreport.examples.csv;

import org.minorityreport.api.series.SalesSeries;

/** Where the values of a sales row stand. Immutable. */
final class SalesRow {
  private final Column store;
  private final Column sku;
  private final Column time;
  private final Column units;
  private final Column revenue;
  private final boolean returns;

  SalesRow(Columns columns, Mapping mapping) {
    this.store = columns.get("store_id");
    this.sku = columns.get("sku");
    this.time = columns.get("timestamp");
    this.units = columns.get("units");
    this.revenue = columns.get("revenue");
    this.returns = mapping.returns();
  }

  Column store() {
    return store;
  }

  Column sku() {
    return sku;
  }

  Column time() {
    return time;
  }

  boolean hasRevenue() {
    return !revenue.isAbsent();
  }

  /** {@return the units in thousandths} */
  long units(String[] fields) {
    return Decimals.units(units, fields, returns);
  }

  /** {@return the revenue in hundredths, unknown where the field is empty} */
  long cents(String[] fields) {
    String text = revenue.text(fields);
    return text.isBlank() ? SalesSeries.UNKNOWN : Decimals.cents(revenue, text, returns);
  }
}
