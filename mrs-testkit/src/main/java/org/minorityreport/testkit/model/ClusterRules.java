package org.minorityreport.testkit.model;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.ClusterQuestion;
import org.minorityreport.api.record.ClusterOutput;
import org.minorityreport.api.series.Direction;
import org.minorityreport.api.series.Steps;

/** What a cluster model must do. */
final class ClusterRules {
  private static final int TRIES = 80;

  private ClusterRules() {}

  static RoleRules<ClusterModel, ClusterQuestion, ClusterOutput> all() {
    Map<String, List<ModelRule<ClusterModel, ClusterQuestion, ClusterOutput>>> own =
        new LinkedHashMap<>();
    own.put("Odd shapes", odd());
    own.put("What a match is", matches());
    return new RoleRules<>(ClusterQuestions.INSTANCE, own);
  }

  private static List<ModelRule<ClusterModel, ClusterQuestion, ClusterOutput>> odd() {
    SeriesCase level = SeriesCase.level(SeriesCase.QUARTERS, 20);
    int all = 24;
    return List.of(
        vector(10, "A shape without features has an answer", 0),
        asked(
            11,
            "The shortest shape that is asked about has an answer",
            ReportCase.of(level.with(new Bump(0, 4, Bump.Kind.TREBLE)), 4)),
        asked(12, "A constant shape has an answer", ReportCase.of(level, all)),
        asked(
            13,
            "A shape of zeros has an answer",
            new ReportCase(
                level.with(new Bump(0, all, Bump.Kind.NOTHING)), all, Direction.DROP, 1)),
        asked(
            14,
            "A shape of which almost nothing is known has an answer",
            ReportCase.of(level.with(new Bump(2, all - 4, Bump.Kind.UNKNOWN)), all)),
        asked(
            15,
            "A huge shape has an answer",
            ReportCase.of(level.with(new Bump(0, all, Bump.Kind.HUGE)), all)),
        asked(
            16,
            "A shape of returns has an answer",
            new ReportCase(
                level.with(new Bump(0, all, Bump.Kind.RETURNS)), all, Direction.DROP, 1)),
        asked(
            17,
            "A spiky shape has an answer",
            ReportCase.of(
                level.with(new Bump(3, 1, Bump.Kind.HUGE), new Bump(14, 1, Bump.Kind.HUGE)), all)),
        vector(18, "Features far outside any library have an answer", 1e6),
        AnyRules.inRange(19));
  }

  private static ModelRule<ClusterModel, ClusterQuestion, ClusterOutput> asked(
      int number, String intent, ReportCase report) {
    return ModelRule.of(
        number, intent, bench -> bench.askSoundly(bench.model(), ClusterQuestions.told(report)));
  }

  private static ModelRule<ClusterModel, ClusterQuestion, ClusterOutput> vector(
      int number, String intent, double value) {
    return ModelRule.of(
        number,
        intent,
        bench -> {
          List<Double> features = Collections.nCopies(16, value);
          Told<ClusterQuestion> told =
              new Told<>(
                  "16 features of " + value,
                  () -> ClusterQuestions.question(ReportCase.ordinary(1), features, features));
          bench.askSoundly(bench.model(), told);
        });
  }

  private static List<ModelRule<ClusterModel, ClusterQuestion, ClusterOutput>> matches() {
    return List.of(
        ModelRule.of(
            30,
            "A match has id, name, similarity and confidence, and no match has none of them",
            bench -> each(bench, (told, answer) -> wholeMatch(answer))),
        ModelRule.of(
            31,
            "Without a match the nearest cluster and its distance are told",
            bench -> each(bench, (told, answer) -> nearest(answer))),
        ModelRule.of(32, "A cluster has one name, and a name one cluster", ClusterRules::names),
        ModelRule.of(
            33,
            "A shape is the same whatever the id of the report and wherever it happened",
            ClusterRules::elsewhere),
        ModelRule.with(
            ModelCapability.EMBEDS,
            34,
            "A match has a position on the map",
            bench -> each(bench, (told, answer) -> placed(answer))),
        ModelRule.without(
            ModelCapability.EMBEDS,
            35,
            "Without placing shapes on a map no answer has a position",
            bench -> each(bench, (told, answer) -> notPlaced(answer))));
  }

