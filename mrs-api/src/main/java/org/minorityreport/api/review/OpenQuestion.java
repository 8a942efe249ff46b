package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A review request that waits for its answer. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableOpenQuestion.class)
@JsonPropertyOrder({
  "annotation_id",
  "target_id",
  "asked_by",
  "asked_of",
  "question",
  "asked_at",
  "offered"
})
public interface OpenQuestion {
  /** {@return the request; answers refer to it} */
  AnnotationId annotationId();

  /** {@return the report or event} */
  String targetId();

  /** {@return who asks} */
  String askedBy();

  /** {@return the role, team or person asked} */
  String askedOf();

  /** {@return the question} */
  String question();

  /** {@return when} */
  Instant askedAt();

  /** {@return whether it offers the decision about a report that looks alike} */
  boolean offered();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link OpenQuestion}; one thread at a time. */
  final class Builder extends ImmutableOpenQuestion.Builder {
    Builder() {}
  }
}
