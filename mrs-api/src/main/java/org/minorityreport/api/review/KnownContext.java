package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.input.ContextEvent;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A context event that is known, from a source or a person. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableKnownContext.class)
@JsonPropertyOrder({"context_event", "by_person", "withdrawn", "recorded_by", "reports_citing"})
public interface KnownContext {
  /** {@return what is said to have happened} */
  ContextEvent contextEvent();

  /** {@return whether a person recorded or corrected it} */
  boolean byPerson();

  /** {@return whether it was taken back since} */
  boolean withdrawn();

  /** {@return the person who spoke of it last} */
  Optional<String> recordedBy();

  /** {@return how many reports cite it as evidence or link it in an act} */
  int reportsCiting();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link KnownContext}; one thread at a time. */
  final class Builder extends ImmutableKnownContext.Builder {
    Builder() {}
  }
}
