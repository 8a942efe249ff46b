package org.minorityreport.core.hydrate;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import org.minorityreport.api.id.EventId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.FinalDecision;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.UserEdit;

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

  private static final List<String> ACTIONS =
      Stream.concat(
              Stream.of(EditAction.values()).map(EditAction::wireName),
              Stream.of("of tomorrow", "revert", "split", "merge"))
          .toList();
  private static final List<String> REVERTED = List.of("edit", "move", "split", "merge");
  private static final List<String> DECISIONS =
      Stream.concat(
              Stream.of(FinalDecision.values()).map(FinalDecision::wireName),
              Stream.of("of tomorrow"))
          .toList();
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
    RAN,
    ACTED,
    ACTED_ON_EVENT,
    FINALISED,
    LOOKED_AGAIN
  }

  /** What the machine writes about a report. */
  static final List<Kind> OF_STAGES =
      List.of(
          Kind.DETECTED, Kind.ENDED, Kind.CLUSTERED, Kind.ATTRIBUTED, Kind.COHORTED, Kind.LOGGED);

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
      case ACTED -> act(variant, false).row();
      case ACTED_ON_EVENT -> act(variant, true).row();
      case FINALISED ->
          Act.finalised(
              sample,
              DECISIONS.get(variant % DECISIONS.size()),
              act(variant / 2, variant % 3 == 0),
              b ->
                  b.writtenAt(at(tick))
                      .reportStatus("word " + variant)
                      .finalCause("cause " + variant % 3)
                      .finalConfidence(variant / 32.0));
      case LOOKED_AGAIN -> again();
    };
  }

  private LogRow again() {
    int round = 1 + tick;
    boolean degraded = !codes().isEmpty();
    return switch (report) {
      case 0 -> Act.round(REPORTS.get(variant % 3), round);
      case 1 ->
          Act.reclustered(
              REPORTS.get(variant % 3),
              round,
              b ->
                  b.writtenAt(at(tick))
                      .clusterId("CL-" + variant)
                      .isDegraded(degraded)
                      .degradedReasons(codes()));
      default ->
          Act.reattributed(
              REPORTS.get(variant % 3),
              round,
              b ->
                  b.writtenAt(at(tick))
                      .proposedCause("cause " + variant % 3)
                      .isDegraded(degraded)
                      .degradedReasons(codes()));
    };
  }

  /** The acts of one kind on one thing at one tick differ by person only, if at all. */
  private Act act(int kind, boolean onEvent) {
    String action = ACTIONS.get(kind % ACTIONS.size());
    Sample sample = REPORTS.get(report);
    String name = action + report + tick + onEvent;
    UnaryOperator<UserEdit.Builder> change =
        b -> {
          b.writtenAt(at(tick)).actor("person " + tick % 2).reportIds(named());
          String other =
              action.equals("revert")
                  ? REVERTED.get(tick)
                  : ACTIONS.get((kind + tick) % ACTIONS.size());
          b.refersTo(Act.id(other + report + tick + onEvent));
          b.reportGroupId(tick == 3 ? "new" : other().value());
          if (tick % 2 == 0) {
            b.cause("cause " + tick);
          }
          return tick == 1
              ? Act.window(sample, b, FIRST.minusSeconds(60).toString(), FIRST.toString())
              : b;
        };
    return onEvent
        ? Act.on(sample.event(), action, name, change)
        : Act.on(sample, action, name, change);
  }

  private List<ReportId> named() {
    return REPORTS.stream()
        .map(Sample::id)
        .filter(id -> !id.equals(REPORTS.get(variant % REPORTS.size()).id()))
        .sorted()
        .toList();
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
