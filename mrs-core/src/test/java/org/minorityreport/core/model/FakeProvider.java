package org.minorityreport.core.model;

import java.util.Set;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;

/** A provider with an id, some roles and whether it is a mock. */
final class FakeProvider implements ModelProvider {
  private final String id;
  private final boolean mock;
  private final Set<ModelRole> roles;

  FakeProvider(String id, boolean mock, Set<ModelRole> roles) {
    this.id = id;
    this.mock = mock;
    this.roles = roles;
  }

  @Override
  public String id() {
    return id;
  }

  @Override
  public Set<ModelRole> roles() {
    return roles;
  }

  @Override
  public boolean isMock() {
    return mock;
  }

  @Override
  public Model create(ModelRole role, ModelConfig config) {
    return new FakeModel(id + "-" + role.wireName(), config);
  }
}
