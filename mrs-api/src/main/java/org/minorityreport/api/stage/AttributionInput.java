package org.minorityreport.api.stage;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
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

  /**
   * {@return the context events that a person linked to the report: each is a candidate of kind
   * {@code human}, wherever and whenever it was}
   */
  @Value.NaturalOrder
  SortedSet<String> linkedRefs();

  /** {@return the causes that people rejected for the report and linked what it was instead} */
  List<RejectedCause> rejected();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link AttributionInput}; one thread at a time. */
  final class Builder extends ImmutableAttributionInput.Builder {
    Builder() {}
  }
}
