package org.minorityreport.testkit.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.minorityreport.api.model.Model;

/** An answer depends on the question and the configuration alone. */
final class StateRules {
  private StateRules() {}

  static <M extends Model, Q, A> List<ModelRule<M, Q, A>> all() {
    return List.of(
        ModelRule.of(6, "A question is not changed by asking it", StateRules::unchanged),
        ModelRule.of(7, "The same question has the same answer", StateRules::again),
        ModelRule.of(
            8, "What was asked before, and of which model, changes no answer", StateRules::order),
        ModelRule.of(
            9,
            "A model created anew by name and configuration answers the same",
            StateRules::createdAnew));
  }

  private static <M extends Model, Q, A> List<Told<Q>> questions(ModelBench<M, Q, A> bench) {
    return bench.asked().ordinary(bench.info());
  }

  private static <M extends Model, Q, A> void unchanged(ModelBench<M, Q, A> bench) {
    M model = bench.model();
    for (Told<Q> told : questions(bench)) {
      Q question = told.question();
      bench.ask(model, told, question);
      Expect.that(
          question.equals(told.question()),
          () -> "the question is not what it was before it was asked: " + told.words());
    }
  }

  private static <M extends Model, Q, A> void again(ModelBench<M, Q, A> bench) {
    M model = bench.model();
    for (Told<Q> told : questions(bench)) {
      A first = bench.ask(model, told);
      for (int i = 2; i <= 4; i++) {
        int time = i;
        bench.same(told, first, bench.ask(model, told), "when asked for time number " + time);
      }
    }
  }

  /** Forwards with one model, backwards with another, and the first one once more. */
  private static <M extends Model, Q, A> void order(ModelBench<M, Q, A> bench) {
    List<Told<Q>> questions = questions(bench);
    M model = bench.model();
    List<A> forwards = new ArrayList<>();
    questions.forEach(told -> forwards.add(bench.ask(model, told)));
    List<Integer> backwards = new ArrayList<>();
    for (int i = 0; i < questions.size(); i++) {
      backwards.add(i);
    }
    Collections.reverse(backwards);
    M other = bench.model();
    for (int i : backwards) {
      Told<Q> told = questions.get(i);
      bench.same(
          told,
          forwards.get(i),
          bench.ask(other, told),
          "of another model that was asked other questions before");
    }
    for (int i : backwards) {
      Told<Q> told = questions.get(i);
      bench.same(told, forwards.get(i), bench.ask(model, told), "after other questions");
    }
  }

  private static <M extends Model, Q, A> void createdAnew(ModelBench<M, Q, A> bench) {
    M model = bench.model();
    FreshClasses classes = FreshClasses.of(bench.provider());
    try {
      M fresh = bench.model(classes.provider(bench.provider()));
      Expect.that(
          model.info().equals(fresh.info()),
          () -> "a model says of itself " + model.info() + ", created anew " + fresh.info());
      List<Told<Q>> backwards = new ArrayList<>(questions(bench));
      Collections.reverse(backwards);
      for (Told<Q> told : backwards) {
        bench.same(
            told,
            bench.ask(model, told),
            bench.ask(fresh, told),
            "of a model created anew, as in another process");
      }
    } finally {
      classes.closeQuietly();
    }
  }
}
