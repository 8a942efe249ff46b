package org.minorityreport.api.rehearsal;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.Optional;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** One log as written and as made again; only rows that stand count. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableLogComparison.class)
@JsonPropertyOrder({"log", "equal", "missing", "extra", "different", "first_difference"})
public interface LogComparison {
  /** {@return wire name of the log} */
  String log();

  /** {@return rows that are the same, versions aside} */
  long equal();

  /** {@return rows that were logged and are not made again} */
  long missing();

  /** {@return rows that are made again and were not logged} */
  long extra();

  /** {@return rows of one key that say other things} */
  long different();

  /** {@return the first of them by tick; absent if there is none} */
  Optional<RowDifference> firstDifference();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link LogComparison}; one thread at a time. */
  final class Builder extends ImmutableLogComparison.Builder {
    Builder() {}
  }
}
