package org.minorityreport.mock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.minorityreport.api.model.Model;
import org.minorityreport.api.model.ModelConfig;
import org.minorityreport.api.model.ModelProvider;
import org.minorityreport.api.model.ModelRole;

class MockModelsTest {
  @Test
  void providerIsFoundByServiceLoader() {
    assertThat(ServiceLoader.load(ModelProvider.class))
        .singleElement()
        .satisfies(
            provider -> {
              assertThat(provider.id()).isEqualTo("mock");
              assertThat(provider.isMock()).isTrue();
            });
  }

  @ParameterizedTest(name = "{0}")
  @EnumSource
  void everyRoleIsServedByAModelOfItsTypeAndName(ModelRole role) {
    Model model = new MockModels().create(role, ModelConfig.builder().seed(1).build());
    assertThat(model).isInstanceOf(role.type());
    assertThat(model.info().id()).isEqualTo("mock-" + role.wireName() + "@1");
    assertThat(new MockModels().roles()).contains(role);
  }
}
