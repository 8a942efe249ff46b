package org.minorityreport.api.error;

/** A log store refused or failed; nothing of the commit in question is in the store. */
public class LogStoreException extends UsageException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was wrong, with log, position and value
   */
  public LogStoreException(String message) {
    super(message);
  }

  /**
   * Makes the exception with its cause.
   *
   * @param message what was wrong, with log, position and value
   * @param cause what was caught
   */
  public LogStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
