package org.minorityreport.core.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.UsageException;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelInfo;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;

class ModelCatalogueTest {
  private static final Set<ModelRole> ALL = EnumSet.allOf(ModelRole.class);
  private static final ModelConfig TUNED =
      ModelConfig.builder().putParameters("threshold", "4").seed(7).build();

  private static final ModelProvider MOCK = new FakeProvider("mock", true, ALL);
  private static final ModelProvider TEAM_A =
      new FakeProvider("team-a", false, EnumSet.of(ModelRole.CLUSTER));
  private static final ModelProvider TEAM_B =
      new FakeProvider("team-b", false, EnumSet.of(ModelRole.CLUSTER, ModelRole.COHORT));

  private static final String FAKE = FakeProvider.class.getName();

  @Nested
  class Choice {
    @Test
    void choose_mockOnly_isTheMockInEveryRole() {
      List<ChosenModel> chosen = choose(Map.of(), MOCK);

      assertThat(chosen).extracting(ChosenModel::role).containsExactly(ModelRole.values());
      assertThat(chosen).extracting(ChosenModel::provider).containsOnly("mock");
      assertThat(chosen.get(0))
          .hasToString(
              "baseline: mock-baseline@1 of provider 'mock' (the mock, for want of another)");
    }

    @Test
    void choose_oneThatIsNoMock_winsItsRoleOnly() {
      List<ChosenModel> chosen = choose(Map.of(), MOCK, TEAM_A);

      assertThat(chosen)
          .extracting(ChosenModel::provider)
          .containsExactly("mock", "mock", "team-a", "mock", "mock");
      assertThat(chosen.get(2).reason()).isEqualTo("the only provider that is no mock");
    }

    @Test
    void choose_configured_winsOverTheDefaultAndGetsItsConfiguration() {
      List<ChosenModel> chosen =
          choose(Map.of(ModelRole.CLUSTER, new ModelChoice("mock", TUNED)), MOCK, TEAM_A, TEAM_B);

      assertThat(chosen.get(2).provider()).isEqualTo("mock");
      assertThat(chosen.get(2).reason()).isEqualTo("configured");
      assertThat(((FakeModel) chosen.get(2).model()).config()).isEqualTo(TUNED);
      assertThat(chosen.get(4).provider()).isEqualTo("team-b");
    }

    @Test
    void choose_configurationWithoutProvider_tunesTheDefault() {
      List<ChosenModel> chosen =
          choose(Map.of(ModelRole.BASELINE, new ModelChoice(null, TUNED)), MOCK);

      assertThat(((FakeModel) chosen.get(0).model()).config()).isEqualTo(TUNED);
      assertThat(((FakeModel) chosen.get(1).model()).config())
          .isEqualTo(ModelConfig.builder().seed(0).build());
    }

    @Test
    void choose_orderOfProviders_isWithoutInfluence() {
      List<String> one =
          choose(Map.of(), MOCK, TEAM_A).stream().map(ChosenModel::toString).toList();
      List<String> other =
          choose(Map.of(), TEAM_A, MOCK).stream().map(ChosenModel::toString).toList();

      assertThat(one).isEqualTo(other);
    }

    @Test
    void models_holdsOneModelPerRole() {
      Models models = ModelCatalogue.models(choose(Map.of(), MOCK, TEAM_A));

      assertThat(models.baseline().primary().info().id()).isEqualTo("mock-baseline@1");
      assertThat(models.baseline().fallback()).isEmpty();
      assertThat(models.cluster().fallback().orElseThrow().info().id()).isEqualTo("mock-cluster@1");
      assertThat(models.cluster().primary().info().id()).isEqualTo("team-a-cluster@1");
    }
  }

  @Nested
  class Refusals {
    @Test
    void choose_twoThatAreNoMocksAndNoWish_listsThem() {
      assertThatThrownBy(() -> choose(Map.of(), MOCK, TEAM_B, TEAM_A))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("several providers serve role cluster: ['team-a' in " + FAKE)
          .hasMessageContaining("'team-b' in " + FAKE)
          .hasMessageContaining("test-classes")
          .hasMessageEndingWith("; choose one in the configuration");
    }

    @Test
    void choose_providerThatIsNotThere_listsThoseThatAre() {
      assertThatThrownBy(
              () -> choose(Map.of(ModelRole.BASELINE, new ModelChoice("team-c", TUNED)), MOCK))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith(
              "no provider 'team-c' for role baseline; on the class path are ['mock' in " + FAKE)
          .hasMessageEndingWith("; add its jar or choose one of these");
    }

