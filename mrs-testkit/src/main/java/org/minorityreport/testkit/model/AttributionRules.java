package org.minorityreport.testkit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import net.jqwik.api.Arbitrary;
import org.minorityreport.api.model.AttributionAnswer;
import org.minorityreport.api.model.AttributionModel;
import org.minorityreport.api.model.AttributionQuestion;
import org.minorityreport.api.model.Candidate;
import org.minorityreport.api.record.EvidenceKind;
import org.minorityreport.api.record.ScoredCandidate;
import org.minorityreport.api.series.Direction;
import org.minorityreport.testkit.model.AttributionCase.Possible;

/** What an attribution model must do. */
final class AttributionRules {
  private static final int TRIES = 100;

  private AttributionRules() {}

  static RoleRules<AttributionModel, AttributionQuestion, AttributionAnswer> all() {
    Map<String, List<ModelRule<AttributionModel, AttributionQuestion, AttributionAnswer>>> own =
        new LinkedHashMap<>();
    own.put("Odd reports", odd());
    own.put("What a cause is", causes());
    return new RoleRules<>(AttributionQuestions.INSTANCE, own);
  }

  private static List<ModelRule<AttributionModel, AttributionQuestion, AttributionAnswer>> odd() {
    SeriesCase level = SeriesCase.level(SeriesCase.QUARTERS, 20);
    int all = 12;
    return List.of(
        ModelRule.with(
            ModelCapability.KEEPS_TO_CANDIDATES,
            10,
            "Without candidates it abstains with no_candidate",
            AttributionRules::noCandidate),
        asked(11, "A report of one step has an answer", ReportCase.of(level, 1)),
        asked(12, "Constant sales have an answer", ReportCase.of(level, all)),
        asked(
            13,
            "Sales of zero have an answer",
            new ReportCase(
                level.with(new Bump(0, all, Bump.Kind.NOTHING)), all, Direction.DROP, 1)),
        asked(
            14,
            "Sales of which nothing is known have an answer",
            ReportCase.of(level.with(new Bump(0, all, Bump.Kind.UNKNOWN)), all)),
        asked(
            15,
            "Huge sales have an answer",
            ReportCase.of(level.with(new Bump(0, all, Bump.Kind.HUGE)), all)),
        asked(
            16,
            "Returns have an answer",
            new ReportCase(
                level.with(new Bump(0, all, Bump.Kind.RETURNS)), all, Direction.DROP, 1)),
        asked(
            17,
            "Spiky sales have an answer",
            ReportCase.of(
                level.with(new Bump(2, 1, Bump.Kind.HUGE), new Bump(9, 1, Bump.Kind.HUGE)), all)),
        ModelRule.of(
            18, "A category that nobody has heard of is a category", AttributionRules::novel),
        AnyRules.inRange(19),
        ModelRule.of(
            20,
            "Whatever people confirmed before, there is an answer in range",
            bench -> sound(bench, AttributionCase.anyConfirmed())),
        ModelRule.of(
            21,
            "Whatever was measured of a candidate, there is an answer in range",
            bench -> sound(bench, AttributionCase.anyMeasured())));
  }

  private static ModelRule<AttributionModel, AttributionQuestion, AttributionAnswer> asked(
      int number, String intent, ReportCase report) {
    Possible weather = new Possible(1, false, "weather", -1, 30, 1);
    return ModelRule.of(
        number,
        intent,
        bench -> bench.askSoundly(bench.model(), AttributionCase.of(report, weather).told()));
  }

  private static void sound(
      ModelBench<AttributionModel, AttributionQuestion, AttributionAnswer> bench,
      Arbitrary<AttributionCase> cases) {
    AttributionModel model = bench.model();
    Cases.all(cases, TRIES, c -> bench.askSoundly(model, c.told()));
  }

  private static void noCandidate(
      ModelBench<AttributionModel, AttributionQuestion, AttributionAnswer> bench) {
    Told<AttributionQuestion> told = AttributionCase.of(ReportCase.ordinary(1)).told();
    AttributionAnswer answer = bench.askSoundly(bench.model(), told);
    String reason = answer.abstainReason().orElse("no reason to abstain");
    Expect.that(
        answer.causes().isEmpty() && reason.equals("no_candidate"),
        () ->
            "without candidates it answers "
                + answer.causes().stream().map(ScoredCandidate::cause).toList()
                + " and "
                + reason
                + "; asked about "
                + told.words());
  }

