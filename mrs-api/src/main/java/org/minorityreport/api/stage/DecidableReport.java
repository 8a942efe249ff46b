package org.minorityreport.api.stage;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;

/** A report and all that may decide it. Immutable. */
@Value.Immutable
@MrsValue
public interface DecidableReport {
  /** {@return the report} */
  ReportId reportId();

  /** {@return the tick that raised it} */
  Instant raisedAt();

  /** {@return the acts about it, in the order of their commits} */
  List<NumberedAct> acts();

  /**
   * {@return the events that it is in: the one it joined, then those that this was merged into,
   * oldest first}
   */
  List<EventActs> events();

  /**
   * {@return acts about other events that an adjudication among these acts chose: those of an event
   * that was merged into one of its own}
   */
  List<NumberedAct> elsewhere();

  /** {@return its newest outcome; absent if it never had one} */
  Optional<FinalOutcome> newest();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link DecidableReport}; one thread at a time. */
  final class Builder extends ImmutableDecidableReport.Builder {
    Builder() {}
  }
}
