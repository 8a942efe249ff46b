package org.minorityreport.core.model;

import java.util.Optional;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;

/**
 * A model in service, where it came from and why it was chosen. Immutable.
 *
 * @param role the role it serves
 * @param provider id of the provider that made it
 * @param model the model
 * @param reason why this one
 * @param fallback what answers where it fails; empty where it is a mock itself
 */
public record ChosenModel(
    ModelRole role, String provider, Model model, String reason, Optional<ChosenModel> fallback) {
  /**
   * A model without fallback.
   *
   * @param role the role it serves
   * @param provider id of the provider that made it
   * @param model the model
   * @param reason why this one
   */
  public ChosenModel(ModelRole role, String provider, Model model, String reason) {
    this(role, provider, model, reason, Optional.empty());
  }

  @Override
  public String toString() {
    return role.wireName()
        + ": "
        + model.info().id()
        + " of provider '"
        + provider
        + "' ("
        + reason
        + ")"
        + fallback.map(f -> ", else " + f.model().info().id()).orElse("");
  }
}
