package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What became of what a person said of a context event. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDoneContext.class)
@JsonPropertyOrder({"row", "position", "repeated"})
public interface DoneContext {
  /** {@return the row, as the log holds it} */
  ContextRecorded row();

  /** {@return the commit that holds it; of a repeated act the newest one} */
  long position();

  /**
   * {@return whether the same act on the same state was there already, so that nothing was
   * appended}
   */
  boolean repeated();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DoneContext}; one thread at a time. */
  final class Builder extends ImmutableDoneContext.Builder {
    Builder() {}
  }
}
