package org.minorityreport.api.stage;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.value.MrsValue;

/**
 * A member of a report whose own window is closed, kept while the report may yet change. Immutable.
 */
@Value.Immutable
@MrsValue
public interface ClosedMember {
  /** {@return the onset of the report} */
  Instant onset();

  /** {@return the member with its final totals} */
  ReportMember member();

  /** {@return money taken in its window} */
  Optional<BigDecimal> attributedRevenue();

  /** {@return money expected in its window} */
  Optional<BigDecimal> baselineRevenue();

  /** {@return start of its last deviating step} */
  Instant lastDeviating();

  /** {@return the tick that closed it} */
  Instant closedAt();

  /** {@return why it closed} */
  EndReason endReason();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClosedMember}; one thread at a time. */
  final class Builder extends ImmutableClosedMember.Builder {
    Builder() {}
  }
}
