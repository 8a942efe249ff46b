package org.minorityreport.core.hydrate;

import java.util.Optional;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.view.ReviewState;

/**
 * The decision that holds for a report or an event, or that was taken back to be made again.
 *
 * @param state what was decided, or reopened, or awaiting a second person
 * @param act the act, if it was about the target itself and its row is there
 * @param place the row that decided, or confirmed it later
 */
record Decision(ReviewState state, Optional<SourcedRow<UserEdit>> act, RowPlace place) {

  /** {@return whether it was made about the target itself} */
  boolean isOwn() {
    return act.isPresent();
  }

  /** {@return whether it says what becomes of the target} */
  boolean holds() {
    return state != ReviewState.REOPENED && state != ReviewState.AWAITING_SECOND;
  }

  Decision confirmedAt(RowPlace later) {
    return new Decision(state, act, later);
  }
}
