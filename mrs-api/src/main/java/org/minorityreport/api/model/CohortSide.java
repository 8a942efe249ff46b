package org.minorityreport.api.model;

import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.value.MrsValue;

/** One of the two reports of a pair. Immutable. */
@Value.Immutable
@MrsValue
public interface CohortSide {
  /** {@return the report with its proposed causes and evidence} */
  ReportAttributed report();

  /** {@return its cluster and features} */
  Optional<ReportClustered> clustered();

  /** {@return where} */
  Store store();

  /**
   * Whether the first cause is one without place: it cites a campaign or context event, and none of
   * those it cites names a region, city or store.
   *
   * @return false unless said
   */
  @Value.Default
  default boolean causeWithoutPlace() {
    return false;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link CohortSide}; one thread at a time. */
  final class Builder extends ImmutableCohortSide.Builder {
    Builder() {}
  }
}
