package org.minorityreport.core.review;

import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.record.EditAction;

/** Which review requests wait for an answer: decisions and putting away close all of a target. */
final class OpenQuestions {
  private OpenQuestions() {}

  /**
   * The requests that wait.
   *
   * @param standing the standing acts on one target, in the order of their commits
   */
  static List<Act> of(List<Act> standing) {
    List<Act> open = new ArrayList<>();
    for (Act act : standing) {
      if (act.is(EditAction.REQUEST_REVIEW)) {
        open.add(act);
      } else if (act.is(EditAction.ANSWER) && !open.isEmpty()) {
        Act newest = open.get(open.size() - 1);
        open.removeIf(question -> question.id().equals(act.row().refersTo().orElse(newest.id())));
      } else if (act.isDeciding() || act.is(EditAction.DEFER, EditAction.ARCHIVE)) {
        open.clear();
      }
    }
    return open;
  }
}
