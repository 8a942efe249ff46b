package org.minorityreport.api.id;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.error.InvalidValueException;

class IdsTest {
  private static final String DIGITS = "0123456789abcdef0123456789abcdef";
  private static final String NAME_RULE =
      "1 to 256 characters, not blank, without control characters";

  private static final Map<String, Function<String, ?>> NAMES =
      new TreeMap<>(Map.of("store_id", StoreId::of, "sku", Sku::of, "run_id", RunId::of));

  private static final Map<String, Function<String, ?>> COMPUTED =
      new TreeMap<>(Map.of("report_id", ReportId::of, "event_id", EventId::of));

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void name_badText_isRefusedWithTheValueQuoted(String field, String text, String shown) {
    assertThatThrownBy(() -> NAMES.get(field).apply(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(field + " is '" + shown + "' but must be " + NAME_RULE);
  }

  static Stream<Arguments> name_badText_isRefusedWithTheValueQuoted() {
    return NAMES.keySet().stream()
        .flatMap(
            field ->
                Stream.of(
                    Arguments.of(field, "", ""),
                    Arguments.of(field, " \u2003", " \u2003"),
                    Arguments.of(field, "a\tb", "a\\u0009b"),
                    Arguments.of(field, "a\u0085b", "a\\u0085b"),
                    Arguments.of(field, "lone \ud800", "lone \ud800"),
                    Arguments.of(field, "\udc00 lone", "\udc00 lone"),
                    Arguments.of(
                        field, "x".repeat(257), "x".repeat(256) + "... (257 characters)")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void name_longestAndOddest_areKeptAsTheyAre(String field) {
    for (String text :
        new String[] {
          "a", "TESCO|LEEDS|042", "Café № 9 – Zürich", " a ", "\ud83d\ude00".repeat(256)
        }) {
      assertThat(NAMES.get(field).apply(text)).hasToString(text);
    }
  }

  static Stream<String> names() {
    return NAMES.keySet().stream();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource
  void computed_badText_isRefusedWithTheValueQuoted(String field, String text) {
    assertThatThrownBy(() -> COMPUTED.get(field).apply(text))
        .isInstanceOf(InvalidValueException.class)
        .hasMessageStartingWith(field + " is '" + text + "' but must be '")
        .hasMessageEndingWith("and 32 lower-case hex digits");
  }

  static Stream<Arguments> computed_badText_isRefusedWithTheValueQuoted() {
    return COMPUTED.keySet().stream()
        .flatMap(
            field -> {
              String prefix = field.equals("report_id") ? "MR-" : "ME-";
              String other = field.equals("report_id") ? "ME-" : "MR-";
              return Stream.of(
                      "",
                      prefix,
                      DIGITS,
                      other + DIGITS,
                      prefix + DIGITS.substring(1),
                      prefix + DIGITS + "0",
                      prefix + DIGITS.replace('a', 'A'),
                      prefix + DIGITS.replace('a', 'g'),
                      " " + prefix + DIGITS.substring(1))
                  .map(text -> Arguments.of(field, text));
            });
  }

  @Test
  void computed_hugeText_isAbbreviatedInTheMessage() {
    assertThatThrownBy(() -> ReportId.of("y\n".repeat(5000)))
        .hasMessageContaining("... (10000 characters)")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\n").hasSizeLessThan(2000));
  }

  @Test
  void abbreviated_showsTwelveDigits() {
    assertThat(ReportId.of("MR-" + DIGITS).abbreviated()).isEqualTo("MR-0123456789ab");
    assertThat(EventId.of("ME-" + DIGITS).abbreviated()).isEqualTo("ME-0123456789ab");
  }

  @Test
  void seriesId_isOrderedByStoreThenSku() {
    SeriesId one = SeriesId.of(StoreId.of("a"), Sku.of("z"));
    SeriesId other = SeriesId.of(StoreId.of("b"), Sku.of("a"));

    assertThat(one).isLessThan(other).isLessThan(SeriesId.of(StoreId.of("a"), Sku.of("zz")));
    assertThat(one).isEqualTo(SeriesId.of(StoreId.of("a"), Sku.of("z"))).isNotEqualTo(other);
  }
}
