package org.minorityreport.core.model;

import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;

/**
 * A model in service, where it came from and why it was chosen. Immutable.
 *
 * @param role the role it serves
 * @param provider id of the provider that made it
 * @param model the model
 * @param reason why this one
 */
public record ChosenModel(ModelRole role, String provider, Model model, String reason) {
  @Override
  public String toString() {
    return role.wireName()
        + ": "
        + model.info().id()
        + " of provider '"
        + provider
        + "' ("
        + reason
        + ")";
  }
}
