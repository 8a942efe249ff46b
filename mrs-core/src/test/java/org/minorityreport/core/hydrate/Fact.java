package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.StageOutcome;

/**
 * One row of a generated history, out of few reports and ticks so that histories get dense.
 *
 * @param kind what sort of row
 * @param report which report it is about
 * @param tick when
 * @param variant what it says
 * @param retracts whether it takes its key back instead, if that stands
 */
record Fact(Kind kind, int report, int tick, int variant, boolean retracts) {
  static final List<Sample> REPORTS =
      List.of(
          Sample.of("north", "2025-08-07T09:00:00Z"),
          Sample.of("north", "2025-08-07T10:00:00Z"),
          Sample.of("south", "2025-08-07T09:30:00Z"));
  private static final Instant FIRST = Instant.parse("2025-08-07T12:00:00Z");
  private static final Instant END = Instant.parse("2025-08-07T11:00:00Z");
  private static final List<List<String>> CODES =
      List.of(
          List.of(),
          List.of(),
          List.of("MRCL_down"),
          List.of("CONTEXT_missing", "MRPAL_down"),
          List.of("CLASSIFIER_fallback"),
          List.of("SALES_missing"),
          List.of("MRCH_down"),
          List.of("a_code_of_the_future"));

  private static final List<EndReason> REASONS = List.of(EndReason.values());
  private static final List<StageOutcome> OUTCOMES = List.of(StageOutcome.values());

  enum Kind {
    DETECTED,
    ENDED,
    CLUSTERED,
    ATTRIBUTED,
    COHORTED,
    LOGGED,
    LOCATED,
    RAN
  }

  static Arbitrary<List<List<Fact>>> histories() {
    return fact().list().ofMinSize(1).ofMaxSize(8).list().ofMaxSize(8);
  }

  static Arbitrary<Fact> fact() {
    return Combinators.combine(
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, REPORTS.size() - 1),
            Arbitraries.integers().between(0, 3),
            Arbitraries.integers().between(0, 23),
            Arbitraries.frequencyOf(
                Tuple.of(4, Arbitraries.just(false)), Tuple.of(1, Arbitraries.just(true))))
        .as(Fact::new);
  }

  static Scene scene(List<List<Fact>> history) {
    Scene scene = new Scene();
    history.forEach(commit -> apply(scene, commit));
    return scene;
  }

  static void apply(Scene scene, List<Fact> commit) {
    scene.commit(
        commit.stream()
            .flatMap(
                fact ->
                    fact.retracts()
                        ? scene.retraction(fact.row()).stream()
                        : Optional.of(fact.row()).stream())
            .toList());
  }

  static Instant at(int tick) {
    return FIRST.plus(Duration.ofHours(tick));
  }

  LogRow row() {
    Sample sample = REPORTS.get(report);
    String at = at(tick).toString();
    boolean degraded = !codes().isEmpty();
    return switch (kind) {
      case DETECTED ->
          sample.detected(
              at,
              b ->
                  b.severityScore(variant / 32.0)
                      .attributedSalesTotal(BigDecimal.valueOf(variant))
                      .impactEstimate(impact())
                      .windowEnd(variant % 3 == 0 ? Optional.of(END) : Optional.empty())
                      .isDegraded(degraded)
                      .degradedReasons(codes()));
      case ENDED -> ended(sample, at);
      case CLUSTERED ->
          sample.clustered(
              at,
              b ->
                  b.clusterId(degraded ? Optional.empty() : Optional.of("CL-" + variant))
                      .isDegraded(degraded)
                      .degradedReasons(codes()));
      case ATTRIBUTED ->
          sample.attributed(
              at,
              b ->
                  b.proposedCause("cause " + variant % 3)
                      .confidenceScore(variant / 32.0)
                      .isDegraded(degraded)
                      .degradedReasons(codes()));
      case COHORTED ->
          sample.cohorted(
              at, b -> b.reportGroupId(other()).isDegraded(degraded).degradedReasons(codes()));
      case LOGGED ->
          sample.logged(
              at,
              b ->
                  b.mergedInto(variant % 4 == 0 ? Optional.of(other()) : Optional.empty())
                      .cohortName("name " + variant));
      case LOCATED -> sample.located(at, "region " + variant, variant % 5 == 0);
      case RAN ->
          Sample.ran(
              List.of("detection", "clustering", "attribution", "cohorting").get(variant % 4),
              at,
              OUTCOMES.get(report),
              codes().toArray(String[]::new));
    };
  }

  private LogRow ended(Sample sample, String at) {
    EndReason reason = REASONS.get(variant % REASONS.size());
    return reason == EndReason.REOPENED
        ? sample.reopened(at)
        : sample.ended(
            at,
            b ->
                b.endReason(reason)
                    .windowEnd(variant % 7 == 0 ? Optional.empty() : Optional.of(END)));
  }

  private List<String> codes() {
    return CODES.get(variant % CODES.size());
  }

  private EventId other() {
    return REPORTS.get(variant % REPORTS.size()).event();
  }

  private Optional<BigDecimal> impact() {
    return variant % 4 == 1
        ? Optional.empty()
        : Optional.of(BigDecimal.valueOf(variant - 10L).setScale(2));
  }
}
