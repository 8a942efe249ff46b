package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What a feed is of: with equal heads, feeds are equal. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableFeedHead.class)
@JsonPropertyOrder({
  "feed_version",
  "run_id",
  "position",
  "tick",
  "options",
  "decisions",
  "assessments"
})
public interface FeedHead {
  /** {@return version of the form of the feed} */
  int feedVersion();

  /** {@return the line of work} */
  RunId runId();

  /** {@return the commit up to which it looks} */
  long position();

  /** {@return the last tick that it looks at; absent: all} */
  Optional<Instant> tick();

  /** {@return what was wanted} */
  FeedOptions options();

  /** {@return how many reports have a decision that holds} */
  long decisions();

  /** {@return how many reports the feed is about} */
  long assessments();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link FeedHead}; one thread at a time. */
  final class Builder extends ImmutableFeedHead.Builder {
    Builder() {}
  }
}
