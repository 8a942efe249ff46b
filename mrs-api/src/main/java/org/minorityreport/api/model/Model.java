package org.minorityreport.api.model;

/** What all models have. Created by a {@link ModelProvider}, never discovered itself. */
public interface Model {
  /** {@return what the model says of itself; the same at every call} */
  ModelInfo info();
}
