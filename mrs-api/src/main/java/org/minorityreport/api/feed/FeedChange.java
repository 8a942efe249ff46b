package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * One difference between two states of a feed: of one assessment, or of one step. A withdrawn one
 * is given as it last was. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableFeedChange.class)
@JsonPropertyOrder({"position", "kind", "reason", "assessment", "step"})
public interface FeedChange {
  /** {@return the commit at which it is so} */
  long position();

  /** {@return what became of it} */
  ChangeKind kind();

  /**
   * {@return of a withdrawn assessment: {@code dismissed}, {@code superseded}, {@code suppressed}
   * or {@code gone}; else absent}
   */
  Optional<String> reason();

  /** {@return the assessment; absent if it is about a step} */
  Optional<Assessment> assessment();

  /** {@return the step; absent if it is about an assessment} */
  Optional<ProtectedStep> step();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default FeedChange check() {
    Rules.check(
        assessment().isPresent() != step().isPresent(),
        "step",
        step(),
        "present unless assessment is");
    return this;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FeedChange}; one thread at a time. */
  final class Builder extends ImmutableFeedChange.Builder {
    Builder() {}
  }
}
