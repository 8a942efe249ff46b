package org.minorityreport.api.record;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MRDL: a report at a tick at which it was open or closed. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportDetected.class)
public interface ReportDetected extends ReportSpine {
  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportDetected check() {
    SpineRules.spine(this);
    return Num.isRounded(severityScore())
        ? this
        : builder().from(this).severityScore(Num.round(severityScore())).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ReportDetected}; one thread at a time. */
  final class Builder extends ImmutableReportDetected.Builder {
    Builder() {}
  }
}
