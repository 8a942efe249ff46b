package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A decision of a person whose object a change would alter; the decision itself stands. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableTouchedDecision.class)
@JsonPropertyOrder({"annotation_id", "target_id", "action", "actor", "how"})
public interface TouchedDecision {
  /** {@return the act} */
  AnnotationId annotationId();

  /** {@return the report or event that it is about} */
  String targetId();

  /** {@return what was done} */
  String action();

  /** {@return who did it} */
  String actor();

  /** {@return what would become of its object: gone, changed, merged or split} */
  String how();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link TouchedDecision}; one thread at a time. */
  final class Builder extends ImmutableTouchedDecision.Builder {
    Builder() {}
  }
}
