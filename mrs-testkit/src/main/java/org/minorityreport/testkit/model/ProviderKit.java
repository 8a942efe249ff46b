package org.minorityreport.testkit.model;

import java.util.Set;
import org.minorityreport.api.model.ModelRole;

/**
 * What the models of a provider must do, as tests: the rules of every role that it serves. For
 * providers whose models are all created from one configuration; others extend the kit of each
 * role.
 */
public abstract class ProviderKit extends ModelKit {
  /** For subclasses. */
  protected ProviderKit() {}

  @Override
  final Set<ModelRole> kitRoles() {
    return provider().roles();
  }
}
