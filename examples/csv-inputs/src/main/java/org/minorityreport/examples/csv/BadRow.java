package org.minorityreport.examples.csv;

/** Why the row at hand cannot be used; thrown and caught within this package, without a trace. */
final class BadRow extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;

  BadRow(String kind, String message) {
    super(message, null, false, false);
    this.kind = kind;
  }

  /** {@return the code of the refusal} */
  String kind() {
    return kind;
  }

  /** {@return column, value and what was expected} */
  String message() {
    return String.valueOf(getMessage());
  }
}
