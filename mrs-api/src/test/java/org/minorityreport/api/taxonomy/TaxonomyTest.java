package org.minorityreport.api.taxonomy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;

class TaxonomyTest {
  private static final Taxonomy TWO =
      Taxonomy.of(List.of(category("weather", "Weather"), category("data_error", "Data error")));

  @Test
  void find_novelCategory_isEmptyNotAnError() {
    assertThat(TWO.find("eclipse")).isEmpty();
    assertThat(TWO.find("weather")).contains(category("weather", "Weather"));
  }

  @Test
  void categories_areSortedByWireName() {
    assertThat(TWO.categories())
        .extracting(CauseCategory::category)
        .containsExactly("data_error", "weather");
  }

  @Test
  void with_more_extendsAndRenamesWithoutChangingTheOld() {
    Taxonomy more = TWO.with(List.of(category("weather", "Wetter"), category("strike", "Strike")));

    assertThat(more.categories())
        .extracting(CauseCategory::label)
        .containsExactly("Data error", "Strike", "Wetter");
    assertThat(TWO.find("weather").orElseThrow().label()).isEqualTo("Weather");
    assertThat(TWO.find("strike")).isEmpty();
  }

  @Test
  void paid_unlessSaid_isFalse() {
    assertThat(category("weather", "Weather").paid()).isFalse();
  }

  @ParameterizedTest(name = "<{0}>")
  @ValueSource(strings = {"", "Weather", "paid media", "1st", "_x"})
  void category_badWireName_isRefused(String name) {
    assertThatThrownBy(() -> category(name, "x"))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("category is '" + name + "' but must be lower-case with underscores");
  }

  private static CauseCategory category(String name, String label) {
    return CauseCategory.builder().category(name).label(label).build();
  }
}
