package org.minorityreport.core.model;

import java.util.List;
import java.util.Optional;

/**
 * What became of one question. Immutable.
 *
 * @param answer the answer; empty if every model of the route failed
 * @param by the model that answered; if none did, the one asked first
 * @param failures the calls that failed, in the order in which they were made
 * @param setAside answers that keep all rules and claim less than the floor, in that order
 * @param <A> type of the answer
 */
public record Answered<A>(
    Optional<A> answer, CalledModel by, List<FailedCall> failures, List<SetAside<A>> setAside) {
  /**
   * What became of a question of which no answer was set aside.
   *
   * @param answer the answer; empty if every model of the route failed
   * @param by the model that answered; if none did, the one asked first
   * @param failures the calls that failed, in the order in which they were made
   */
  public Answered(Optional<A> answer, CalledModel by, List<FailedCall> failures) {
    this(answer, by, failures, List.of());
  }

  /** {@return whether every model of the route failed} */
  public boolean isMissing() {
    return answer.isEmpty();
  }
}
