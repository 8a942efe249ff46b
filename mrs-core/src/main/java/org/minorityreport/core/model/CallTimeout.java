package org.minorityreport.core.model;

/** Thrown in place of the answer of a model that did not come within its time budget. */
public final class CallTimeout extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes the exception.
   *
   * @param message what happened; without measured times, as it becomes part of a row
   */
  public CallTimeout(String message) {
    super(message, null, false, false);
  }
}