  private static void novel(
      ModelBench<AttributionModel, AttributionQuestion, AttributionAnswer> bench) {
    Possible visitors = new Possible(1, false, AttributionCase.NOVEL, -1, 30, 1);
    Told<AttributionQuestion> told = AttributionCase.of(ReportCase.ordinary(1), visitors).told();
    AttributionAnswer answer = bench.askSoundly(bench.model(), told);
    Candidate candidate = told.question().candidates().get(0);
    Expect.that(
        answer.causes().stream()
            .anyMatch(c -> cites(c, candidate) && c.category().equals(AttributionCase.NOVEL)),
        () ->
            "the candidate of category "
                + AttributionCase.NOVEL
                + " is not among its causes "
                + answer.causes().stream().map(c -> c.cause() + " (" + c.category() + ")").toList()
                + "; asked about "
                + told.words());
  }

  private static List<ModelRule<AttributionModel, AttributionQuestion, AttributionAnswer>>
      causes() {
    return List.of(
        ModelRule.of(
            30,
            "Every candidate is considered: its score is told, and once",
            bench -> each(bench, AttributionRules::considered)),
        ModelRule.of(
            31,
            "A cause has the category of the candidate that it cites",
            bench -> each(bench, AttributionRules::category)),
        ModelRule.with(
            ModelCapability.KEEPS_TO_CANDIDATES,
            32,
            "No cause is named that is not among the candidates",
            bench -> each(bench, AttributionRules::amongCandidates)),
        ModelRule.without(
            ModelCapability.KEEPS_TO_CANDIDATES,
            33,
            "A cause that is no candidate cites a cluster, a narrative or a person",
            bench -> each(bench, AttributionRules::citesElse)),
        ModelRule.with(
            ModelCapability.RATES_ITSELF,
            34,
            "Each answer has a quality",
            bench ->
                each(
                    bench,
                    (question, answer) ->
                        answer.qualityScore().isPresent()
                            ? ""
                            : "no quality is claimed; decline RATES_ITSELF if that is meant")),
        ModelRule.without(
            ModelCapability.RATES_ITSELF,
            35,
            "Without rating itself no answer has a quality",
            bench ->
                each(
                    bench,
                    (question, answer) ->
                        answer.qualityScore().isEmpty()
                            ? ""
                            : "RATES_ITSELF is declined, but a quality is claimed: do not decline"
                                + " it")));
  }

  /** Any question; the check says what is wrong with the answer, empty if nothing. */
  private static void each(
      ModelBench<AttributionModel, AttributionQuestion, AttributionAnswer> bench,
      BiFunction<AttributionQuestion, AttributionAnswer, String> check) {
    AttributionModel model = bench.model();
    Cases.all(
        bench.asked().any(bench),
        TRIES,
        told -> {
          String fault = check.apply(told.question(), bench.ask(model, told));
          Expect.that(fault.isEmpty(), () -> fault + "; asked about " + told.words());
        });
  }

  private static boolean cites(ScoredCandidate cause, Candidate candidate) {
    return cause.evidence().stream()
        .anyMatch(e -> e.kind() == candidate.kind() && e.ref().equals(candidate.ref()));
  }

  private static Optional<Candidate> cited(AttributionQuestion question, ScoredCandidate cause) {
    return question.candidates().stream().filter(c -> cites(cause, c)).findFirst();
  }

  private static String considered(AttributionQuestion question, AttributionAnswer answer) {
    for (Candidate candidate : question.candidates()) {
      long times = answer.causes().stream().filter(c -> cites(c, candidate)).count();
      if (times != 1) {
        return "the candidate '"
            + candidate.name()
            + "' ("
            + candidate.ref()
            + ") is cited by "
            + (times == 0 ? "no cause" : times + " causes");
      }
    }
    return "";
  }

  private static String category(AttributionQuestion question, AttributionAnswer answer) {
    for (ScoredCandidate cause : answer.causes()) {
      Optional<Candidate> candidate = cited(question, cause);
      if (candidate.isPresent() && !candidate.get().category().equals(cause.category())) {
        return "the cause '"
            + cause.cause()
            + "' is of category "
            + cause.category()
            + ", its candidate of "
            + candidate.get().category();
      }
    }
    return "";
  }

  private static String amongCandidates(AttributionQuestion question, AttributionAnswer answer) {
    for (ScoredCandidate cause : answer.causes()) {
      if (cited(question, cause).isEmpty()) {
        return "the cause '"
            + cause.cause()
            + "' is none of the candidates "
            + question.candidates().stream().map(Candidate::ref).toList()
            + "; decline KEEPS_TO_CANDIDATES if that is meant";
      }
    }
    return "";
  }

  private static String citesElse(AttributionQuestion question, AttributionAnswer answer) {
    for (ScoredCandidate cause : answer.causes()) {
      boolean citesOther =
          cause.evidence().stream()
              .anyMatch(
                  e -> e.kind() != EvidenceKind.CAMPAIGN && e.kind() != EvidenceKind.CONTEXT_EVENT);
      if (cited(question, cause).isEmpty() && !citesOther) {
        return "the cause '" + cause.cause() + "' cites neither a candidate nor anything else";
      }
    }
    return "";
  }
}
