package org.minorityreport.api.record;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MRPAL: the causes proposed for a report at a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportAttributed.class)
public interface ReportAttributed extends ReportSpine, AttributionFields {
  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportAttributed check() {
    SpineRules.spine(this);
    SpineRules.causes(this);
    return Num.isRounded(severityScore())
            && Num.isRounded(confidenceScore())
            && Num.isRounded(confidenceScore2())
            && Num.isRounded(confidenceScore3())
        ? this
        : builder()
            .from(this)
            .severityScore(Num.round(severityScore()))
            .confidenceScore(Num.round(confidenceScore()))
            .confidenceScore2(Num.round(confidenceScore2()))
            .confidenceScore3(Num.round(confidenceScore3()))
            .build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportAttributed}; one thread at a time. */
  final class Builder extends ImmutableReportAttributed.Builder {
    Builder() {}
  }
}
