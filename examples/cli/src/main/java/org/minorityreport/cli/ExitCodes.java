package org.minorityreport.cli;

/** What the command ends with; scripts rely on it. */
final class ExitCodes {
  static final int DONE = 0;

  /** Something failed, or the store is not intact. */
  static final int FAILED = 1;

  /** Wrong options, or an id, tag or field that there is not. */
  static final int WRONG_USAGE = 2;

  /**
   * An act of review that the rules do not allow, or a feed over its limits; nothing was written.
   */
  static final int REFUSED = 3;

  static final String TEXT =
      "Exit codes: 0 done, 1 failed or not intact, 2 wrong usage or unknown id, 3 refused,"
          + " 130 interrupted.";

  private ExitCodes() {}
}
