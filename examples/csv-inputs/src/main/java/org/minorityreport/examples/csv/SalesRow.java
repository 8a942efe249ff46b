package org.minorityreport.examples.csv;

import java.time.Instant;
import java.util.Optional;
import org.minorityreport.api.series.SalesSeries;

/** Where the values of a sales row stand. Immutable. */
final class SalesRow {
  private final Column store;
  private final Column sku;
  private final Column time;
  private final Column units;
  private final Column revenue;
  private final Column deliveredAt;
  private final boolean returns;

  SalesRow(Columns columns, Mapping mapping) {
    this.store = columns.get("store_id");
    this.sku = columns.get("sku");
    this.time = columns.get("timestamp");
    this.units = columns.get("units");
    this.revenue = columns.get("revenue");
    this.deliveredAt = columns.get("delivered_at");
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

  /** {@return when the row was delivered, if the file says so row by row} */
  Optional<Instant> deliveredAt(String[] fields) {
    Optional<String> text = deliveredAt.optional(fields);
    return text.map(
        t ->
            TimeText.instant(t)
                .orElseThrow(
                    () -> deliveredAt.bad(RefusalKinds.UNPARSEABLE_TIME, t, "a time with offset")));
  }

  boolean hasDeliveredAt() {
    return !deliveredAt.isAbsent();
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
