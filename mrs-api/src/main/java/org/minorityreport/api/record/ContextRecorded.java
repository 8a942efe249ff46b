package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A row of contextual_events_human_log: a context event that a person recorded, corrected or
 * withdrew. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableContextRecorded.class)
@JsonPropertyOrder({
  "run_id",
  "written_at",
  "version",
  "annotation_id",
  "context_id",
  "action",
  "target_id",
  "based_on",
  "actor",
  "role",
  "acted_at",
  "context_event"
})
public interface ContextRecorded extends LogRecord {
  /** {@return the act; its row is the only one with this id} */
  AnnotationId annotationId();

  /** {@return the context event that it is about} */
  String contextId();

  /** {@return what was done: a word of {@link ContextAction}, or of a newer library} */
  String action();

  /** {@return the context event that is corrected or withdrawn; absent if it is recorded} */
  Optional<String> targetId();

  /** {@return what the person was looking at} */
  Cut basedOn();

  /** {@return who did it} */
  String actor();

  /** {@return the role that allowed it: a word of {@link Role}, or of a newer library} */
  String role();

  /** {@return when, which is its tick too} */
  Instant actedAt();

  /** {@return what happened in the world; absent if it is withdrawn} */
  Optional<ContextEvent> contextEvent();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("context_id", contextId());
    Rules.name("action", action());
    Rules.name("actor", actor());
    Rules.name("role", role());
    Rules.check(actedAt().equals(writtenAt()), "acted_at", actedAt(), "written_at");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ContextRecorded}; one thread at a time. */
  final class Builder extends ImmutableContextRecorded.Builder {
    Builder() {}
  }
}
