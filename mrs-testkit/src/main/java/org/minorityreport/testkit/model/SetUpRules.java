package org.minorityreport.testkit.model;

import java.util.List;
import java.util.ServiceLoader;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelProvider;

/** The provider, what the model says of itself, and that it answers at all; first in each role. */
final class SetUpRules {
  private SetUpRules() {}

  static <M extends Model, Q, A> List<ModelRule<M, Q, A>> all() {
    return List.of(
        ModelRule.of(
            1, "The provider has an id, serves the role and makes a model of it", SetUpRules::made),
        ModelRule.of(
            2,
            "A model says the same of itself at every call, and so do its like",
            SetUpRules::info),
        ModelRule.with(
            ModelCapability.IS_DISCOVERED,
            3,
            "The provider is found through ServiceLoader",
            bench -> discovered(bench, true)),
        ModelRule.without(
            ModelCapability.IS_DISCOVERED,
            4,
            "A provider that is not to be discovered is not found through ServiceLoader",
            bench -> discovered(bench, false)),
        ModelRule.of(
            5,
            "An ordinary question has an answer, about what was asked and in range",
            b -> {
              M model = b.model();
              for (Told<Q> told : b.asked().ordinary(model.info())) {
                b.askSoundly(model, told);
              }
            }));
  }

  private static void made(ModelBench<?, ?, ?> bench) {
    ModelProvider provider = bench.provider();
    String id = provider.id();
    Expect.that(
        id != null && id.matches("[a-z][a-z0-9-]*"),
        () ->
            "the id of the provider is '"
                + id
                + "', but lower case letters, digits and hyphens make one");
    Expect.that(
        provider.roles().contains(bench.role()),
        () ->
            "the provider '"
                + id
                + "' serves "
                + provider.roles()
                + ", which is without "
                + bench.role());
    bench.model();
  }

  private static void info(ModelBench<?, ?, ?> bench) {
    Model model = bench.model();
    ModelInfo first = model.info();
    Expect.that(first != null, () -> "a model says nothing of itself: info() is null");
    for (ModelInfo again : List.of(model.info(), bench.info())) {
      Expect.that(
          first.equals(again), () -> "a model says of itself " + first + ", and then " + again);
    }
    Expect.that(
        !first.timeBudget().isNegative() && !first.timeBudget().isZero(),
        () -> "the time budget is " + first.timeBudget() + ", but must be longer than nothing");
  }

  private static void discovered(ModelBench<?, ?, ?> bench, boolean expected) {
    Class<?> type = bench.provider().getClass();
    boolean found =
        ServiceLoader.load(ModelProvider.class, type.getClassLoader()).stream()
            .anyMatch(it -> it.type() == type);
    Expect.that(
        found == expected,
        () ->
            found
                ? "IS_DISCOVERED is declined, but "
                    + type.getName()
                    + " is found: do not decline it"
                : type.getName()
                    + " is not found: it must be named in META-INF/services/"
                    + ModelProvider.class.getName()
                    + ", or provided by the module");
  }
}
