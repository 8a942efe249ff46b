package org.minorityreport.api.stage;

import java.time.Instant;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/** A window that became the new normal. Immutable. */
@Value.Immutable
@MrsValue
public interface StructuralChange {
  /** {@return its onset: the old level lies before it} */
  Instant onset();

  /** {@return the tick that closed it; no window of the series may begin before it} */
  Instant closedAt();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link StructuralChange}; one thread at a time. */
  final class Builder extends ImmutableStructuralChange.Builder {
    Builder() {}
  }
}
