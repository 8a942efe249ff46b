package org.minorityreport.api.stage;

import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.value.MrsValue;

/** A report of an event as it was last seen. Immutable. */
@Value.Immutable
@MrsValue
public interface CohortMember {
  /** {@return the report with its causes} */
  ReportAttributed attributed();

  /** {@return its cluster} */
  Optional<ReportClustered> clustered();

  /** {@return where} */
  Store store();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortMember}; one thread at a time. */
  final class Builder extends ImmutableCohortMember.Builder {
    Builder() {}
  }
}
