package org.minorityreport.examples.csv;

/** The codes of refusals; those of a table other than sales carry its label in front. */
final class RefusalKinds {
  static final String UNPARSEABLE_ROW = "unparseable_row";
  static final String UNREADABLE_TEXT = "unreadable_text";
  static final String WRONG_COLUMN_COUNT = "wrong_column_count";
  static final String MISSING_VALUE = "missing_value";
  static final String INVALID_ID = "invalid_id";
  static final String INVALID_VALUE = "invalid_value";
  static final String UNKNOWN_STORE = "unknown_store";
  static final String UNPARSEABLE_TIME = "unparseable_time";
  static final String ABSURD_TIME = "absurd_time";
  static final String SKIPPED_TIME = "skipped_time";
  static final String OFF_GRID = "off_grid";
  static final String AFTER_DELIVERY = "after_delivery";
  static final String UNPARSEABLE_NUMBER = "unparseable_number";
  static final String TOO_MANY_DECIMALS = "too_many_decimals";
  static final String NEGATIVE_UNITS = "negative_units";
  static final String ABSURD_UNITS = "absurd_units";
  static final String NEGATIVE_REVENUE = "negative_revenue";
  static final String ABSURD_REVENUE = "absurd_revenue";
  static final String CONFLICTING_VALUES = "conflicting_values";

  private RefusalKinds() {}
}
