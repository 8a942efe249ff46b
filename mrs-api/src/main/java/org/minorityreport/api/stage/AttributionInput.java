package org.minorityreport.api.stage;

import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.value.MrsValue;

/** A report on its way to attribution. Immutable. */
@Value.Immutable
@MrsValue
public interface AttributionInput {
  /** {@return the report and its slice} */
  ReportInput input();

  /** {@return its cluster; absent if clustering wrote none} */
  Optional<ReportClustered> clustered();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionInput}; one thread at a time. */
  final class Builder extends ImmutableAttributionInput.Builder {
    Builder() {}
  }
}
