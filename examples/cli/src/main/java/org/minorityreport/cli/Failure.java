package org.minorityreport.cli;

/** Ends the command with a message and a code, without a trace. */
final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int code;

  Failure(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  /** {@return what the command ends with} */
  int code() {
    return code;
  }
}
