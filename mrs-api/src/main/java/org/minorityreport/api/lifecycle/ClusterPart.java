package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.SortedSet;
import org.immutables.value.Value;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;
import tools.jackson.databind.annotation.JsonDeserialize;

/**
 * A cluster that a person makes of reports: a part of one that is split, or a new one. Immutable.
 */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableClusterPart.class)
@JsonPropertyOrder({"name", "category", "reports"})
public interface ClusterPart {
  /** {@return the name people are to use} */
  String name();

  /** {@return what sort of cluster it is, such as uplift or a category of the taxonomy} */
  String category();

  /** {@return the reports that show what it looks like, at least one} */
  @Value.NaturalOrder
  SortedSet<ReportId> reports();

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("name", name());
    Rules.name("category", category());
    Rules.check(!reports().isEmpty(), "reports", reports(), "at least one");
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ClusterPart}; one thread at a time. */
  final class Builder extends ImmutableClusterPart.Builder {
    Builder() {}
  }
}
