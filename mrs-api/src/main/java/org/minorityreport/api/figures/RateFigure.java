package org.minorityreport.api.figures;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.health.Rate;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Some of so many, and which. Of none there is no rate, which is not a rate of zero. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableRateFigure.class)
@JsonPropertyOrder({"numerator_ids", "denominator_ids"})
public interface RateFigure {
  /** {@return ids of reports, sorted} */
  List<String> numeratorIds();

  /**
   * {@return ids of the reports of which they are, sorted; holds all of {@link #numeratorIds()}}
   */
  List<String> denominatorIds();

  /** {@return numerator and denominator; its share is empty if the denominator is 0} */
  default Rate rate() {
    return Rate.of(numeratorIds().size(), denominatorIds().size());
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RateFigure}; one thread at a time. */
  final class Builder extends ImmutableRateFigure.Builder {
    Builder() {}
  }
}
