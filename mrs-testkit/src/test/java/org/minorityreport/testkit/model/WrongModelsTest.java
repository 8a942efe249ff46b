package org.minorityreport.testkit.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.mock.MockModels;
import org.minorityreport.testkit.GoldenFile;
import org.minorityreport.testkit.model.wrong.WrongModel;
import org.minorityreport.testkit.model.wrong.WrongModels;

/** The kit finds each wrong model by the rule that it breaks, and says in words what is wrong. */
class WrongModelsTest {
  /** What threads and the clock say differs from one time to the next. */
  private static final List<String> BY_CHANCE = List.of("-81", "-82");

  private static final Map<String, Map<String, String>> FOUND = new HashMap<>();

  static final List<WrongModel> MODELS = WrongModel.all();

  private static final Locale LOCALE = Locale.getDefault();
  private static final TimeZone ZONE = TimeZone.getDefault();

  /** What a model says that depends on the machine is told in the documents. */
  @BeforeAll
  static void sameMachineEverywhere() {
    Locale.setDefault(Locale.ROOT);
    TimeZone.setDefault(TimeZone.getTimeZone("UTC"));
  }

  @AfterAll
  static void asItWas() {
    Locale.setDefault(LOCALE);
    TimeZone.setDefault(ZONE);
  }

  @ParameterizedTest(name = "{0}")
  @FieldSource("MODELS")
  void wrongModel_isFoundByTheRuleThatItBreaks(WrongModel model) {
    Map<String, String> failures = failures(model);

    assertThat(failures).isNotEmpty();
    assertThat(failures.keySet().iterator().next()).as("%s", failures).isEqualTo(model.rule());
    assertThat(failures.get(model.rule()))
        .startsWith(model.rule() + ": ")
        .contains(model.message());
  }

  /** Otherwise a wrong model might be found by what is wrong with all of them. */
  @ParameterizedTest
  @EnumSource
  void sameModel_withoutTheMistake_isFoundByNone(ModelRole role) {
    assertThat(tried(ModelRules.of(role), "right", Optional.empty())).isEmpty();
  }

  /** What is found through ServiceLoader is a matter of the class path, not of the model. */
  @ParameterizedTest
  @EnumSource
  void discovery_isSeenBothWays(ModelRole role) {
    assertThat(discovery(ModelRules.of(role), 4, new MockModels()))
        .contains("IS_DISCOVERED is declined, but org.minorityreport.mock.MockModels is found");
    assertThat(discovery(ModelRules.of(role), 3, new WrongModels()))
        .contains("WrongModels is not found: it must be named in META-INF/services/");
  }

  private static <M extends Model, Q, A> String discovery(
      RoleRules<M, Q, A> role, int number, ModelProvider provider) {
    ModelRule<M, Q, A> rule =
        role.all().filter(it -> it.number() == number).findFirst().orElseThrow();
    ModelConfig config = ModelConfig.builder().seed(0).build();
    ModelBench<M, Q, A> bench = new ModelBench<>(role.asked(), provider, config, Set.of());
    return catchThrowable(() -> rule.check(bench)).getMessage();
  }

  /** jqwik leaves nothing in the case that does not matter. */
  @Test
  void failure_isToldByTheSmallestCase() {
    WrongModel moves =
        MODELS.stream().filter(m -> m.key().equals("classifier-moves")).findFirst().orElseThrow();
    assertThat(failures(moves).get("MRS-CLS-32"))
        .matches(
            "MRS-CLS-32: onset of the window at 2025-08-07T\\S+ moved to 2025-08-07T\\S+ when data"
                + " after 2025-08-07T\\S+ were added; asked about hourly sales of \\d+, [^,]*, from"
                + " .*");
  }

  @Test
  void table_isInTheDocuments() {
    List<String> lines = new ArrayList<>();
    lines.add("| the model | first found by | which says | also by |");
    lines.add("| --- | --- | --- | --- |");
    for (WrongModel model : MODELS) {
      Map<String, String> failures = failures(model);
      String first = failures.getOrDefault(model.rule(), "");
      String message =
          isByChance(model)
              ? "... " + model.message().trim() + " ..."
              : shortened(first.substring(Math.min(model.rule().length() + 2, first.length())));
      String others =
          failures.keySet().stream()
              .skip(1)
              .filter(rule -> BY_CHANCE.stream().noneMatch(rule::endsWith))
              .map(rule -> rule.substring("MRS-XXX-".length()))
              .collect(Collectors.joining(", "));
      lines.add(
          "| "
              + String.join(" | ", model.toString(), model.rule(), "`" + message + "`", others)
              + " |");
    }

    GoldenFile.checkSection(GoldenFile.inRepository("../docs/contract.md"), "wrong models", lines);
  }

  /** Numbers that were drawn or measured are not the same again. */
  private static boolean isByChance(WrongModel model) {
    return model.key().endsWith("random") || BY_CHANCE.stream().anyMatch(model.rule()::endsWith);
  }

  private static String shortened(String message) {
    return message.length() <= 220 ? message : message.substring(0, 220) + " ...";
  }

  private static Map<String, String> failures(WrongModel model) {
    return FOUND.computeIfAbsent(
        model.key(),
        key ->
            tried(
                ModelRules.of(model.role()), key, model.declines().map(ModelCapability::valueOf)));
  }

  /** Id of the rule to message, in the order in which the rules are tried. */
  private static <M extends Model, Q, A> Map<String, String> tried(
      RoleRules<M, Q, A> role, String key, Optional<ModelCapability> declined) {
    Set<ModelCapability> claimed =
        EnumSet.complementOf(
            EnumSet.of(ModelCapability.IS_DISCOVERED, ModelCapability.RATES_ITSELF));
    declined.ifPresent(claimed::remove);
    ModelConfig config = ModelConfig.builder().seed(0).putParameters("wrong", key).build();
    Map<String, String> failures = new LinkedHashMap<>();
    role.all()
        .filter(rule -> rule.isFor(claimed))
        .forEach(
            rule -> {
              try {
                rule.check(new ModelBench<>(role.asked(), new WrongModels(), config, claimed));
              } catch (AssertionError e) {
                failures.put(rule.id(role.asked()), e.getMessage());
              }
            });
    return failures;
  }
}
