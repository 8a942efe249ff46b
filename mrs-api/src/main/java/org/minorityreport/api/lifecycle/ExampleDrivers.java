package org.minorityreport.api.lifecycle;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.List;
import org.immutables.value.Value;
import org.minorityreport.api.input.Driver;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** What was measured of a candidate and touches the report, as attribution was given it. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableExampleDrivers.class)
@JsonPropertyOrder({"ref", "drivers"})
public interface ExampleDrivers {
  /** {@return the campaign or context event, as the evidence of candidates names it} */
  String ref();

  /** {@return its measurements, by driver and time; at least one} */
  List<Driver> drivers();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds an {@link ExampleDrivers}; one thread at a time. */
  final class Builder extends ImmutableExampleDrivers.Builder {
    Builder() {}
  }
}
