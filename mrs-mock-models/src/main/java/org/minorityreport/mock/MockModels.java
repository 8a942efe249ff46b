package org.minorityreport.mock;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.mock.attribution.MockAttribution;
import org.minorityreport.mock.baseline.MockBaseline;
import org.minorityreport.mock.classifier.MockClassifier;
import org.minorityreport.mock.cluster.MockCluster;
import org.minorityreport.mock.cohort.MockCohort;

/**
 * Offers a mock for every role. The mocks learn nothing and draw nothing, so that neither the seed
 * nor, where a model names no parameter, the parameters of the configuration change an answer.
 * Immutable and thread-safe.
 */
public final class MockModels implements ModelProvider {
  /** Used by {@link java.util.ServiceLoader}. */
  public MockModels() {}

  @Override
  public String id() {
    return "mock";
  }

  @Override
  public Set<ModelRole> roles() {
    return EnumSet.allOf(ModelRole.class);
  }

  @Override
  public boolean isMock() {
    return true;
  }

  @Override
  public Optional<Set<String>> parameters(ModelRole role) {
    return Optional.of(
        role == ModelRole.ATTRIBUTION ? MockAttribution.parameters() : Set.<String>of());
  }

  @Override
  public Model create(ModelRole role, ModelConfig config) {
    return switch (role) {
      case BASELINE -> MockBaseline.create(config);
      case CLASSIFIER -> MockClassifier.create(config);
      case CLUSTER -> new MockCluster();
      case ATTRIBUTION -> MockAttribution.create(config);
      case COHORT -> MockCohort.create(config);
    };
  }
}
