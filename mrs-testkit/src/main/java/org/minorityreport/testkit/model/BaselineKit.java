package org.minorityreport.testkit.model;

import java.util.Set;
import org.minorityreport.api.model.ModelRole;

/**
 * What a baseline must do, as tests: rules {@code MRS-BAS-..} of {@code docs/contract.md}. Extend
 * it, say which provider makes the model, and run it.
 */
public abstract class BaselineKit extends ModelKit {
  /** For subclasses. */
  protected BaselineKit() {}

  @Override
  final Set<ModelRole> kitRoles() {
    return Set.of(ModelRole.BASELINE);
  }
}
