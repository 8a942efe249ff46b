package org.minorityreport.api.record;

import java.util.Optional;

/** What a person does about a report or an event (spec 7.2). */
public enum EditAction {
  /** The proposed cause is right. */
  APPROVE,
  /** Another cause, category, confidence or window. */
  EDIT,
  /** The proposed cause is wrong, the anomaly is real. */
  REJECT,
  /** Nothing happened here. */
  DISMISS,
  /** A decision that a round of re-review questions is kept. */
  CONFIRM,
  /** One of two conflicting decisions holds, or another. */
  ADJUDICATE,
  /** A second person agrees with a decision. */
  COUNTERSIGN,
  /** A decision is taken back. */
  REOPEN,
  /** An action of one's own, or an automatic one, is taken back. */
  REVERT,
  /** Somebody is asked a question. */
  REQUEST_REVIEW,
  /** Not now. */
  DEFER,
  /** Put away until a new proposal differs. */
  ARCHIVE,
  /** To be done by somebody. */
  ASSIGN,
  /** More urgent than others. */
  ESCALATE,
  /** Something that speaks for or against a cause. */
  ADD_EVIDENCE,
  /** A remark. */
  COMMENT,
  /** A report belongs to another event, or to a new one of its own. */
  MOVE,
  /** Several reports of an event belong to one new event. */
  SPLIT,
  /** An event goes into another. */
  MERGE,
  /** A question that was asked is answered. */
  ANSWER;

  /** {@return the word in rows} */
  public String wireName() {
    return Words.of(this);
  }

  /**
   * What a word in a row means.
   *
   * @param word any word
   * @return empty if only a newer library knows it
   */
  public static Optional<EditAction> of(String word) {
    return Words.find(values(), word);
  }
}
