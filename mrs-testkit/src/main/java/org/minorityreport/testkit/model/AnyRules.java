package org.minorityreport.testkit.model;

import org.minorityreport.api.model.Model;

/** What holds of any question, ordinary or odd, that jqwik can think of. */
final class AnyRules {
  private static final int TRIES = 120;

  private AnyRules() {}

  static <M extends Model, Q, A> ModelRule<M, Q, A> inRange(int number) {
    return ModelRule.of(
        number,
        "Any question has an answer, about what was asked and in range",
        bench -> {
          M model = bench.model();
          Cases.all(bench.asked().any(bench), TRIES, told -> bench.askSoundly(model, told));
        });
  }
}
