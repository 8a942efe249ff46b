package org.minorityreport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ClusterModel;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.model.ModelWay;
import org.minorityreport.api.model.ProvidedModel;
import org.minorityreport.api.model.Route;
import org.minorityreport.api.record.ClusterOutput;

/** Routes of spec 5.4 and the rest of the guard of 5.5. */
class RoutingTest {
  private static final ModelConfig NO_CONFIG = ModelConfig.builder().seed(0).build();
  private static final BaselineModel PRIMARY = new FakeModel("primary", NO_CONFIG);
  private static final BaselineModel STAND_IN = new FakeModel("stand-in", NO_CONFIG);
  private static final BaselineModel OTHER = new FakeModel("other", NO_CONFIG);
  private static final Set<ModelRole> ALL = EnumSet.allOf(ModelRole.class);
  private static final ModelProvider MOCK = new FakeProvider("mock", true, ALL);
  private static final ModelProvider TEAM = new FakeProvider("team-a", false, ALL);

  /** The numbers come from a standard SHA-256 tool. */
  @ParameterizedTest
  @CsvSource({
    "BASELINE, STORE_BIR_001, 60",
    "BASELINE, 327, 86",
    "CLASSIFIER, 327, 82",
    "CLUSTER, MR-6a20e58883f194e885a0d230525dd11f, 69",
    "BASELINE, Café № 9 – Zürich, 4"
  })
  void isChallenged_fromTheFirstShareAboveTheNumberOfTheId(ModelRole role, String id, int number) {
    assertThat(Split.isChallenged(role, id, number)).isFalse();
    assertThat(Split.isChallenged(role, id, number + 1)).isTrue();
  }

  @Test
  void ask_idOfTheShare_goesToTheChallengerAndFallsBack() {
    ModelRoute<BaselineModel> route = ModelRoute.of(PRIMARY, STAND_IN).split(OTHER, 87);

    Answered<String> answered =
        ask(AskedModel.of(ModelRole.BASELINE, route, "327"), RoutingTest::name);
    Answered<String> failed =
        ask(AskedModel.of(ModelRole.BASELINE, route, "327"), m -> m == OTHER ? fail() : name(m));

    assertThat(answered.answer()).contains("other");
    assertThat(answered.by().route()).isEqualTo("challenger");
    assertThat(failed.answer()).contains("stand-in");
    assertThat(failed.by().isFallback()).isTrue();
  }

  @Test
  void ask_challengerOfAMock_fallsBackToTheMock() {
    ModelRoute<BaselineModel> route = ModelRoute.of(PRIMARY).split(OTHER, 87);

    Answered<String> failed =
        ask(AskedModel.of(ModelRole.BASELINE, route, "327"), m -> m == OTHER ? fail() : name(m));

    assertThat(failed.answer()).contains("primary");
    assertThat(failed.by().route()).isEqualTo("fallback");
  }

  @Test
  void ask_primaryThatRests_isNotAsked() {
    ModelRoute<BaselineModel> route =
        ModelRoute.of(PRIMARY, STAND_IN).resting(EnumSet.of(ModelWay.PRIMARY));
    AskedModel<BaselineModel> asked = AskedModel.of(ModelRole.BASELINE, route);

    assertThat(ask(asked, RoutingTest::name).by().isFallback()).isTrue();
    assertThat(asked.calls()).hasSize(1);
  }

  @Test
  void shadow_thatFails_leavesNoTraceInTheAnswer() {
    ModelRoute<BaselineModel> route = ModelRoute.of(PRIMARY).shadowedBy(OTHER);
    AskedModel<BaselineModel> asked = AskedModel.of(ModelRole.BASELINE, route);

    Answered<String> answered = ask(asked, m -> m == OTHER ? fail() : name(m));
    Optional<ShadowCall<String>> shadow = asked.shadow("x", m -> fail(), a -> {});

    assertThat(answered.failures()).isEmpty();
    assertThat(shadow.orElseThrow().outcome()).isEqualTo("failed");
    assertThat(asked.calls())
        .extracting(c -> c.route() + " " + c.ok() + "/" + c.failed())
        .containsExactly("primary 1/0", "shadow 0/1");
  }

