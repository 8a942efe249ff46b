package org.minorityreport.api.stage;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** Everything that can be set of the stages. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableSettings.class)
@JsonPropertyOrder({"detection", "attribution", "cohort"})
public interface Settings {
  /** {@return bounds of detection} */
  @Value.Default
  default DetectionSettings detection() {
    return DetectionSettings.builder().build();
  }

  /** {@return limits for candidates} */
  @Value.Default
  default AttributionSettings attribution() {
    return AttributionSettings.builder().build();
  }

  /** {@return limits for pairs} */
  @Value.Default
  default CohortSettings cohort() {
    return CohortSettings.builder().build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link Settings}; one thread at a time. */
  final class Builder extends ImmutableSettings.Builder {
    Builder() {}
  }
}
