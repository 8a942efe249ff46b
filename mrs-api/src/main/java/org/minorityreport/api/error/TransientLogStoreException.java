package org.minorityreport.api.error;

/**
 * A log store could not be reached or is busy, and the same commit may succeed a moment later: the
 * runner hands it in again before it gives up. Nothing of the commit is in the store, or all of it
 * is: then the store drops it as duplicates.
 */
public final class TransientLogStoreException extends LogStoreException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what was wrong
   */
  public TransientLogStoreException(String message) {
    super(message);
  }

  /**
   * Makes the exception with its cause.
   *
   * @param message what was wrong
   * @param cause what was caught
   */
  public TransientLogStoreException(String message, Throwable cause) {
    super(message, cause);
  }
}
