package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Num;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A row of MRPARL: the causes proposed for a report outside the routine of a tick. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableReportReattributed.class)
@JsonPropertyOrder({"rereview_round"})
public interface ReportReattributed extends ReportSpine, AttributionFields {
  /** {@return which round of looking at the report again, 1 or more} */
  int rereviewRound();

  /** {@return this value, its rules checked and its numbers rounded} */
  @Value.Check
  default ReportReattributed check() {
    SpineRules.spine(this);
    Rules.check(rereviewRound() >= 1, "rereview_round", rereviewRound(), "1 or more");
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

  /** Builds a {@link ReportReattributed}; one thread at a time. */
  final class Builder extends ImmutableReportReattributed.Builder {
    Builder() {}
  }
}
