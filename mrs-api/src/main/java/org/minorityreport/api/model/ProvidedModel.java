package org.minorityreport.api.model;

import org.immutables.value.Value;
import org.minorityreport.api.value.MrsValue;
import org.minorityreport.api.value.Rules;

/** A model as a host asks for it: who is to make it, from which configuration. Immutable. */
@Value.Immutable
@MrsValue
public interface ProvidedModel {
  /** {@return id of the provider that makes it} */
  String provider();

  /** {@return what it is made from; no parameters and seed 0 unless said} */
  @Value.Default
  default ModelConfig config() {
    return ModelConfig.builder().seed(0).build();
  }

  /** Checks the rules of the fields. */
  @Value.Check
  default void check() {
    Rules.name("provider", provider());
  }

  /**
   * The model that a provider makes of nothing.
   *
   * @param provider id of the provider
   * @return the wish
   */
  static ProvidedModel of(String provider) {
    return builder().provider(provider).build();
  }

  /**
   * The model that a provider makes from a configuration.
   *
   * @param provider id of the provider
   * @param config the configuration
   * @return the wish
   */
  static ProvidedModel of(String provider, ModelConfig config) {
    return builder().provider(provider).config(config).build();
  }

  /** {@return a new builder} */
  static Builder builder() {
    return new Builder();
  }

  /** Builds a {@link ProvidedModel}; one thread at a time. */
  final class Builder extends ImmutableProvidedModel.Builder {
    Builder() {}
  }
}
