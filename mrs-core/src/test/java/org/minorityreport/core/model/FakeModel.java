package org.minorityreport.core.model;

import java.time.Duration;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.BaselineQuestion;
import org.minorityreport.api.model.ClassifierAnswer;
import org.minorityreport.api.model.ClassifierModel;
import org.minorityreport.api.model.ClassifierQuestion;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Expectations;

/** Fits every role and answers nothing: it is there to be chosen. */
final class FakeModel
    implements BaselineModel, ClassifierModel, ClusterModel, AttributionModel, CohortModel {
  private final String name;
  private final ModelConfig config;

  FakeModel(String name, ModelConfig config) {
    this.name = name;
    this.config = config;
  }

  ModelConfig config() {
    return config;
  }

  @Override
  public ModelInfo info() {
    return ModelInfo.builder()
        .name(name)
        .version("1")
        .lookBack(Duration.ZERO)
        .minimumHistory(Duration.ZERO)
        .build();
  }

  @Override
  public Expectations expect(BaselineQuestion question) {
    throw new IllegalArgumentException("no sales");
  }

  @Override
  public ClassifierAnswer classify(ClassifierQuestion question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ClusterOutput compare(ClusterQuestion question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public AttributionAnswer attribute(AttributionQuestion question) {
    throw new UnsupportedOperationException();
  }

  @Override
  public CohortAnswer compare(CohortQuestion question) {
    throw new UnsupportedOperationException();
  }
}
