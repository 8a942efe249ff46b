package org.minorityreport.api.model;

import java.util.Optional;
import java.util.Set;

/**
 * Offers models; found through {@link java.util.ServiceLoader}.
 *
 * <p>An implementation has a public constructor without parameters that does no work. Core asks it
 * once at start, on the thread that builds the façade.
 */
public interface ModelProvider {
  /** {@return its id: lower case letters, digits and hyphens; unique on the class path} */
  String id();

  /** {@return the roles that it serves} */
  Set<ModelRole> roles();

  /**
   * Whether its models are stand-ins, which give way to any other model of their role.
   *
   * @return false unless it says otherwise
   */
  default boolean isMock() {
    return false;
  }

  /**
   * The names of the parameters that its models know: others in a configuration are then refused,
   * with the nearest of these.
   *
   * @param role a role of {@link #roles()}
   * @return the names; empty, unless it says otherwise, if it takes any
   */
  default Optional<Set<String>> parameters(ModelRole role) {
    return Optional.empty();
  }

  /**
   * Creates a model.
   *
   * @param role a role of {@link #roles()}
   * @param config its configuration; the same one gives a model that answers the same
   * @return a model of the type of that role
   */
  Model create(ModelRole role, ModelConfig config);
}
