package org.minorityreport.api.feed;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What the feed says of one report. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableAssessment.class)
@JsonPropertyOrder({
  "anomaly_id",
  "event_id",
  "detection_time",
  "attribution",
  "temporary",
  "window_start",
  "window_end",
  "expected_duration",
  "status",
  "recommendation",
  "weight",
  "impact"
})
public interface Assessment {
  /** {@return the report} */
  ReportId anomalyId();

  /** {@return the event it is part of} */
  Optional<EventId> eventId();

  /** {@return the tick that raised it} */
  Instant detectionTime();

  /** {@return why} */
  AssessedCause attribution();

  /** {@return false once it is known to be a new normal; absent if not known} */
  Optional<Boolean> temporary();

  /** {@return start of its window} */
  Instant windowStart();

  /** {@return end of its window; absent while open} */
  Optional<Instant> windowEnd();

  /**
   * {@return how long it lasted; of an open one how long such reports lasted, if there were any}
   */
  Optional<Duration> expectedDuration();

  /** {@return how far it may be relied on} */
  AssessmentStatus status();

  /** {@return what to do} */
  Recommendation recommendation();

  /** {@return the weight that its steps have in protected sales, 0 to 1} */
  double weight();

  /** {@return what it did to sales} */
  AssessedImpact impact();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default Assessment check() {
    Rules.share("weight", weight());
    return Num.isRounded(weight())
        ? this
        : builder().from(this).weight(Num.round(weight())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Assessment}; one thread at a time. */
  final class Builder extends ImmutableAssessment.Builder {
    Builder() {}
  }
}
