package org.minorityreport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.model.BaselineModel;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelRoute;
import org.minorityreport.api.record.ModelCalls;

/** The guard of spec 5.5. */
class AskedModelTest {
  private static final ModelConfig NO_CONFIG = ModelConfig.builder().seed(0).build();
  private static final BaselineModel MODEL = new FakeModel("fake", NO_CONFIG);
  private static final BaselineModel OTHER = new FakeModel("other", NO_CONFIG);

  private final AskedModel<BaselineModel> alone =
      AskedModel.of(ModelRole.BASELINE, ModelRoute.of(MODEL));
  private final AskedModel<BaselineModel> backed =
      AskedModel.of(ModelRole.BASELINE, ModelRoute.of(MODEL, OTHER));

  @Test
  void ask_modelThatThrows_saysWhatItThrewAboutWhat() {
    Answered<?> answered = alone.ask("327 cola", m -> m.expect(null), a -> {});

    assertThat(answered.isMissing()).isTrue();
    assertThat(answered.failures())
        .containsExactly(
            new FailedCall(
                alone.primary(),
                "failed",
                "asked about 327 cola, it threw java.lang.IllegalArgumentException: no sales"));
  }

  @Test
  void ask_valueThatBreaksARule_isRejected() {
    Answered<?> answered = alone.ask("327 cola", m -> Sku.of(""), a -> {});

    assertThat(answered.failures().get(0).outcome()).isEqualTo("rejected");
    assertThat(answered.failures().get(0).message())
        .startsWith("asked about 327 cola: sku is '' but must be ");
  }

  @Test
  void ask_answerThatTheCheckRefuses_isRejected() {
    Answered<?> answered =
        alone.ask("327 cola", m -> Double.NaN, a -> AnswerRules.share("score", a));

    assertThat(answered.failures())
        .extracting(FailedCall::message)
        .containsExactly("asked about 327 cola: score NaN is not within [0, 1]");
  }

  @Test
  void ask_null_isRejected() {
    assertThat(alone.<String>ask("327 cola", m -> null, a -> {}).failures())
        .extracting(FailedCall::message)
        .containsExactly("asked about 327 cola: it answered null");
  }

  @Test
  void ask_endlessRecursionAndMissingClasses_areFailuresOfTheModel() {
    assertThat(alone.ask("x", m -> deeper(1), a -> {}).isMissing()).isTrue();
    assertThat(alone.ask("x", m -> missingClass(), a -> {}).isMissing()).isTrue();
  }

  /** What is no fault of the model must not be taken for one. */
  @Test
  void ask_outOfMemory_isNotCaught() {
    assertThatThrownBy(
            () ->
                alone.ask(
                    "x",
                    m -> {
                      throw new OutOfMemoryError("test");
                    },
                    a -> {}))
        .isInstanceOf(OutOfMemoryError.class);
  }

  @Test
  void ask_primaryThatFails_isFollowedByTheFallback() {
    Answered<String> answered =
        backed.ask(
            "x",
            m -> {
              if (m == MODEL) {
                throw new IllegalStateException("down");
              }
              return "answer";
            },
            a -> {});

    assertThat(answered.answer()).contains("answer");
    assertThat(answered.by().isFallback()).isTrue();
    assertThat(answered.by().id()).isEqualTo("other@1");
    assertThat(answered.failures()).hasSize(1);
  }

  @Test
  void ask_primaryThatAnswers_leavesTheFallbackAlone() {
    List<BaselineModel> asked = new ArrayList<>();

    Answered<String> answered =
        backed.ask(
            "x",
            m -> {
              asked.add(m);
              return "answer";
            },
            a -> {});

    assertThat(asked).containsExactly(MODEL);
    assertThat(answered.by().isFallback()).isFalse();
  }

  @Test
  void calls_countWhatWentWellAndWhatFailedOfEachModel() {
    backed.ask("x", m -> "answer", a -> {});
    backed.ask("x", m -> m.expect(null), a -> {});
    backed.ask("x", m -> m.expect(null), a -> {});

    assertThat(backed.calls())
        .extracting(AskedModelTest::text)
        .containsExactly("baseline fake@1 primary 1/2", "baseline other@1 fallback 0/2");
    assertThat(alone.calls()).isEmpty();
  }

  private static String text(ModelCalls calls) {
    return calls.role()
        + " "
        + calls.modelName()
        + "@"
        + calls.modelVersion()
        + " "
        + calls.route()
        + " "
        + calls.ok()
        + "/"
        + calls.failed();
  }

  private static int deeper(int depth) {
    return depth == 0 ? 0 : 1 + deeper(depth + 1);
  }

  private static String missingClass() {
    throw new NoClassDefFoundError("org/example/Native");
  }
}
