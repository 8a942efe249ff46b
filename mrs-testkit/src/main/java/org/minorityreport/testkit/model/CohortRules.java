package org.minorityreport.testkit.model;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortModel;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.CohortSide;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.testkit.model.CohortCase.Side;

/** What a cohort model must do. */
final class CohortRules {
  private static final int TRIES = 150;

  /** Core joins reports from this score on, unless it is set otherwise. */
  private static final double ACCEPTED = 0.5;

  private CohortRules() {}

  static RoleRules<CohortModel, CohortQuestion, CohortAnswer> all() {
    Map<String, List<ModelRule<CohortModel, CohortQuestion, CohortAnswer>>> own =
        new LinkedHashMap<>();
    own.put("Odd pairs", odd());
    own.put("What two share", shared());
    return new RoleRules<>(CohortQuestions.INSTANCE, own);
  }

  private static List<ModelRule<CohortModel, CohortQuestion, CohortAnswer>> odd() {
    Side plain = new Side(1, "Corner Shops", "Yorkshire", "weather", "CL-SPIKE", "C-0001", 0);
    Side nowhere = new Side(2, "Big Sheds", "", "weather", "CL-SPIKE", "C-0001", 0);
    Side shapeless = new Side(3, "Corner Shops", "Yorkshire", "weather", "", "C-0001", 0);
    Side open = new Side(4, "Corner Shops", "Yorkshire", "unknown", "CL-SPIKE", "", 0);
    Side bare = new Side(5, "Corner Shops", "", "unknown", "", "", 0);
    Side novel = new Side(6, "Corner Shops", "Wales", AttributionCase.NOVEL, "", "C-0002", 0);
    Side late = new Side(7, "Corner Shops", "Yorkshire", "weather", "CL-SPIKE", "C-0001", 90);
    return List.of(
        asked(10, "Stores without region have an answer", new CohortCase(plain, nowhere, 3)),
        asked(11, "Reports without cluster have an answer", new CohortCase(plain, shapeless, 3)),
        asked(12, "Reports without known cause have an answer", new CohortCase(open, plain, 3)),
        asked(
            13, "Reports of which nothing is known have an answer", new CohortCase(bare, bare, 0)),
        asked(14, "Stores without known distance have an answer", new CohortCase(plain, late, -1)),
        asked(
            15,
            "A category that nobody has heard of is a category",
            new CohortCase(novel, plain, 200)),
        AnyRules.inRange(19));
  }

  private static ModelRule<CohortModel, CohortQuestion, CohortAnswer> asked(
      int number, String intent, CohortCase pair) {
    return ModelRule.of(number, intent, bench -> bench.askSoundly(bench.model(), pair.told()));
  }

  private static List<ModelRule<CohortModel, CohortQuestion, CohortAnswer>> shared() {
    return List.of(
        ModelRule.of(
            30,
            "Which of the two has the smaller id changes nothing",
            bench -> {
              CohortModel model = bench.model();
              Cases.all(
                  CohortCase.any(),
                  TRIES,
                  pair ->
                      bench.same(
                          pair.told(),
                          bench.ask(model, pair.told()),
                          bench.ask(model, pair.swapped()),
                          "when the two change places"));
            }),
        ModelRule.of(31, "What it says they share they do share", bench -> each(bench, true)),
        ModelRule.of(
            32,
            "Two that it would join share something that it names",
            bench -> each(bench, false)));
  }

  private static void each(
      ModelBench<CohortModel, CohortQuestion, CohortAnswer> bench, boolean reasons) {
    CohortModel model = bench.model();
    Cases.all(
        bench.asked().any(bench),
        TRIES,
        told -> {
          CohortAnswer answer = bench.ask(model, told);
          String fault =
              reasons
                  ? untrue(told.question(), answer)
                  : answer.score() >= ACCEPTED && answer.reasons().isEmpty()
                      ? "the score is " + answer.score() + " without a reason"
                      : "";
          Expect.that(fault.isEmpty(), () -> fault + "; asked about " + told.words());
        });
  }

  /** Overlap in time is not looked at: how close is close enough is a setting of core. */
  private static String untrue(CohortQuestion question, CohortAnswer answer) {
    CohortSide one = question.one();
    CohortSide other = question.other();
    for (String reason : answer.reasons()) {
      boolean holds =
          switch (reason) {
            case "same_region" -> same(one.store().region(), other.store().region());
            case "same_retailer" -> one.store().retailer().equals(other.store().retailer());
            case "shared_cluster" -> same(cluster(one), cluster(other));
            case "shared_cause" ->
                one.report().proposedCauseCategory().equals(other.report().proposedCauseCategory());
            case "shared_evidence" ->
                one.report().supportingEvidence().stream()
                    .anyMatch(
                        e ->
                            other.report().supportingEvidence().stream()
                                .anyMatch(o -> o.kind() == e.kind() && o.ref().equals(e.ref())));
            default -> true;
          };
      if (!holds) {
        return "it says " + reason + ", but that is not so";
      }
    }
    return "";
  }

  private static Optional<String> cluster(CohortSide side) {
    return side.clustered().flatMap(ReportClustered::clusterId);
  }

  private static boolean same(Optional<String> one, Optional<String> other) {
    return one.isPresent() && one.equals(other);
  }
}
