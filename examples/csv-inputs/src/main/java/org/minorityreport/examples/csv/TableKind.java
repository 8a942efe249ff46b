package org.minorityreport.examples.csv;

import java.util.List;

/** The tables of a folder, with the columns that the contract names. */
enum TableKind {
  SALES("sales", true, "store_id sku timestamp units", "revenue delivered_at"),
  STORES(
      "stores",
      true,
      "store_id retailer",
      "name city region country lat lon format time_zone sales_region"),
  CAMPAIGNS(
      "campaigns",
      false,
      "campaign_id name channel category start end",
      "regions store_ids skus spend recorded_at"),
  CONTEXT(
      "context",
      false,
      "context_id category name start source",
      "subtype end regions cities store_ids skus severity url confidence recorded_at"),
  DRIVERS(
      "drivers",
      false,
      "driver_id kind timestamp value",
      "campaign_id context_id store_ids regions skus recorded_at");

  private final String label;
  private final boolean needed;
  private final String required;
  private final String optional;

  TableKind(String label, boolean needed, String required, String optional) {
    this.label = label;
    this.needed = needed;
    this.required = required;
    this.optional = optional;
  }

  /** {@return the name of its section in the mapping file} */
  String label() {
    return label;
  }

  /** {@return the name of its file unless the mapping file says another} */
  String fileName() {
    return label + ".csv";
  }

  /** {@return whether a folder without it cannot be read} */
  boolean isNeeded() {
    return needed;
  }

  /** {@return the columns without which a row means nothing, the id first} */
  List<String> required() {
    return List.of(required.split(" ", -1));
  }

  /** {@return the columns that may be missing} */
  List<String> optional() {
    return List.of(optional.split(" ", -1));
  }

  /** {@return what a user has to put there, for messages} */
  String expectation() {
    return "columns "
        + String.join(", ", required())
        + " and, if wanted, "
        + String.join(", ", optional());
  }
}
