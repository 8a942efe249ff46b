package org.minorityreport.testkit.model;

import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.mock.MockModels;

/** The shipped models keep every rule. */
class MockModelsKitTest {
  @Nested
  class Baseline extends BaselineKit {
    @Override
    protected ModelProvider provider() {
      return new MockModels();
    }

    @Override
    protected boolean measuresQuality() {
      return false;
    }
  }

  @Nested
  class Classifier extends ClassifierKit {
    @Override
    protected ModelProvider provider() {
      return new MockModels();
    }

    @Override
    protected boolean measuresQuality() {
      return false;
    }
  }

  @Nested
  class Cluster extends ClusterKit {
    @Override
    protected ModelProvider provider() {
      return new MockModels();
    }

    @Override
    protected boolean measuresQuality() {
      return false;
    }
  }

  @Nested
  class Attribution extends AttributionKit {
    @Override
    protected ModelProvider provider() {
      return new MockModels();
    }

    @Override
    protected ModelConfig config() {
      return ModelConfig.builder().seed(0).putParameters("narratives", "off").build();
    }

    @Override
    protected Set<ModelCapability> declined() {
      return Set.of(ModelCapability.RATES_ITSELF);
    }

    @Override
    protected boolean measuresQuality() {
      return false;
    }
  }

  /** What is looked up in a script is none of the candidates. */
  @Nested
  class AttributionByScript extends AttributionKit {
    @Override
    protected ModelProvider provider() {
      return new MockModels();
    }

    @Override
    protected Set<ModelCapability> declined() {
      return Set.of(ModelCapability.RATES_ITSELF, ModelCapability.KEEPS_TO_CANDIDATES);
    }

    @Override
    protected boolean measuresQuality() {
      return false;
    }
  }

  @Nested
  class Cohort extends CohortKit {
    @Override
    protected ModelProvider provider() {
      return new MockModels();
    }

    @Override
    protected boolean measuresQuality() {
      return false;
    }
  }
}
