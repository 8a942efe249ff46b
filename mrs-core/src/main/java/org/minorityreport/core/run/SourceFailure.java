package org.minorityreport.core.run;

/** A source of inputs threw while a tick read it. */
final class SourceFailure extends RuntimeException {
  private static final long serialVersionUID = 1;

  SourceFailure(RuntimeException cause) {
    super("the source of sales threw " + cause, cause);
  }
}
