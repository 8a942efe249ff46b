package org.minorityreport.api.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.error.InvalidValueException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.Sku;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.series.NumColumn;
import org.minorityreport.api.series.UnitsColumn;

class RecordRulesTest {
  @ParameterizedTest(name = "{0}")
  @MethodSource
  void build_badValue_namesFieldValueAndRule(String message, ThrowingCallable build) {
    assertThatThrownBy(build).isInstanceOf(InvalidValueException.class).hasMessage(message);
  }

  static Stream<Arguments> build_badValue_namesFieldValueAndRule() {
    return Stream.of(spine(), stages(), events(), predictions(), tags()).flatMap(s -> s);
  }

  private static Stream<Arguments> spine() {
    List<Sku> both = List.of(Sku.of("cola"), Sku.of("tea"));
    return Stream.of(
        refused(
            "severity_score is '1.5' but must be within [0, 1]",
            () -> Samples.detected().severityScore(1.5).build()),
        refused(
            "severity_score is 'NaN' but must be within [0, 1]",
            () -> Samples.member().severityScore(Double.NaN).build()),
        refused(
            "skus is '[tea, cola]' but must be sorted, without repeats",
            () -> Samples.detected().skus(List.of(both.get(1), both.get(0))).build()),
        refused(
            "sku is 'milk' but must be one of skus [cola]",
            () -> Samples.detected().sku(Sku.of("milk")).build()),
        refused(
            "members is '[cola]' but must be one per SKU of skus, in their order",
            () -> Samples.detected().skus(both).build()),
        refused(
            "window_end is '2025-08-07T15:30:00Z' but must be after window_start"
                + " (2025-08-07T15:30:00Z)",
            () -> Samples.detected().windowEnd(Samples.ONSET).build()),
        refused(
            "attributed_sales_total is '12.50' but must be of scale 3 without trailing zeros",
            () -> Samples.detected().attributedSalesTotal(new BigDecimal("12.50")).build()),
        refused(
            "impact_estimate is '1.5' but must be of scale 2",
            () -> Samples.detected().impactEstimate(new BigDecimal("1.5")).build()),
        refused(
            "attributed_revenue_total is '1' but must be of scale 2",
            () -> Samples.detected().attributedRevenueTotal(BigDecimal.ONE).build()),
        refused(
            "baseline_revenue_total is '1' but must be of scale 2",
            () -> Samples.detected().baselineRevenueTotal(BigDecimal.ONE).build()),
        refused(
            "degraded_reasons is '[b, a]' but must be sorted, without repeats",
            () -> Samples.detected().degradedReasons(List.of("b", "a")).build()),
        refused(
            "version is '0' but must be 1 or more", () -> Samples.detected().version(0).build()));
  }

  private static Stream<Arguments> stages() {
    return Stream.of(
        refused(
            "feature_vector is '[0.5]' but must be 16 numbers",
            () -> Samples.clustered().featureVector(List.of(0.5)).build()),
        refused(
            "similarity_score is '-0.1' but must be within [0, 1]",
            () -> Samples.clustered().similarityScore(-0.1).build()),
        refused(
            "confidence_score_2 is '0.9' but must be not above the confidence before it"
                + " (OptionalDouble[0.8])",
            () -> Samples.attributed().confidenceScore2(0.9).build()),
        refused(
            "confidence_score_3 is '0.1' but must be not above the confidence before it"
                + " (OptionalDouble.empty)",
            () -> Samples.attributed().confidenceScore3(0.1).build()),
        refused(
            "weight is '2.0' but must be within [0, 1]",
            () -> Evidence.builder().kind(EvidenceKind.CLUSTER).ref("c1").weight(2).build()),
        refused(
            "cohort_size is '0' but must be 1 or more",
            () -> Samples.cohorted().cohortSize(0).build()),
        refused(
            "cohort_reason is '[same_region, same_region]' but must be sorted, without repeats",
            () -> Samples.cohorted().cohortReason(List.of("same_region", "same_region")).build()));
  }

  private static Stream<Arguments> events() {
    return Stream.of(
        refused(
            "cohort_size is '3' but must be the number of reports",
            () -> Samples.event().cohortSize(3).build()),
        refused(
            "report_ids is '["
                + Samples.OTHER
                + ", "
                + Samples.REPORT
                + "]' but must be sorted,"
                + " without repeats",
            () -> Samples.event().reportIds(List.of(Samples.OTHER, Samples.REPORT)).build()),
        refused(
            "end_reason is 'REOPENED' but must be reopened for active rows and only for them",
            () -> ended().eventStatus(EventStatus.ENDED).endReason(EndReason.REOPENED).build()),
        refused(
            "end_reason is 'NO_DATA' but must be reopened for active rows and only for them",
            () -> ended().eventStatus(EventStatus.ACTIVE).endReason(EndReason.NO_DATA).build()));
  }

  private static Stream<Arguments> predictions() {
    return Stream.of(
        refused(
            "expected_units is '1' but must be as long as actual_units",
            () -> baseline().expectedUnits(UnitsColumn.of(new long[1])).build()),
        refused(
            "spread is '3' but must be as long as actual_units",
            () -> baseline().spread(NumColumn.of(new double[3])).build()),
        refused(
            "from is '2025-08-07T15:30:00Z' but must be on the grid of PT1H",
            () -> baseline().cadence(Cadence.parse("PT1H")).build()),
        refused(
            "report_id is '" + Samples.OTHER + "' but must be the smaller of the pair",
            () -> pair().reportId(Samples.OTHER).otherReportId(Samples.REPORT).build()),
        refused(
            "score is '-1.0' but must be within [0, 1]",
            () -> CohortOutput.builder().score(-1).accepted(false).build()));
  }

