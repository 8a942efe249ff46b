package org.minorityreport.api.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.series.TimeSpan;

class QueryRulesTest {
  private static final BigDecimal ONE = BigDecimal.ONE;

  @Test
  void negativeSizeOrOffset_isRefused() {
    refused(
        () -> ReportQuery.builder().pageSize(-1).build(),
        "page_size is '-1' but must be 0 or more");
    refused(() -> EventQuery.builder().offset(-2).build(), "offset is '-2' but must be 0 or more");
    refused(
        () -> EventQuery.builder().sizeFrom(-3).build(), "size_from is '-3' but must be 0 or more");
  }

  @Test
  void rangeThatEndsBeforeItBegins_isRefused() {
    refused(
        () -> ReportQuery.builder().confidenceFrom(0.7).confidenceTo(0.5).build(),
        "confidence_from is '0.7' but must be at most confidence_to (0.5)");
    refused(
        () -> EventQuery.builder().severityFrom(1).severityTo(0).build(),
        "severity_from is '1.0' but must be at most severity_to (0.0)");
    refused(
        () -> ReportQuery.builder().impactFrom(BigDecimal.TEN).impactTo(ONE).build(),
        "impact_from is '10' but must be at most impact_to (1)");
  }

  @Test
  void rangeOfOneValue_isGood() {
    assertThat(ReportQuery.builder().impactFrom(ONE).impactTo(new BigDecimal("1.00")).build())
        .isNotNull();
  }

  @Test
  void boundThatNoValueHas_isRefused() {
    refused(
        () -> ReportQuery.builder().confidenceTo(1.5).build(),
        "confidence_to is '1.5' but must be within [0, 1]");
    refused(
        () -> ReportQuery.builder().severityFrom(Double.NaN).build(),
        "severity_from is 'NaN' but must be within [0, 1]");
    refused(
        () -> ReportQuery.builder().impactFrom(ONE.negate()).build(),
        "impact_from is '-1' but must be 0 or more");
  }

  @Test
  void emptyWindow_isRefused() {
    TimeSpan nothing = TimeSpan.of(Instant.EPOCH, Instant.EPOCH);
    refused(
        () -> ReportQuery.builder().window(nothing).build(),
        "window is '[1970-01-01T00:00:00Z, 1970-01-01T00:00:00Z)' but must be longer than nothing");
  }

  @Test
  void blankWords_areRefused() {
    String rule = " is ' ' but must be 1 to 256 characters, not blank, without control characters";
    refused(() -> ReportQuery.builder().text(" ").build(), "text" + rule);
    refused(() -> ReportQuery.builder().addStatuses(" ").build(), "statuses" + rule);
    refused(() -> EventQuery.builder().addRegions("north", " ").build(), "regions" + rule);
  }

  @Test
  void absentAndGivenAtOnce_isRefused() {
    refused(
        () -> ReportQuery.builder().addRegions("north").addWithout(ReportFacet.REGION).build(),
        "without is 'region' but must be left out where regions is given ([north])");
    assertThat(
            EventQuery.builder().addRegions("north").addWithout(EventFacet.CITY).build().without())
        .containsExactly(EventFacet.CITY);
  }

  @Test
  void unknownWords_areRefusedWithThoseThereAre() {
    refused(
        () -> ReportFacet.of("colour"),
        "facet is 'colour' but must be one of store, city, region, retailer, category, cluster,"
            + " status, review_state, final_category, assignee, priority");
    refused(
        () -> ReportOrder.of("Impact"),
        "order is 'Impact' but must be one of id, severity, impact, raised_at, last_changed");
    assertThat(EventFacet.of("review_state")).isEqualTo(EventFacet.REVIEW_STATE);
    assertThat(EventOrder.of("created_at")).isEqualTo(EventOrder.CREATED_AT);
  }

  @Test
  void setsGivenInAnyOrder_makeEqualQueries() {
    assertThat(ReportQuery.builder().addCities("b", "a").build())
        .isEqualTo(ReportQuery.builder().addCities("a").addCities("b", "a").build());
  }

  private static void refused(ThrowingCallable call, String message) {
    assertThatThrownBy(call)
        .isInstanceOf(InvalidValueException.class)
        .hasMessage(message)
        .extracting(e -> ((InvalidValueException) e).field())
        .isEqualTo(message.substring(0, message.indexOf(' ')));
  }
}
