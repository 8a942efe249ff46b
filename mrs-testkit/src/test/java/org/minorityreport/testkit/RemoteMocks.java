package org.minorityreport.testkit;

import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.mock.MockModels;

/**
 * The mocks as if they lay behind a service: their calls are watched, as those of any real model
 * are, so that a test can let them fail.
 */
public final class RemoteMocks implements ModelProvider {
  /** Its id. */
  static final String ID = "remote";

  private final ModelProvider mocks = new MockModels();

  /** For discovery. */
  public RemoteMocks() {}

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Set<ModelRole> roles() {
    return mocks.roles();
  }

  @Override
  public Optional<Set<String>> parameters(ModelRole role) {
    return mocks.parameters(role);
  }

  @Override
  public Model create(ModelRole role, ModelConfig config) {
    return mocks.create(role, config);
  }
}
