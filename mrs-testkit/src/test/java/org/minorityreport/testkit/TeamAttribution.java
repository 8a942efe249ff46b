package org.minorityreport.testkit;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.record.ScoredCandidate;

/** A model of attribution that has one answer to everything, and says how good that is. */
public final class TeamAttribution implements ModelProvider {
  /** Its id. */
  static final String ID = "team";

  /** For discovery. */
  public TeamAttribution() {}

  /** {@return the configuration of a model of a name, with its one answer and how good that is} */
  static ModelConfig saying(String name, String cause, String quality) {
    return ModelConfig.builder()
        .seed(0)
        .putParameters("name", name)
        .putParameters("cause", cause)
        .putParameters("quality", quality)
        .build();
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Set<ModelRole> roles() {
    return Set.of(ModelRole.ATTRIBUTION);
  }

  @Override
  public Optional<Set<String>> parameters(ModelRole role) {
    return Optional.of(Set.of("name", "cause", "quality"));
  }

  @Override
  public Model create(ModelRole role, ModelConfig config) {
    return new OneAnswer(
        config.parameters().getOrDefault("name", ID),
        config.parameters().getOrDefault("cause", "Sunspots"),
        Double.parseDouble(config.parameters().getOrDefault("quality", "1")));
  }

  private record OneAnswer(String name, String cause, double quality) implements AttributionModel {
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
    public AttributionAnswer attribute(AttributionQuestion question) {
      Objects.requireNonNull(question, "question");
      return AttributionAnswer.builder()
          .causes(
              List.of(
                  ScoredCandidate.builder()
                      .cause(cause)
                      .category("natural_disaster")
                      .confidence(0.9)
                      .build()))
          .qualityScore(OptionalDouble.of(quality))
          .build();
    }
  }
}
