package org.minorityreport.api.error;

/** The caller asked for something that cannot be had, and can mend it: the message says how. */
public class UsageException extends MrsException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception with a message for the caller.
   *
   * @param message what was wrong, with which value, where, and what to do
   */
  public UsageException(String message) {
    super(message);
  }

  /**
   * Makes an exception with a message for the caller and its cause.
   *
   * @param message what was wrong, with which value, where, and what to do
   * @param cause what was caught
   */
  public UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
