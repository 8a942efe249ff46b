package com.example.demand;

import java.util.Set;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;

/** Offers our models to MRS. */
public final class DemandModels implements ModelProvider {
  @Override
  public String id() {
    return "demand";
  }

  @Override
  public Set<ModelRole> roles() {
    return Set.of(ModelRole.BASELINE, ModelRole.CLASSIFIER);
  }

  @Override
  public Model create(ModelRole role, ModelConfig config) {
    return role == ModelRole.BASELINE ? new DemandBaseline() : new DemandClassifier();
  }
}