    /** It is on the class path, but does not serve the role that it is asked for. */
    @Test
    void choose_providerOfAnotherRole_isNotOffered() {
      assertThatThrownBy(
              () -> choose(Map.of(ModelRole.BASELINE, new ModelChoice("team-a", TUNED)), TEAM_A))
          .hasMessage(
              "no provider 'team-a' for role baseline; on the class path are none; add its jar or"
                  + " choose one of these");
    }

    @Test
    void choose_noProviderAtAll_saysWhatToAdd() {
      assertThatThrownBy(() -> choose(Map.of()))
          .isInstanceOf(UsageException.class)
          .hasMessage(
              "no provider serves role baseline: none; add a jar with one, such as"
                  + " mrs-mock-models, or choose one");
    }

    @Test
    void choose_twoMocksAndNoWish_listsThem() {
      assertThatThrownBy(() -> choose(Map.of(), MOCK, new FakeProvider("other", true, ALL)))
          .isInstanceOf(UsageException.class)
          .hasMessageStartingWith("several mocks serve role baseline: ['mock' in ");
    }

    @Test
    void of_twoProvidersOfOneId_namesBothClassesAndJars() {
      assertThatThrownBy(
              () -> ModelCatalogue.of(List.of(MOCK, new FakeProvider("mock", false, ALL))))
          .isInstanceOf(ContractException.class)
          .hasMessageStartingWith("two model providers have the id 'mock': " + FAKE + " (file:")
          .hasMessageContaining(" and " + FAKE + " (file:")
          .hasMessageEndingWith("; remove one of the jars");
    }

    @ParameterizedTest(name = "<{0}>")
    @ValueSource(strings = {"", "Mock", "team a", "1st", "team_a"})
    void of_badId_isRefused(String id) {
      assertThatThrownBy(() -> ModelCatalogue.of(List.of(new FakeProvider(id, true, ALL))))
          .isInstanceOf(ContractException.class)
          .hasMessageStartingWith("provider id '" + id + "' of " + FAKE)
          .hasMessageEndingWith(" must be lower case letters, digits and hyphens");
    }

    @Test
    void choose_modelOfAnotherRole_namesBoth() {
      Model notABaseline = InfoOnly::info;
      ModelProvider wrong =
          new ModelProvider() {
            @Override
            public String id() {
              return "wrong";
            }

            @Override
            public Set<ModelRole> roles() {
              return ALL;
            }

            @Override
            public Model create(ModelRole role, ModelConfig config) {
              return notABaseline;
            }
          };

      assertThatThrownBy(() -> choose(Map.of(), wrong))
          .isInstanceOf(ContractException.class)
          .hasMessageStartingWith("provider " + wrong.getClass().getName())
          .hasMessageContaining(" made " + notABaseline.getClass().getName())
          .hasMessageEndingWith(" for role baseline, which is no BaselineModel");
    }
  }

  @Nested
  class Discovery {
    @Test
    void discover_brokenProvider_namesItsClass(@TempDir Path folder) throws IOException {
      Path services = Files.createDirectories(folder.resolve("META-INF/services"));
      Files.writeString(services.resolve(ModelProvider.class.getName()), "org.example.Missing\n");
      URL[] jar = {folder.toUri().toURL()};
      try (URLClassLoader loader = new URLClassLoader(jar, ModelProvider.class.getClassLoader())) {

        assertThatThrownBy(() -> ModelCatalogue.discover(loader))
            .isInstanceOf(ContractException.class)
            .hasMessageStartingWith("a model provider on the class path cannot be used: ")
            .hasMessageContaining("org.example.Missing")
            .hasMessageEndingWith("; mend or remove its jar");
      }
    }
  }

  /** A model of no role. */
  private static final class InfoOnly {
    static ModelInfo info() {
      return ModelInfo.builder()
          .name("none")
          .version("1")
          .lookBack(Duration.ZERO)
          .minimumHistory(Duration.ZERO)
          .build();
    }
  }

  private static List<ChosenModel> choose(
      Map<ModelRole, ModelChoice> choices, ModelProvider... providers) {
    return ModelCatalogue.of(Arrays.asList(providers)).choose(choices);
  }
}