  /** Any question; the check says what is wrong with the answer, empty if nothing. */
  private static void each(
      ModelBench<ClusterModel, ClusterQuestion, ClusterOutput> bench,
      BiFunction<Told<ClusterQuestion>, ClusterOutput, String> check) {
    ClusterModel model = bench.model();
    Cases.all(
        bench.asked().any(bench),
        TRIES,
        told -> {
          String fault = check.apply(told, bench.ask(model, told));
          Expect.that(fault.isEmpty(), () -> fault + "; asked about " + told.words());
        });
  }

  private static String wholeMatch(ClusterOutput answer) {
    boolean matched = answer.clusterId().isPresent();
    boolean whole =
        matched == answer.clusterName().isPresent()
            && matched == answer.similarityScore().isPresent()
            && matched == answer.clusterMatchConfidence().isPresent();
    return whole
        ? ""
        : "of id, name, similarity and confidence some are absent and some are not: "
            + answer.clusterId().orElse("-")
            + ", "
            + answer.clusterName().orElse("-")
            + ", "
            + answer.similarityScore()
            + ", "
            + answer.clusterMatchConfidence();
  }

  private static String nearest(ClusterOutput answer) {
    boolean told = answer.nearestClusterId().isPresent() && answer.nearestDistance().isPresent();
    return answer.clusterId().isPresent() || told
        ? ""
        : "neither a cluster nor the nearest one with its distance: "
            + ClusterQuestions.words(answer);
  }

  private static String placed(ClusterOutput answer) {
    boolean both = answer.embeddingX().isPresent() && answer.embeddingY().isPresent();
    return answer.clusterId().isEmpty() || both
        ? ""
        : "cluster "
            + answer.clusterId().get()
            + " without a position; decline EMBEDS if that is meant";
  }

  private static String notPlaced(ClusterOutput answer) {
    return answer.embeddingX().isEmpty() && answer.embeddingY().isEmpty()
        ? ""
        : "EMBEDS is declined, but there is a position: do not decline it";
  }

  private static void names(ModelBench<ClusterModel, ClusterQuestion, ClusterOutput> bench) {
    Map<String, String> nameOf = new HashMap<>();
    Map<String, String> idOf = new HashMap<>();
    each(
        bench,
        (told, answer) -> {
          if (answer.clusterId().isEmpty() || answer.clusterName().isEmpty()) {
            return "";
          }
          String id = answer.clusterId().get();
          String name = answer.clusterName().get();
          String other = nameOf.putIfAbsent(id, name);
          if (other != null && !other.equals(name)) {
            return "cluster " + id + " is named '" + other + "', and '" + name + "'";
          }
          String another = idOf.putIfAbsent(name, id);
          return another == null || another.equals(id)
              ? ""
              : "two clusters, " + another + " and " + id + ", are named '" + name + "'";
        });
  }

  /** Another id, and the same steps a week later: the features of a shape know of neither. */
  private static void elsewhere(ModelBench<ClusterModel, ClusterQuestion, ClusterOutput> bench) {
    ClusterModel model = bench.model();
    Cases.all(
        ReportCase.any(ClusterQuestions.FEWEST),
        TRIES,
        report -> {
          Told<ClusterQuestion> told = ClusterQuestions.told(report);
          ReportCase other =
              new ReportCase(
                  report.sales(), report.steps(), report.direction(), report.number() + 1000);
          Steps later =
              Steps.of(
                  report.onset().plusSeconds(7 * 86_400), report.span().cadence(), report.steps());
          ClusterQuestion question =
              ClusterQuestion.builder()
                  .from(ClusterQuestions.told(other).question())
                  .steps(later)
                  .build();
          bench.same(
              told,
              bench.ask(model, told),
              bench.ask(model, told, question),
              "for the same shape of another report, a week later");
        });
  }
}
