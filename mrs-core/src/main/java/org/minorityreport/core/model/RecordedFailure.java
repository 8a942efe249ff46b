package org.minorityreport.core.model;

/**
 * Thrown in place of a call or a stage that failed when its tick was run first: what became of the
 * outside world stays what it was when a tick is run again (spec 2.7).
 */
public final class RecordedFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String outcome;

  /**
   * Makes the exception.
   *
   * @param outcome the outcome of the call as its row has it
   * @param message the message as its row has it
   */
  public RecordedFailure(String outcome, String message) {
    super(message, null, false, false);
    this.outcome = outcome;
  }

  /** {@return the outcome of the call as its row has it} */
  public String outcome() {
    return outcome;
  }

  /** The recorded text alone, so that what is said about it is said in the same words again. */
  @Override
  @SuppressWarnings("OverrideThrowableToString") // what is logged is the text of a throwable
  public String toString() {
    return String.valueOf(getMessage());
  }
}
