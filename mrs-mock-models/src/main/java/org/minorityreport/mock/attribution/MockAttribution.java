package org.minorityreport.mock.attribution;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.record.ScoredCandidate;

/**
 * Ranks causes by rules and weights: overlap in time, then place, product, strength and source,
 * times how plausible it is that such a cause moves sales to this side.
 *
 * <p>Each candidate is one cause, none is left out. The confidence of all falls as the best cause
 * of another category comes close to the best one, since two explanations are worth less than one.
 * It abstains with {@code no_candidate}, {@code weak_evidence} or, if only the rival category takes
 * the best cause under the floor, {@code conflicting_evidence}. Shape and cluster play no part.
 *
 * <p>Immutable and thread-safe.
 */
public final class MockAttribution implements AttributionModel {
  /** Below it a cause is not worth naming. */
  private static final double FLOOR = 0.3;

  /** A rival with this share of the best score begins to cost confidence. */
  private static final double RIVAL_FROM = 0.6;

  /** What an equal rival costs. */
  private static final double RIVAL_COST = 0.35;

  private static final Comparator<Weighed> ORDER =
      Comparator.comparingDouble(Weighed::score)
          .reversed()
          .thenComparing(w -> w.candidate().kind())
          .thenComparing(w -> w.candidate().ref());

  private static final ModelInfo INFO =
      ModelInfo.builder()
          .name("mock-attribution")
          .version("1")
          .lookBack(Duration.ZERO)
          .minimumHistory(Duration.ZERO)
          .build();

  private MockAttribution() {}

  /**
   * The model; it has no parameters.
   *
   * @param config read by nothing
   * @return the model
   */
  @SuppressWarnings("unused") // every model is created from a configuration
  public static MockAttribution create(ModelConfig config) {
    return new MockAttribution();
  }

  @Override
  public ModelInfo info() {
    return INFO;
  }

  @Override
  public AttributionAnswer attribute(AttributionQuestion question) {
    Timing timing = Timing.of(question);
    List<Weighed> weighed =
        question.candidates().stream()
            .map(candidate -> Weighed.of(candidate, question, timing))
            .sorted(ORDER)
            .toList();
    double keep = 1 - rivalCost(weighed);
    List<ScoredCandidate> causes = weighed.stream().map(w -> w.cause(keep)).toList();
    return AttributionAnswer.builder()
        .causes(causes)
        .abstainReason(abstainReason(weighed, causes))
        .build();
  }

  private static double rivalCost(List<Weighed> weighed) {
    if (weighed.isEmpty()) {
      return 0;
    }
    Weighed best = weighed.get(0);
    double rival =
        weighed.stream()
            .filter(w -> !w.candidate().category().equals(best.candidate().category()))
            .mapToDouble(Weighed::score)
            .findFirst()
            .orElse(0);
    double closeness = best.score() > 0 ? rival / best.score() : 0;
    return RIVAL_COST * Math.max(0, closeness - RIVAL_FROM) / (1 - RIVAL_FROM);
  }

  private static Optional<String> abstainReason(
      List<Weighed> weighed, List<ScoredCandidate> causes) {
    if (weighed.isEmpty()) {
      return Optional.of("no_candidate");
    }
    if (weighed.get(0).score() < FLOOR) {
      return Optional.of("weak_evidence");
    }
    return causes.get(0).confidence() < FLOOR
        ? Optional.of("conflicting_evidence")
        : Optional.empty();
  }
}
