package org.minorityreport.api.error;

import java.util.Objects;

/** A model threw, or answered outside its contract; names the model and what was asked. */
public final class ModelException extends ContractException {
  private static final long serialVersionUID = 1L;

  private final String model;

  /**
   * Makes the exception.
   *
   * @param model the model as {@code name@version}
   * @param message what was asked, and how the answer broke which rule
   */
  public ModelException(String model, String message) {
    super("model " + model + ": " + message);
    this.model = Objects.requireNonNull(model, "model");
  }

  /**
   * Makes the exception with its cause.
   *
   * @param model the model as {@code name@version}
   * @param message what was asked, and what went wrong
   * @param cause what the model threw
   */
  public ModelException(String model, String message, Throwable cause) {
    super("model " + model + ": " + message, cause);
    this.model = Objects.requireNonNull(model, "model");
  }

  /**
   * The model at fault.
   *
   * @return the model as {@code name@version}
   */
  public String model() {
    return model;
  }
}