  /** What is handed in with more digits equals what is read back from a row. */
  @Test
  void build_longNumbers_areRoundedToSixDecimals() {
    double x = 0.1234567;
    double y = 0.123457;

    assertThat(Samples.member().severityScore(x).build().severityScore()).isEqualTo(y);
    assertThat(Samples.detected().severityScore(x).build())
        .isEqualTo(Samples.detected().severityScore(y).build());
    assertThat(
            Samples.clustered()
                .severityScore(x)
                .similarityScore(x)
                .clusterMatchConfidence(x)
                .featureVector(Collections.nCopies(16, x))
                .nearestDistance(x)
                .embeddingX(x)
                .embeddingY(x)
                .build())
        .isEqualTo(
            Samples.clustered()
                .severityScore(y)
                .similarityScore(y)
                .clusterMatchConfidence(y)
                .featureVector(Collections.nCopies(16, y))
                .nearestDistance(y)
                .embeddingX(y)
                .embeddingY(y)
                .build());
    assertThat(
            Samples.attributed().confidenceScore(x).confidenceScore2(x).confidenceScore3(x).build())
        .isEqualTo(
            Samples.attributed()
                .confidenceScore(y)
                .confidenceScore2(y)
                .confidenceScore3(y)
                .build());
    assertThat(Samples.cohorted().cohortConfidence(x).similarityScore(x).build())
        .isEqualTo(Samples.cohorted().cohortConfidence(y).similarityScore(y).build());
    assertThat(Samples.event().cohortConfidence(x).severityScore(x).confidenceScore(x).build())
        .isEqualTo(Samples.event().cohortConfidence(y).severityScore(y).confidenceScore(y).build());
    assertThat(baseline().qualityScore(x).build()).isEqualTo(baseline().qualityScore(y).build());
    assertThat(pair().qualityScore(-0.0).build()).isEqualTo(pair().qualityScore(0.0).build());
    assertThat(CohortOutput.builder().score(x).accepted(false).build().score()).isEqualTo(y);
  }

  /** The unrounded value is checked first: rounding must not bring it into range. */
  @Test
  void build_justOutsideTheRange_isRefused() {
    assertThatThrownBy(() -> Samples.detected().severityScore(1 + 1e-9).build())
        .isInstanceOf(InvalidValueException.class);
  }

  @Test
  void from_aSpine_copiesEveryAttributeOfIt() {
    ReportDetected detected =
        Samples.detected()
            .windowEnd(Samples.TICK)
            .impactEstimate(new BigDecimal("1.50"))
            .putModelVersions("baseline", "b@1")
            .putUnknownFields("later", 7)
            .suppressedBy("too_short@1")
            .build();

    ReportDetected copy = ReportDetected.builder().from((ReportSpine) detected).build();

    assertThat(copy).isEqualTo(detected);
  }

  private static Stream<Arguments> tags() {
    String rule = "must be 1 to 256 characters, not blank, without control characters";
    return Stream.of(
        refused("name is '' but " + rule, () -> tag().name("").build()),
        refused("name is 'a\\u000ab' but " + rule, () -> tag().name("a\nb").build()),
        refused("position is '-1' but must be 0 or more", () -> tag().position(-1).build()),
        refused("note is ' ' but must be not blank, if it is said", () -> tag().note(" ").build()),
        refused("actor is ' ' but " + rule, () -> tag().actor(" ").build()));
  }

  private static TagRecord.Builder tag() {
    TagRecord.Builder builder = TagRecord.builder();
    builder
        .runId(RunId.of("main"))
        .writtenAt(Samples.TICK)
        .name("June")
        .position(0)
        .note("budget")
        .actor("ann");
    return builder;
  }

  private static Arguments refused(String message, ThrowingCallable build) {
    return Arguments.of(message, build);
  }

  private static ReportEnded.Builder ended() {
    ReportEnded.Builder builder = ReportEnded.builder();
    builder
        .reportId(Samples.REPORT)
        .runId(RunId.of("main"))
        .writtenAt(Samples.TICK)
        .storeId(StoreId.of("327"));
    return builder;
  }

  private static BaselinePrediction.Builder baseline() {
    BaselinePrediction.Builder builder = BaselinePrediction.builder();
    builder
        .runId(RunId.of("main"))
        .writtenAt(Instant.EPOCH)
        .storeId(StoreId.of("327"))
        .sku(Sku.of("cola"))
        .firstStep(Samples.ONSET)
        .cadence(Cadence.parse("PT15M"))
        .actualUnits(UnitsColumn.of(new long[2]))
        .expectedUnits(UnitsColumn.of(new long[2]))
        .spread(NumColumn.of(new double[2]))
        .modelName("m")
        .modelVersion("1")
        .role("baseline")
        .route("primary")
        .inputDigest("00")
        .outcome("ok");
    return builder;
  }

  private static CohortPrediction.Builder pair() {
    CohortPrediction.Builder builder = CohortPrediction.builder();
    builder
        .runId(RunId.of("main"))
        .writtenAt(Instant.EPOCH)
        .reportId(Samples.REPORT)
        .otherReportId(Samples.OTHER)
        .modelName("m")
        .modelVersion("1")
        .role("cohort")
        .route("primary")
        .inputDigest("00")
        .outcome("ok");
    return builder;
  }
}
