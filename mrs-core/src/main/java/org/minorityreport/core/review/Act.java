package org.minorityreport.core.review;

import java.util.Arrays;
import java.util.Optional;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;

/**
 * What a person did, and where it stands.
 *
 * @param row the row
 * @param position its commit
 * @param order its number among all acts of the run
 */
record Act(UserEdit row, CommitPosition position, long order) {
  /** Of a decision that needs a second person. */
  static final String AWAITING_SECOND = "awaiting_second";

  private static final String AUTO_APPROVED = "auto_approved";

  /** Of a row that tells what a policy on trial would have done: it does nothing. */
  static final String SHADOW = "shadow";

  AnnotationId id() {
    return row.annotationId();
  }

  Optional<EditAction> action() {
    return EditAction.of(row.action());
  }

  boolean is(EditAction... actions) {
    return action().filter(Arrays.asList(actions)::contains).isPresent();
  }

  /** Whether it says what becomes of its target, or that this is to be said again. */
  boolean isDeciding() {
    return is(
        EditAction.APPROVE,
        EditAction.EDIT,
        EditAction.REJECT,
        EditAction.DISMISS,
        EditAction.CONFIRM,
        EditAction.ADJUDICATE,
        EditAction.COUNTERSIGN,
        EditAction.REOPEN);
  }

  /** Whether a person judged, so that another may judge otherwise. */
  boolean isJudgement() {
    return is(EditAction.APPROVE, EditAction.EDIT, EditAction.REJECT, EditAction.DISMISS);
  }

  boolean isAutomatic() {
    return row.flags().contains(AUTO_APPROVED)
        || Role.of(row.role()).filter(role -> role == Role.SYSTEM).isPresent();
  }

  boolean awaitsSecond() {
    return row.flags().contains(AWAITING_SECOND);
  }
}
