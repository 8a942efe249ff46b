package org.minorityreport.testkit.model;

import java.util.Set;
import org.minorityreport.api.model.ModelRole;

/**
 * What a cohort model must do, as tests: rules {@code MRS-COH-..} of {@code docs/contract.md}.
 * Extend it, say which provider makes the model, and run it.
 */
public abstract class CohortKit extends ModelKit {
  /** For subclasses. */
  protected CohortKit() {}

  @Override
  final Set<ModelRole> kitRoles() {
    return Set.of(ModelRole.COHORT);
  }
}
