package org.minorityreport.core.model;

import java.util.Optional;

/**
 * What became of a question to a shadow: to be logged, and nothing else. Immutable.
 *
 * @param by the shadow
 * @param answer what it answered
 * @param failure why it did not
 * @param <A> type of the answer
 */
public record ShadowCall<A>(CalledModel by, Optional<A> answer, Optional<FailedCall> failure) {
  /** {@return the outcome as rows hold it} */
  public String outcome() {
    return failure.map(FailedCall::outcome).orElse(ModelEdge.OK);
  }

  /** {@return what went wrong} */
  public Optional<String> message() {
    return failure.map(FailedCall::message);
  }
}
