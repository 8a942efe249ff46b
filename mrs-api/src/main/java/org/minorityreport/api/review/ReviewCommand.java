package org.minorityreport.api.review;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.Evidence;
import org.minorityreport.api.value.MrsValue;

/**
 * What a person wants to do about a report or an event (spec 7.2). {@link Commands} makes one for
 * each action. It holds what was said and judges nothing: the service does. Immutable.
 */
@Value.Immutable
@MrsValue
public interface ReviewCommand {
  /** {@return what to do} */
  EditAction action();

  /** {@return the report or event, or its prefix and at least 8 digits of it} */
  String targetId();

  /**
   * {@return the commit position of the view that the person was looking at ({@code refresh_seq});
   * empty if it is about whatever there is now}
   */
  Optional<CommitPosition> basedOn();

  /** {@return whether it shall be done although the target has changed since} */
  @Value.Default
  default boolean insist() {
    return false;
  }

  /** {@return the cause} */
  Optional<String> cause();

  /** {@return its category: a wire name of the taxonomy} */
  Optional<String> causeCategory();

  /** {@return how sure the person is, 0 to 1} */
  OptionalDouble confidence();

  /** {@return start of another window} */
  Optional<Instant> windowStart();

  /** {@return end of another window} */
  Optional<Instant> windowEnd();

  /** {@return of move and merge: the event to go to, or the word new} */
  Optional<String> reportGroupId();

  /** {@return of split: the reports that go, in any order} */
  List<ReportId> reportIds();

  /** {@return what speaks for or against a cause} */
  List<Evidence> evidence();

  /** {@return what the person wrote} */
  Optional<String> note();

  /** {@return why, as a code of the action} */
  Optional<String> reason();

  /** {@return of assign: who is to do it; of request_review: the role, team or person asked} */
  Optional<String> assignee();

  /** {@return how urgent it is} */
  Optional<String> priority();

  /** {@return of defer: until when; empty until something that matters changes} */
  Optional<Instant> deferUntil();

  /** {@return of answer, revert, countersign, adjudicate: the act it is about} */
  Optional<AnnotationId> refersTo();

  /** {@return context events that it names} */
  List<String> linkedContextIds();

  /** {@return of reopen: a word of {@link org.minorityreport.api.record.ReopenMode}} */
  Optional<String> reopenMode();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReviewCommand}; one thread at a time. */
  final class Builder extends ImmutableReviewCommand.Builder {
    Builder() {}
  }
}
