package org.minorityreport.testkit.model;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.api.parallel.Isolated;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.testkit.quality.QualityReport;

/**
 * What every model must do, as tests. The author of a model extends the kit of its role and says
 * which provider makes it ({@link #provider}); each rule becomes a test whose name begins with the
 * id of the rule, as listed in {@code docs/contract.md}, and so does its message when it fails.
 *
 * <p>It also prints the quality of the model on a simulated world beside that of the mock ({@link
 * QualityReport}).
 *
 * <p>Kits of one JVM do not run side by side with other tests: one rule changes the locale and the
 * time zone of the machine for a moment.
 */
@Isolated
public abstract class ModelKit {
  private static final System.Logger LOG = System.getLogger(ModelKit.class.getName());

  /** For the kits of the roles. */
  ModelKit() {}

  /**
   * Makes the provider of the model.
   *
   * @return the provider; the kit creates models by it, and by its class name
   */
  protected abstract ModelProvider provider();

  /**
   * What models are created from.
   *
   * @return the configuration; no parameters and seed 0 unless this is overridden
   */
  protected ModelConfig config() {
    return ModelConfig.builder().seed(0).build();
  }

  /**
   * What the model leaves out. The kit checks that it then leaves it out altogether.
   *
   * @return the capabilities it declines; none unless this is overridden
   */
  protected Set<ModelCapability> declined() {
    return Set.of();
  }

  /**
   * Whether the quality of the model is measured as well, which takes some seconds.
   *
   * @return true unless this is overridden
   */
  protected boolean measuresQuality() {
    return true;
  }

  /** {@return the roles whose rules are tried} */
  abstract Set<ModelRole> kitRoles();

  /** One test for each rule, chapter by chapter; a rule of a declined capability is left out. */
  @TestFactory
  Stream<DynamicContainer> rules() {
    return kitRoles().stream().sorted().flatMap(role -> chapters(ModelRules.of(role)));
  }

  /** Not a rule: prints how the model does on a simulated world, beside the mock. */
  @TestFactory
  Stream<DynamicTest> quality(TestReporter reporter) {
    Set<ModelRole> measured = measuresQuality() ? kitRoles() : Set.of();
    return measured.stream()
        .sorted()
        .map(
            role ->
                DynamicTest.dynamicTest(
                    "quality as " + role.wireName() + ", beside the mock",
                    () -> {
                      String page = QualityReport.of(provider(), role, config());
                      reporter.publishEntry("quality", page);
                      LOG.log(System.Logger.Level.INFO, page);
                    }));
  }

  private <M extends Model, Q, A> Stream<DynamicContainer> chapters(RoleRules<M, Q, A> role) {
    Set<ModelCapability> claimed = ModelRule.claimed(declined());
    return role.chapters().entrySet().stream().map(chapter -> container(role, chapter, claimed));
  }

  private <M extends Model, Q, A> DynamicContainer container(
      RoleRules<M, Q, A> role,
      Map.Entry<String, List<ModelRule<M, Q, A>>> chapter,
      Set<ModelCapability> claimed) {
    Stream<DynamicTest> tests =
        chapter.getValue().stream()
            .filter(rule -> rule.isFor(claimed))
            .map(
                rule ->
                    DynamicTest.dynamicTest(
                        rule.id(role.asked()) + " " + rule.intent(),
                        () ->
                            rule.check(
                                new ModelBench<>(role.asked(), provider(), config(), claimed))));
    return DynamicContainer.dynamicContainer(
        role.asked().role().wireName() + ": " + chapter.getKey(), tests);
  }
}
