package org.minorityreport.core.review;

import java.time.Instant;
import java.util.Collection;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.value.Cut;
import org.minorityreport.core.decision.AnnotationIds;

/** Writes commands down as rows. */
final class Drafts {
  private Drafts() {}

  /** The row of a command, with its id and without what the service computes. */
  static UserEdit of(
      RunId run,
      String actor,
      Role role,
      ReviewCommand command,
      String target,
      Cut basedOn,
      Instant actedAt) {
    UserEdit.Builder row = UserEdit.builder();
    row.runId(run)
        .writtenAt(actedAt)
        .annotationId(AnnotationIds.NONE)
        .targetId(target)
        .action(command.action().wireName())
        .actor(actor)
        .role(role.wireName())
        .basedOn(basedOn)
        .cause(command.cause())
        .causeCategory(command.causeCategory())
        .confidence(command.confidence())
        .windowStart(command.windowStart())
        .windowEnd(command.windowEnd())
        .reportGroupId(command.reportGroupId())
        .reportIds(command.reportIds())
        .evidence(command.evidence())
        .note(command.note())
        .reason(command.reason())
        .assignee(command.assignee())
        .priority(command.priority())
        .deferUntil(command.deferUntil())
        .refersTo(command.refersTo())
        .linkedContextIds(command.linkedContextIds())
        .reopenMode(command.reopenMode());
    return withId(row.build());
  }

  /** The same row with more flags. */
  static UserEdit flagged(UserEdit row, Collection<String> flags) {
    return UserEdit.builder().from(row).flags(flags).build();
  }

  /** The same row with its id. */
  static UserEdit withId(UserEdit row) {
    return UserEdit.builder().from(row).annotationId(AnnotationIds.of(row)).build();
  }
}
