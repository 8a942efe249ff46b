package org.minorityreport.api.stage;

import org.immutables.value.Value;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.value.MrsValue;

/** An event that is not in the carry any more and that an act of a person is about. Immutable. */
@Value.Immutable
@MrsValue
public interface RecalledEvent {
  /** {@return its newest row} */
  EventRecord row();

  /** {@return what it was left as; without reports if it was merged into another, or emptied} */
  EventCarry event();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link RecalledEvent}; one thread at a time. */
  final class Builder extends ImmutableRecalledEvent.Builder {
    Builder() {}
  }
}
