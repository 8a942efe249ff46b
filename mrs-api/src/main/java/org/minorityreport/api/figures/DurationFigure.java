package org.minorityreport.api.figures;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How long something takes, and for which reports that is known. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableDurationFigure.class)
@JsonPropertyOrder({"median", "percentile_95", "ids"})
public interface DurationFigure {
  /** {@return the lower of two medians; absent if there are no reports} */
  Optional<Duration> median();

  /** {@return the time within which 95 of 100 were done, by nearest rank; absent likewise} */
  @JsonProperty("percentile_95")
  Optional<Duration> percentile95();

  /** {@return ids of the reports that are counted, sorted} */
  List<String> ids();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DurationFigure}; one thread at a time. */
  final class Builder extends ImmutableDurationFigure.Builder {
    Builder() {}
  }
}
