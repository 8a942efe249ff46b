package org.minorityreport.api.model;

import java.util.SortedMap;
import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;

/** What a model is created from; the same configuration gives the same model. Immutable. */
@Value.Immutable
@MrsValue
public interface ModelConfig {
  /** {@return parameters of the model, by name} */
  @Value.NaturalOrder
  SortedMap<String, String> parameters();

  /** {@return seed of whatever the model draws; there is no other source of chance} */
  long seed();

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ModelConfig}; one thread at a time. */
  final class Builder extends ImmutableModelConfig.Builder {
    Builder() {}
  }
}
