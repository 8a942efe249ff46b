package org.minorityreport.mock.attribution;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * <p>In the simulated world a script may be looked up first ({@code narratives}); it can be
 * switched off.
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

  private final NarrativeLookUp lookUp;

  private MockAttribution(NarrativeLookUp lookUp) {
    this.lookUp = lookUp;
  }

  /** {@return the names of its parameters} */
  public static Set<String> parameters() {
    return NarrativeLookUp.parameters();
  }

  /**
   * The model.
   *
   * @param config parameter {@code narratives}: what is looked up, {@code shipped} (the default),
   *     {@code off}, or the JSON of a library; {@code narratives_first_day}: the date from which
   *     its days count, 2025-08-05 unless said
   * @return the model
   * @throws org.minorityreport.api.error.MrsException if a parameter cannot be used
   */
  public static MockAttribution create(ModelConfig config) {
    return new MockAttribution(NarrativeLookUp.of(config.parameters()));
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
    List<ScoredCandidate> scripted = lookUp.causes(question);
    if (!scripted.isEmpty()) {
      return AttributionAnswer.builder().causes(merged(scripted, causes)).build();
    }
    return AttributionAnswer.builder()
        .causes(causes)
        .abstainReason(abstainReason(weighed, causes))
        .build();
  }

  /** What the script says comes first; nothing after it is surer. */
  private static List<ScoredCandidate> merged(
      List<ScoredCandidate> scripted, List<ScoredCandidate> causes) {
    List<ScoredCandidate> all = new ArrayList<>(scripted);
    double most = scripted.get(scripted.size() - 1).confidence();
    for (ScoredCandidate cause : causes) {
      double confidence = Math.min(most, cause.confidence());
      all.add(ScoredCandidate.builder().from(cause).confidence(confidence).build());
    }
    return all;
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
