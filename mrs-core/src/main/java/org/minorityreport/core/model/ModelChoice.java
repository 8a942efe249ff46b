package org.minorityreport.core.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.ModelConfig;

/**
 * What a host configures for a role. Immutable.
 *
 * @param provider id of the provider wanted, or null for the default
 * @param config what its model is created from
 */
public record ModelChoice(@Nullable String provider, ModelConfig config) {
  /** No wish: the default provider, no parameters, seed 0. */
  public static final ModelChoice DEFAULT =
      new ModelChoice(null, ModelConfig.builder().seed(0).build());

  /** Refuses a missing configuration. */
  public ModelChoice {
    Objects.requireNonNull(config, "config");
  }
}
