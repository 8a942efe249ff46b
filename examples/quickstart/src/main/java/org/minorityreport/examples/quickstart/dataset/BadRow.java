package org.minorityreport.examples.quickstart.dataset;

/** Why the row at hand cannot be used; thrown and caught within this package, without a trace. */
final class BadRow extends RuntimeException {
  static final String MISSING_VALUE = "missing_value";
  static final String WRONG_COLUMN_COUNT = "wrong_column_count";
  static final String UNPARSEABLE_ROW = "unparseable_row";
  static final String UNPARSEABLE_TIME = "unparseable_time";
  static final String UNPARSEABLE_NUMBER = "unparseable_number";
  static final String INVALID_VALUE = "invalid_value";
  static final String NEGATIVE_UNITS = "negative_units";
  static final String ABSURD_UNITS = "absurd_units";
  static final String UNKNOWN_STORE = "unknown_store";
  static final String CONFLICTING_VALUES = "conflicting_values";

  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String reason;

  private BadRow(String kind, String reason) {
    super(reason, null, false, false);
    this.kind = kind;
    this.reason = reason;
  }

  static BadRow line(String kind, String reason) {
    return new BadRow(kind, reason);
  }

  static BadRow column(String kind, String column, String value, String expected) {
    return new BadRow(kind, "column '" + column + "' is '" + value + "', expected " + expected);
  }

  /** {@return the code of the refusal} */
  String kind() {
    return kind;
  }

  /** {@return column, value and what was expected} */
  String reason() {
    return reason;
  }
}
