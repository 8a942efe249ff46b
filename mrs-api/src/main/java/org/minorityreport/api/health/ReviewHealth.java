package org.minorityreport.api.health;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.Optional;
import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How people keep up with reports, and how they find them. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReviewHealth.class)
@JsonPropertyOrder({
  "backlog",
  "oldest",
  "median_age",
  "decisions",
  "confirmed",
  "dismissed",
  "automatic",
  "reasons_by_category",
  "agreement_by_category"
})
public interface ReviewHealth {
  /** {@return reports that wait for a person, those suppressed or superseded left out} */
  long backlog();

  /** {@return age of the oldest of them at the newest tick; absent if there is none} */
  Optional<Duration> oldest();

  /** {@return the median of their ages, the lower of two; absent if there is none} */
  Optional<Duration> medianAge();

  /** {@return reports on which a decision of a person holds} */
  long decisions();

  /** {@return of them, those whose proposal was confirmed} */
  Rate confirmed();

  /** {@return of them, those dismissed as noise} */
  Rate dismissed();

  /** {@return of all decisions that hold, those of a policy} */
  Rate automatic();

  /** {@return category of the proposal to rejections with a written reason and no linked event} */
  @Value.NaturalOrder
  SortedMap<String, Long> reasonsByCategory();

  /** {@return category to how many of the reports and events that several decided on all alike} */
  @Value.NaturalOrder
  SortedMap<String, Rate> agreementByCategory();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReviewHealth}; one thread at a time. */
  final class Builder extends ImmutableReviewHealth.Builder {
    Builder() {}
  }
}
