package com.example.demand;

import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.testkit.model.ProviderKit;

class DemandModelsTest extends ProviderKit {
  @Override
  protected ModelProvider provider() {
    return new DemandModels();
  }
}
