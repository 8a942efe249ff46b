package org.minorityreport.testkit.model;

import java.util.Set;
import org.minorityreport.api.model.ModelRole;

/**
 * What a cluster model must do, as tests: rules {@code MRS-CLU-..} of {@code docs/contract.md}.
 * Extend it, say which provider makes the model, and run it.
 */
public abstract class ClusterKit extends ModelKit {
  /** For subclasses. */
  protected ClusterKit() {}

  @Override
  final Set<ModelRole> kitRoles() {
    return Set.of(ModelRole.CLUSTER);
  }
}
