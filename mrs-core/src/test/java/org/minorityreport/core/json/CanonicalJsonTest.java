package org.minorityreport.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.value.Num;

class CanonicalJsonTest {
  /** 2.0E-3 and 8.41E21: older JDKs wrote the second with digits that nobody needs. */
  @ParameterizedTest(name = "{0} is written {1}")
  @CsvSource({
    "0.5, 0.5",
    "1, 1.0",
    "0.123457, 0.123457",
    "8.41E21, 8.41E21",
    "2E23, 2.0E23",
    "0.000001, 1.0E-6",
    "1234567.5, 1234567.5"
  })
  void text_double_hasTheShortestDigits(double value, String json) {
    assertThat(CanonicalJson.text(value)).isEqualTo(json);
  }

  @Property
  void text_anyDouble_readsBackAndNoShorterTextWould(@ForAll long bits) {
    double value = Double.longBitsToDouble(bits);
    Assume.that(Double.isFinite(value));

    assertShortest(value);
  }

  @Property
  void text_anyNumberOfARow_readsBackAndNoShorterTextWould(
      @ForAll @LongRange(min = -1_000_000_000_000_000L, max = 1_000_000_000_000_000L) long units) {
    assertShortest(Num.round(units / 1e6));
  }

  private static void assertShortest(double value) {
    String text = CanonicalJson.text(value);
    BigDecimal written = new BigDecimal(text).stripTrailingZeros();

    assertThat(Double.parseDouble(text)).isEqualTo(value);
    if (written.precision() > 2) {
      BigDecimal shorter = new BigDecimal(value).round(new MathContext(written.precision() - 1));
      assertThat(shorter.doubleValue()).isNotEqualTo(value);
    }
  }

  @Example
  void text_decimals_arePlain() {
    assertThat(CanonicalJson.text(List.of(new BigDecimal("1E+3"), new BigDecimal("1.10"))))
        .isEqualTo("[1000,1.10]");
  }

  @Example
  void text_instants_areIsoInUtcWithFractionsInGroupsOfThree() {
    assertThat(
            CanonicalJson.text(
                List.of(
                    Instant.parse("2025-08-07T09:00:00Z"),
                    Instant.parse("2025-08-07T09:00:00.250Z"),
                    Instant.parse("2025-08-07T09:00:00.000001Z"))))
        .isEqualTo(
            "[\"2025-08-07T09:00:00Z\",\"2025-08-07T09:00:00.250Z\","
                + "\"2025-08-07T09:00:00.000001Z\"]");
  }

  @Example
  void text_maps_areSortedAndWithoutWhiteSpaceAtAnyDepth() {
    Map<String, Object> inner = new LinkedHashMap<>();
    inner.put("z", 1);
    inner.put("a", "Zürich \"№\"");
    Map<String, Object> outer = new LinkedHashMap<>();
    outer.put("b", inner);
    outer.put("a", List.of());

    assertThat(CanonicalJson.text(outer))
        .isEqualTo("{\"a\":[],\"b\":{\"a\":\"Zürich \\\"№\\\"\",\"z\":1}}");
  }

  @Example
  void bytes_areUtf8() {
    assertThat(CanonicalJson.bytes("é")).isEqualTo("\"é\"".getBytes(StandardCharsets.UTF_8));
  }

  @Example
  void text_absentValues_areOmitted() {
    ReportDetected full = SampleRows.detected();
    ReportDetected sparse =
        ReportDetected.builder()
            .from(full)
            .windowEnd(Optional.empty())
            .impactEstimate(Optional.empty())
            .suppressedBy(Optional.empty())
            .build();

    assertThat(CanonicalJson.fields(CanonicalJson.bytes(sparse)).keySet())
        .doesNotContain("window_end", "impact_estimate", "suppressed_by")
        .contains("direction");
    assertThat(CanonicalJson.text(sparse)).doesNotContain("null");
  }

  @Example
  void read_twoFieldsOfOneName_isRefused() {
    assertThatThrownBy(
            () -> CanonicalJson.fields("{\"a\":1,\"a\":2}".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ContractException.class)
        .hasMessage("not an object: {\"a\":1,\"a\":2}");
  }

  @Example
  void read_otherThanARecord_namesTheTypeAndQuotesTheText() {
    assertThatThrownBy(
            () -> CanonicalJson.read("[1]".getBytes(StandardCharsets.UTF_8), ReportDetected.class))
        .isInstanceOf(ContractException.class)
        .hasMessage("not a ReportDetected: [1]");
  }
}
