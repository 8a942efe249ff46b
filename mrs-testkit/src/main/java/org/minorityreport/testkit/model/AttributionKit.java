package org.minorityreport.testkit.model;

import java.util.Set;
import org.minorityreport.api.model.ModelRole;

/**
 * What an attribution model must do, as tests: rules {@code MRS-ATT-..} of {@code
 * docs/contract.md}. Extend it, say which provider makes the model, and run it.
 */
public abstract class AttributionKit extends ModelKit {
  /** For subclasses. */
  protected AttributionKit() {}

  @Override
  final Set<ModelRole> kitRoles() {
    return Set.of(ModelRole.ATTRIBUTION);
  }
}
