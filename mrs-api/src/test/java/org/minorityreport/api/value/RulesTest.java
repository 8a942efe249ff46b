package org.minorityreport.api.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.InvalidValueException;

class RulesTest {
  @Test
  void broken_namesFieldValueAndRule() {
    InvalidValueException error = Rules.broken("units", -3, "0 or more");

    assertThat(error).hasMessage("units is '-3' but must be 0 or more");
    assertThat(error.field()).isEqualTo("units");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {-0.000001, 1.000001, Double.NaN, Double.POSITIVE_INFINITY})
  void share_outside_isRefused(double value) {
    assertThatThrownBy(() -> Rules.share("severity_score", value))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage("severity_score is '" + value + "' but must be within [0, 1]");
    assertThatThrownBy(() -> Rules.share("severity_score", OptionalDouble.of(value)))
        .isInstanceOf(InvalidValueException.class);
  }

  /** JDK 17 would write 9.999999999999999E22 and 2.82879384806159008E17, later ones would not. */
  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1.0E23", "2.82879384806159E17", "-0.002"})
  void share_outside_isWrittenAlikeByEveryJdk(String value) {
    assertThatThrownBy(() -> Rules.share("weight", Double.parseDouble(value)))
        .hasMessage("weight is '" + value + "' but must be within [0, 1]");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(doubles = {0, -0.0, 0.5, 1})
  void share_withinOrAbsent_isAccepted(double value) {
    assertThatCode(() -> Rules.share("weight", value)).doesNotThrowAnyException();
    assertThatCode(() -> Rules.share("weight", OptionalDouble.empty())).doesNotThrowAnyException();
  }

  @Test
  void ascending_repeatOrDescent_isRefused() {
    assertThatThrownBy(() -> Rules.ascending("skus", List.of("a", "a")))
        .hasMessage("skus is '[a, a]' but must be sorted, without repeats");
    assertThatThrownBy(() -> Rules.ascending("skus", List.of("a", "c", "b")))
        .hasMessage("skus is '[a, c, b]' but must be sorted, without repeats");
  }

  @Test
  void ascending_sortedOneOrNone_isAccepted() {
    assertThatCode(() -> Rules.ascending("skus", List.of("a", "b", "c")))
        .doesNotThrowAnyException();
    assertThatCode(() -> Rules.ascending("skus", List.of("a"))).doesNotThrowAnyException();
    assertThatCode(() -> Rules.ascending("skus", List.<String>of())).doesNotThrowAnyException();
  }

  @Test
  void sorted_anyCollection_hasNoRepeatsAndIsSorted() {
    assertThat(Rules.sorted(List.of("b", "a", "b"))).containsExactly("a", "b");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1.0", "1.50", "0.0001", "1E+2"})
  void units_otherForm_isRefused(BigDecimal value) {
    assertThatThrownBy(() -> Rules.units("attributed_sales_total", value))
        .hasMessage(
            "attributed_sales_total is '"
                + value
                + "' but must be of scale 3 without trailing zeros");
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"1", "1.5", "1.500", "-0"})
  void money_scaleOtherThanTwo_isRefused(BigDecimal value) {
    assertThatThrownBy(() -> Rules.money("impact_estimate", value))
        .hasMessage("impact_estimate is '" + value + "' but must be of scale 2");
  }

  @Test
  void quoted_controlCharacters_areEscapedInAnyLocale() {
    assertThat(Rules.quoted("a\nb\u0000c")).isEqualTo("a\\u000ab\\u0000c");
  }
}
