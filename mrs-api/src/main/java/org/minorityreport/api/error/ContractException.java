package org.minorityreport.api.error;

/** A plug-in (a model, a log store, a source) or the library broke a contract; not the caller. */
public class ContractException extends MrsException {
  private static final long serialVersionUID = 1L;

  /**
   * Makes an exception that names the culprit.
   *
   * @param message who broke which rule with which value
   */
  public ContractException(String message) {
    super(message);
  }

  /**
   * Makes an exception that names the culprit, with its cause.
   *
   * @param message who broke which rule with which value
   * @param cause what was caught
   */
  public ContractException(String message, Throwable cause) {
    super(message, cause);
  }
}
