package org.minorityreport.api.lifecycle;

import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.view.ReportQuery;

/** Which labelled examples are wanted. Immutable. */
@Value.Immutable
@MrsValue
public interface ExampleFilter {
  /** {@return which reports; its order and page do not matter; all unless said} */
  @Value.Default
  default ReportQuery reports() {
    return ReportQuery.builder().build();
  }

  /** {@return for what; everything if empty} */
  @Value.NaturalOrder
  SortedSet<ExampleSplit> splits();

  /** {@return whether those that a policy decided are wanted; false unless said} */
  @Value.Default
  default boolean automatic() {
    return false;
  }

  /** {@return whether those that people disagree about are wanted; false unless said} */
  @Value.Default
  default boolean conflicts() {
    return false;
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ExampleFilter}; one thread at a time. */
  final class Builder extends ImmutableExampleFilter.Builder {
    Builder() {}
  }
}
