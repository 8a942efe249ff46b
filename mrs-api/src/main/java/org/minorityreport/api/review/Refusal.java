package org.minorityreport.api.review;

import java.util.Locale;

/** Why an act of a person was refused. Each says with its message what is needed instead. */
public enum Refusal {
  /** No role of the actor may do this. */
  NOT_ALLOWED,
  /** Nothing has that id, or several begin so. */
  UNKNOWN_TARGET,
  /** The report was superseded by corrected data. */
  SUPERSEDED_TARGET,
  /** The event went into another one. */
  MERGED_TARGET,
  /** The position that the person looked at is not there. */
  UNKNOWN_POSITION,
  /** What matters of the target is not as the person saw it. */
  STALE,
  /** The action is about reports only, or about events only. */
  WRONG_KIND,
  /** A field was given that this action does not take. */
  FIELD_NOT_TAKEN,
  /** A field lacks that this action needs. */
  FIELD_NEEDED,
  /** The note of a reopening has fewer than 50 characters, or blanks only. */
  NOTE_TOO_SHORT,
  /** The cause is, or would be, the word unknown. */
  UNKNOWN_CAUSE,
  /** The taxonomy has no such category. */
  UNKNOWN_CATEGORY,
  /** The category has no such subtype. */
  UNKNOWN_SUBTYPE,
  /** The confidence lies outside 0 to 1. */
  CONFIDENCE_OUT_OF_RANGE,
  /** The reason is none of those of the action. */
  UNKNOWN_REASON,
  /** A rejection has neither a written reason nor a context event. */
  REASON_NEEDED,
  /** No context event has that id, or it was withdrawn. */
  UNKNOWN_CONTEXT,
  /** A window has one end only. */
  WINDOW_INCOMPLETE,
  /** A window ends at or before its start. */
  WINDOW_ORDER,
  /** An end of a window is not on the boundary of a step. */
  WINDOW_OFF_STEPS,
  /** A window ends after the last tick. */
  WINDOW_AFTER_LAST_TICK,
  /** A window overlaps another standing report of the same store and product. */
  WINDOW_TAKEN,
  /** No step of a window is known to the logs. */
  WINDOW_UNKNOWN,
  /** Nothing was decided that could be reopened. */
  NEVER_FINALISED,
  /** There is no decision that a later look questions. */
  NOTHING_TO_CONFIRM,
  /** No decision waits for a second person. */
  NOTHING_TO_COUNTERSIGN,
  /** The second person is the first one. */
  OWN_DECISION,
  /** Nobody decided differently. */
  NO_CONFLICT,
  /** The act that is referred to is not there, or does not stand. */
  UNKNOWN_ACT,
  /** The act is another person's, and no automatic one. */
  NOT_YOUR_ACT,
  /** No question waits for an answer. */
  NO_QUESTION,
  /** A date lies in the past. */
  DATE_IN_THE_PAST,
  /** A reference of evidence is no id, address or digest. */
  BAD_REFERENCE,
  /** The event to go to has ended. */
  ENDED_EVENT,
  /** The report or event is where it is to go already. */
  SAME_EVENT,
  /** A report is not of the event that is split, or none would stay. */
  BAD_SPLIT,
  /** The report has no shape that others could be compared with. */
  NO_SHAPE;

  /** {@return the word for messages and programs} */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }
}
