package org.minorityreport.api.input;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;

class InputValuesTest {
  private static final Instant NINE = Instant.parse("2025-08-07T09:00:00Z");

  @ParameterizedTest(name = "{0}")
  @MethodSource
  void build_badValue_namesFieldValueAndRule(String message, ThrowingCallable build) {
    assertThatThrownBy(build).isInstanceOf(InvalidValueException.class).hasMessage(message);
  }

  static Stream<Arguments> build_badValue_namesFieldValueAndRule() {
    return Stream.of(
        refused("lat is '90.5' but must be within [-90, 90]", () -> store().lat(90.5).build()),
        refused("lat is 'NaN' but must be within [-90, 90]", () -> store().lat(Double.NaN).build()),
        refused("lon is '-181.0' but must be within [-180, 180]", () -> store().lon(-181).build()),
        refused(
            "time_zone is 'Mars/Olympus' but must be an IANA zone such as Europe/London",
            () -> store().timeZone("Mars/Olympus").build()),
        refused(
            "attributes.shelf is 'true' but must be a text or a finite number",
            () -> store().putAttributes("shelf", true).build()),
        refused(
            "attributes.shelf is 'NaN' but must be a text or a finite number",
            () -> store().putAttributes("shelf", Double.NaN).build()),
        refused(
            "retailer is ' ' but must be 1 to 256 characters, not blank, without control characters",
            () -> store().retailer(" ").build()),
        refused(
            "end is '2025-08-07T09:00:00Z' but must be after start (2025-08-07T09:00:00Z)",
            () -> campaign().end(NINE).build()),
        refused(
            "spend is '12.5' but must be of scale 2",
            () -> campaign().spend(new BigDecimal("12.5")).build()),
        refused(
            "end is '2025-08-07T08:59:59Z' but must be after start (2025-08-07T09:00:00Z)",
            () -> event().end(NINE.minusSeconds(1)).build()),
        refused(
            "severity is 'terrible' but must be low, medium or high",
            () -> event().severity("terrible").build()),
        refused(
            "confidence is '1.5' but must be within [0, 1]", () -> event().confidence(1.5).build()),
        refused(
            "kind is 'Bad Row' but must be a lower-case code",
            () ->
                RefusedRow.builder()
                    .kind("Bad Row")
                    .source("sales.csv:17")
                    .payload("x")
                    .message("y")
                    .build()),
        refused(
            "name is '' but must be 1 to 256 characters, not blank, without control characters",
            () -> SalesSource.builder().name("").cadence(Cadence.parse("P1D")).build()));
  }

  @Test
  void build_longNumbers_areRoundedToSixDecimals() {
    assertThat(store().lat(51.12345678).lon(-0.0).build())
        .isEqualTo(store().lat(51.123457).lon(0.0).build());
    assertThat(event().confidence(0.1234567).build())
        .isEqualTo(event().confidence(0.123457).build());
  }

  @Test
  void zone_ofAStoreWithoutOne_isUtc() {
    assertThat(store().build().zone()).isEqualTo(ZoneOffset.UTC);
    assertThat(store().timeZone("Europe/London").build().zone())
        .isEqualTo(ZoneId.of("Europe/London"));
  }

  @Test
  void absentMeans_unlessSaid_isUnknown() {
    assertThat(SalesSource.builder().name("t").cadence(Cadence.parse("P1D")).build().absentMeans())
        .isEqualTo(AbsentMeans.UNKNOWN);
  }

  private static Arguments refused(String message, ThrowingCallable build) {
    return Arguments.of(message, build);
  }

  private static Store.Builder store() {
    Store.Builder builder = Store.builder();
    builder.storeId(StoreId.of("327")).retailer("Corner");
    return builder;
  }

  private static Campaign.Builder campaign() {
    Campaign.Builder builder = Campaign.builder();
    builder
        .campaignId("c1")
        .name("Leaflets")
        .channel("leaflet")
        .category("paid_media")
        .start(NINE)
        .end(NINE.plusSeconds(3600));
    return builder;
  }

  private static ContextEvent.Builder event() {
    ContextEvent.Builder builder = ContextEvent.builder();
    builder.contextId("e1").name("Rain").category("weather").source("met").start(NINE);
    return builder;
  }
}