  @Test
  void ask_answerUnderTheFloor_isSetAsideAndCountsAsAnswered() {
    AskedModel<BaselineModel> asked =
        AskedModel.of(
            ModelRole.ATTRIBUTION, ModelRoute.of(PRIMARY, STAND_IN).withQualityFloor(0.5));

    Answered<String> answered =
        asked.ask("id", "x", RoutingTest::name, a -> {}, a -> OptionalDouble.of(0.499999));

    assertThat(answered.answer()).contains("stand-in");
    assertThat(answered.setAside())
        .extracting(SetAside::message)
        .containsExactly("quality_score 0.499999 is under the floor of 0.5");
    assertThat(answered.failures()).isEmpty();
    assertThat(asked.calls().get(0).failed()).isZero();
  }

  @Test
  void ask_answerThatDoesNotComeInTime_isATimeout() {
    CallWatch late =
        new CallWatch() {
          @Override
          public <A> A call(ModelInfo model, Duration budget, Supplier<A> call) {
            throw new CallTimeout("it did not answer within " + budget.toMillis() + " ms");
          }
        };
    ClusterModel watched =
        (ClusterModel)
            new WatchedModels(late).of(ModelRole.CLUSTER, new FakeModel("slow", NO_CONFIG));

    Answered<?> answered =
        AskedModel.of(ModelRole.CLUSTER, ModelRoute.of(watched))
            .ask("x", RoutingTest::compare, a -> {});

    assertThat(answered.failures())
        .extracting(f -> f.outcome() + ": " + f.message())
        .containsExactly("timeout: asked about x, it did not answer within 100 ms");
  }

  /** The tick goes on although the model never comes back, and soon without waiting for it. */
  @Test
  void call_modelThatHangs_isLeftAloneAndSoonNotAskedAtAll() {
    CountDownLatch never = new CountDownLatch(1);
    try (TimedCalls watch = new TimedCalls()) {
      List<String> messages =
          IntStream.range(0, 20)
              .mapToObj(
                  i ->
                      message(
                          () ->
                              watch.call(PRIMARY.info(), Duration.ofMillis(1), () -> hang(never))))
              .toList();

      assertThat(messages.subList(0, TimedCalls.MOST_LATE))
          .containsOnly("it did not answer within 1 ms");
      assertThat(messages.subList(TimedCalls.MOST_LATE, 20))
          .containsOnly("it was not called, as 8 calls before had not come back");
      assertThat(watch.<String>call(STAND_IN.info(), Duration.ofSeconds(60), () -> "well"))
          .isEqualTo("well");
      never.countDown();
    }
  }

  @Test
  void choose_routeToAModelThatIsNotThere_namesTheNearest() {
    Route route = Route.builder().shadow(ProvidedModel.of("team-b")).build();

    assertThatThrownBy(() -> choose(ModelRole.BASELINE, route))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith(
            "no provider 'team-b' for role baseline as shadow (did you mean 'team-a'?); on the"
                + " class path are ['mock' in ");
  }

  @Test
  void choose_splitOfTheCohortRole_isRefused() {
    Route route = Route.builder().challenger(ProvidedModel.of("team-a")).share(10).build();

    assertThatThrownBy(() -> choose(ModelRole.COHORT, route))
        .isInstanceOf(UsageException.class)
        .hasMessageStartingWith("the role cohort cannot be split");
  }

