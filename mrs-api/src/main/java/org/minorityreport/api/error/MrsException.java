package org.minorityreport.api.error;

/**
 * The root of every exception that the library throws on purpose.
 *
 * <p>Catch {@link UsageException} for what the caller can mend and {@link ContractException} for
 * what a plug-in or the library itself broke.
 */
public abstract class MrsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  MrsException(String message) {
    super(message);
  }

  MrsException(String message, Throwable cause) {
    super(message, cause);
  }
}
