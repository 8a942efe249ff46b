package org.minorityreport.testkit.model.wrong;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.minorityreport.api.model.CohortAnswer;
import org.minorityreport.api.model.CohortQuestion;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelRole;

/** Cohort models that are wrong on purpose. */
final class WrongCohorts {
  private WrongCohorts() {}

  private static WrongModel wrong(
      String key, String wrong, int rule, String message, Supplier<Model> maker) {
    String id = "MRS-COH-" + (rule < 10 ? "0" : "") + rule;
    return new WrongModel("cohort-" + key, ModelRole.COHORT, wrong, id, message, maker);
  }

  static List<WrongModel> all() {
    return List.of(
        wrong(
            "score",
            "adds up weights beyond one",
            5,
            "it threw org.minorityreport.api.error.InvalidValueException: score is '1.4'",
            () ->
                new RightCohort() {
                  @Override
                  double score(boolean cause, boolean region) {
                    return (cause ? 0.7 : 0) + (region ? 0.7 : 0);
                  }
                }),
        wrong(
            "words",
            "gives reasons in words of its own",
            5,
            "a reason is 'looks alike', not one of ",
            () ->
                new RightCohort() {
                  @Override
                  CohortAnswer answer(
                      CohortQuestion question, double score, SortedSet<String> reasons) {
                    reasons.add("looks alike");
                    return super.answer(question, score, reasons);
                  }
                }),
        wrong(
            "asymmetric",
            "is surer if the report with the smaller id began first",
            30,
            "when the two change places",
            () ->
                new RightCohort() {
                  @Override
                  CohortAnswer answer(
                      CohortQuestion question, double score, SortedSet<String> reasons) {
                    boolean first =
                        question
                            .one()
                            .report()
                            .windowStart()
                            .isBefore(question.other().report().windowStart());
                    return super.answer(question, first ? score + 0.1 : score, reasons);
                  }
                }),
        wrong(
            "nowhere",
            "takes two absent regions for the same one",
            31,
            "it says same_region, but that is not so",
            () ->
                new RightCohort() {
                  @Override
                  boolean same(Optional<String> one, Optional<String> other) {
                    return one.equals(other);
                  }
                }),
        wrong(
            "silent",
            "joins without a reason",
            32,
            "the score is 0.8 without a reason",
            () ->
                new RightCohort() {
                  @Override
                  CohortAnswer answer(
                      CohortQuestion question, double score, SortedSet<String> reasons) {
                    return super.answer(question, score, new TreeSet<>());
                  }
                }));
  }
}
