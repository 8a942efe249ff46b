package org.minorityreport.api.error;

import tools.jackson.core.io.NumberOutput;

/** A value or record was built with a field that breaks a rule; names field, value and rule. */
public final class InvalidValueException extends UsageException {
  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Makes the exception from the text of a builder that lacks required fields.
   *
   * @param message which fields lack
   */
  public InvalidValueException(String message) {
    super(message);
    this.field = "";
  }

  private InvalidValueException(String field, String message) {
    super(message);
    this.field = field;
  }

  /**
   * The exception for one field.
   *
   * @param field wire name of the field
   * @param value the offending value
   * @param rule what the field must be
   * @return the exception, to be thrown by the caller
   */
  public static InvalidValueException of(String field, Object value, String rule) {
    return new InvalidValueException(
        field, field + " is '" + text(value) + "' but must be " + rule);
  }

  /**
   * A message may become part of a row, so numbers are written as rows write them: {@code
   * Double.toString} differs by JDK.
   */
  private static String text(Object value) {
    return value instanceof Double number && Double.isFinite(number)
        ? NumberOutput.toString(number, true)
        : String.valueOf(value);
  }

  /**
   * The wire name of the offending field.
   *
   * @return the name, empty where a builder lacked several fields (the message lists them)
   */
  public String field() {
    return field;
  }
}
