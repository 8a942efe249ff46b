package org.minorityreport.api.error;

import java.util.Objects;

/**
 * An input could not be used at all: a file is missing, a column is missing, too many rows are bad.
 * Single bad rows are not exceptions; they become dead letters and the rest is processed.
 */
public final class InvalidInputException extends UsageException {
  private static final long serialVersionUID = 1L;

  private final String source;

  /**
   * Makes the exception.
   *
   * @param source the file or other source, as the caller named it
   * @param message what was wrong, with which value, and what was expected
   */
  public InvalidInputException(String source, String message) {
    super(source + ": " + message);
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * Makes the exception with its cause.
   *
   * @param source the file or other source, as the caller named it
   * @param message what was wrong, with which value, and what was expected
   * @param cause what was caught
   */
  public InvalidInputException(String source, String message, Throwable cause) {
    super(source + ": " + message, cause);
    this.source = Objects.requireNonNull(source, "source");
  }

  /**
   * The source that could not be used.
   *
   * @return the file or other source, as the caller named it
   */
  public String source() {
    return source;
  }
}