  @Test
  void choose_unknownParameter_isNamedWithTheNearest() {
    ModelProvider strict = new Provider("strict", config -> new FakeModel("strict", config));
    ModelConfig config = ModelConfig.builder().seed(0).putParameters("tresholds", "4").build();

    assertThatThrownBy(
            () ->
                ModelCatalogue.of(List.of(MOCK, strict))
                    .choose(Map.of(ModelRole.CLUSTER, new ModelChoice("strict", config))))
        .isInstanceOf(UsageException.class)
        .hasMessage(
            "provider 'strict' knows no parameter 'tresholds' for role cluster (did you mean"
                + " 'threshold'?); it knows [threshold, window]");
  }

  @Test
  void choose_modelThatThrowsAtStart_namesClassAndPlace() {
    ModelProvider broken =
        new Provider(
            "broken",
            config -> {
              throw new IllegalStateException("no weights");
            });

    assertThatThrownBy(() -> ModelCatalogue.of(List.of(broken)).choose(Map.of()))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("provider " + Provider.class.getName() + " (file:")
        .hasMessageContaining(
            ", asked for a model of role baseline, threw java.lang.IllegalStateException: no"
                + " weights");
  }

  @Test
  void choose_providerOfAnotherApiVersion_isNamedWithAdvice() {
    ModelProvider old =
        new Provider(
            "old",
            config -> {
              throw new AbstractMethodError("create");
            });

    assertThatThrownBy(() -> ModelCatalogue.of(List.of(old)).choose(Map.of()))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("threw java.lang.AbstractMethodError: create; it was built for")
        .hasMessageContaining(Provider.class.getName());
  }

  @Test
  void text_listsWhereEachCameFromAndWhatWasPassedOver() {
    Route route =
        Route.builder()
            .challenger(ProvidedModel.of("mock"))
            .share(5)
            .shadow(ProvidedModel.of("mock"))
            .build();

    String text =
        new ChosenModels(
                ModelCatalogue.of(List.of(MOCK, TEAM))
                    .choose(Map.of(), Map.of(ModelRole.BASELINE, route)))
            .text();

    assertThat(text.lines().map(line -> line.replaceAll(" \\(file:[^)]*\\)", "")))
        .startsWith(
            "baseline",
            "  primary: team-a-baseline@1, the only provider that is no mock",
            "    provider 'team-a' in "
                + FakeProvider.class.getName()
                + "; look-back PT0S, budget 100 ms",
            "  challenger: mock-baseline@1 (mock), 5 % of questions")
        .contains("  not chosen: 'mock' in " + FakeProvider.class.getName());
  }

  private static List<ChosenModel> choose(ModelRole role, Route route) {
    return ModelCatalogue.of(Arrays.asList(MOCK, TEAM)).choose(Map.of(), Map.of(role, route));
  }

  private static <A> Answered<A> ask(
      AskedModel<BaselineModel> model, Function<BaselineModel, A> question) {
    return model.ask("x", question, a -> {});
  }

  @SuppressWarnings("NullAway") // what it is asked is of no account
  private static ClusterOutput compare(ClusterModel model) {
    return model.compare(null);
  }

  private static String fail() {
    throw new IllegalStateException("down");
  }

  private static String hang(CountDownLatch never) {
    boolean released = false;
    while (!released) {
      try {
        never.await();
        released = true;
      } catch (InterruptedException e) {
        // a model that does not care
      }
    }
    return "";
  }

  private static String message(Runnable call) {
    try {
      call.run();
      return "";
    } catch (CallTimeout e) {
      return String.valueOf(e.getMessage());
    }
  }

  /** A provider that says which parameters it knows. */
  private record Provider(String id, Function<ModelConfig, Model> models) implements ModelProvider {
    @Override
    public Set<ModelRole> roles() {
      return EnumSet.allOf(ModelRole.class);
    }

    @Override
    public Optional<Set<String>> parameters(ModelRole role) {
      return Optional.of(Set.of("threshold", "window"));
    }

    @Override
    public Model create(ModelRole role, ModelConfig config) {
      return models.apply(config);
    }
  }

  private static String name(BaselineModel model) {
    return model.info().name();
  }
}
