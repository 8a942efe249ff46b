package org.minorityreport.testkit.model;

import java.util.Set;
import org.minorityreport.api.model.ModelRole;

/**
 * What a classifier must do, as tests: rules {@code MRS-CLS-..} of {@code docs/contract.md}. Extend
 * it, say which provider makes the model, and run it.
 */
public abstract class ClassifierKit extends ModelKit {
  /** For subclasses. */
  protected ClassifierKit() {}

  @Override
  final Set<ModelRole> kitRoles() {
    return Set.of(ModelRole.CLASSIFIER);
  }
}
