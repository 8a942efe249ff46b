package org.minorityreport.api.record;

import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import org.immutables.value.Value;
import org.minorityreport.api.value.KeepsUnknownFields;
import org.minorityreport.api.value.MrsValue;
import tools.jackson.databind.annotation.JsonDeserialize;

/** How many calls to one model went well at one tick of one stage. Immutable. */
@Value.Immutable
@MrsValue
@JsonDeserialize(as = ImmutableModelCalls.class)
@JsonPropertyOrder({"role", "model_name", "model_version", "route", "ok", "failed"})
public interface ModelCalls extends KeepsUnknownFields {
  /** {@return the role it was asked in, lower case} */
  String role();

  /** {@return name of the model} */
  String modelName();

  /** {@return version of the model} */
  String modelVersion();

  /** {@return primary, challenger, fallback or shadow} */
  String route();

  /** {@return calls answered} */
  long ok();

  /** {@return calls that failed} */
  long failed();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ModelCalls}; one thread at a time. */
  final class Builder extends ImmutableModelCalls.Builder {
    Builder() {}
  }
}
