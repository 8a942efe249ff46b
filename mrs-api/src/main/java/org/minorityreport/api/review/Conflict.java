package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * Decisions that differ and wait for somebody to adjudicate; the last one holds meanwhile.
 * Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableConflict.class)
@JsonPropertyOrder({"target_id", "judgements"})
public interface Conflict {
  /** {@return the report or event} */
  String targetId();

  /**
   * {@return the last judgement of each person, in the order of their commits; of an event also
   * those on events that went into it}
   */
  List<UserEdit> judgements();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Conflict}; one thread at a time. */
  final class Builder extends ImmutableConflict.Builder {
    Builder() {}
  }
}
