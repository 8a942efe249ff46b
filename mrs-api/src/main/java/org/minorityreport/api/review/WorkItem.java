package org.minorityreport.api.review;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.view.MinorityReport;
import tools.jackson.databind.annotation.JsonDeserialize;

/** A report that awaits a decision, with its latest proposal. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableWorkItem.class)
@JsonPropertyOrder({"report", "escalated", "deferral_over", "questions"})
public interface WorkItem {
  /** {@return the report as it stands, with its proposal and the attributes of its store} */
  MinorityReport report();

  /** {@return whether somebody said that it is urgent: such items come first} */
  boolean escalated();

  /** {@return whether it was put off and its time has come} */
  boolean deferralOver();

  /** {@return how many questions about it wait for an answer} */
  int questions();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link WorkItem}; one thread at a time. */
  final class Builder extends ImmutableWorkItem.Builder {
    Builder() {}
  }
}
