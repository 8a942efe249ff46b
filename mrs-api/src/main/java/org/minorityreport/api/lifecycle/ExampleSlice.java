package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.time.Instant;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What was sold and expected during a report, step by step. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableExampleSlice.class)
@JsonPropertyOrder({"first_step", "cadence", "series"})
public interface ExampleSlice {
  /** {@return start of the first step: the onset} */
  Instant firstStep();

  /** {@return length of a step} */
  Cadence cadence();

  /** {@return one per member, by SKU, all of the same steps} */
  List<ExampleSeries> series();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ExampleSlice}; one thread at a time. */
  final class Builder extends ImmutableExampleSlice.Builder {
    Builder() {}
  }
}
