package org.minorityreport.core.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.EditAction;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.core.json.SampleRows.Sample;

class LogCodecTest {
  private static final List<String> SPINE =
      List.of(
          "report_id",
          "version",
          "run_id",
          "written_at",
          "store_id",
          "sku",
          "skus",
          "first_detected_from",
          "window_start",
          "window_end",
          "direction",
          "severity_score",
          "members",
          "attributed_revenue_total",
          "baseline_revenue_total",
          "impact_estimate",
          "attributed_sales_total",
          "baseline_sales_total",
          "report_status",
          "is_degraded",
          "degraded_reasons",
          "model_versions",
          "suppressed_by");

  static Stream<Sample<?>> samples() {
    return SampleRows.all().stream();
  }

  @Test
  void samples_areOnePerLog() {
    assertThat(samples().<Log<?>>map(Sample::log).toList()).isEqualTo(Logs.all());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void read_ofRow_isTheRecord(Sample<?> sample) {
    assertRoundTrip(sample);
  }

  private static <R extends LogRecord> void assertRoundTrip(Sample<R> sample) {
    R read = LogCodec.read(sample.log(), sample.stored());

    assertThat(read).isEqualTo(sample.record());
    assertThat(LogCodec.row(sample.log(), read).json(1)).isEqualTo(sample.row().json(1));
  }

  /** A sample has every field set, so its fields are all there are, in their one order. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void row_properties_standInDeclaredOrder(Sample<?> sample) {
    assertThat(fields(sample.row(), 1).keySet())
        .containsExactlyElementsOf(LogCodec.properties(sample.log()));
  }

  @Test
  void row_ofMrdl_hasTheFieldsOfTheSpineInOrder() {
    assertThat(LogCodec.properties(Logs.REPORTS_DETECTED)).isEqualTo(SPINE);
  }

  /** Spec 3.2 and 3.11: every other row starts with these three; the model columns come last. */
  @Test
  void row_ofAPrediction_hasItsOwnFieldsFirstThenTheModelColumns() {
    assertThat(LogCodec.properties(Logs.CLASSIFIER_PREDICTIONS))
        .containsExactly(
            "run_id",
            "written_at",
            "version",
            "store_id",
            "sku",
            "window_start",
            "window_end",
            "severity_score",
            "direction",
            "model_name",
            "model_version",
            "role",
            "route",
            "input_digest",
            "quality_score",
            "outcome",
            "message");
    Logs.all().stream()
        .filter(log -> log.code().isEmpty())
        .forEach(
            log ->
                assertThat(LogCodec.properties(log))
                    .as(log.toString())
                    .startsWith("run_id", "written_at", "version"));
  }

  @Test
  void row_ofLaterStages_hasTheSpineFirstThenTheGroupsInOrder() {
    assertThat(LogCodec.properties(Logs.REPORTS_CLUSTERED))
        .startsWith(SPINE.toArray(String[]::new))
        .containsSequence("suppressed_by", "feature_vector", "cluster_id", "cluster_name");
    assertThat(LogCodec.properties(Logs.REPORTS_ATTRIBUTED))
        .startsWith(SPINE.toArray(String[]::new))
        .containsSequence(
            "suppressed_by",
            "proposed_cause",
            "proposed_cause_category",
            "confidence_score",
            "proposed_cause_2",
            "proposed_cause_category_2",
            "confidence_score_2",
            "proposed_cause_3",
            "proposed_cause_category_3",
            "confidence_score_3",
            "supporting_evidence",
            "abstain_reason");
    assertThat(LogCodec.properties(Logs.REPORTS_COHORTED))
        .containsSequence("suppressed_by", "cluster_id")
        .containsSequence("cluster_match_confidence", "proposed_cause")
        .containsSequence("confidence_score_3", "report_group_id")
        .endsWith("cohort_size");
  }

  @Test
  void row_ofMeel_isThisText() {
    String runId = "\"a\\\"version\\\":9,\\\\\"";

    assertThat(text(LogCodec.row(Logs.REPORTS_ENDED, SampleRows.ended()), 1))
        .isEqualTo(
            "{\"report_id\":\"MR-5108dbd30cf31dd0e8f093e0fcf59344\",\"version\":1,\"run_id\":"
                + runId
                + ",\"written_at\":\"2025-08-07T16:00:00Z\",\"store_id\":\"TESCO|LEEDS|042\","
                + "\"window_end\":\"2025-08-07T16:00:00Z\",\"event_status\":\"ended\","
                + "\"end_reason\":\"returned_to_baseline\"}");
  }

  @Test
  void row_numbers_standAsSpecified() {
    String detected = text(LogCodec.row(Logs.REPORTS_DETECTED, SampleRows.detected()), 1);

    assertThat(detected)
        .contains("\"severity_score\":0.5,")
        .contains("\"impact_estimate\":-21.90,")
        .contains("\"attributed_sales_total\":12.5,\"baseline_sales_total\":30,");
    assertThat(text(sample(Logs.BASELINE_PREDICTIONS).row(), 1))
        .contains("\"cadence\":\"PT15M\",\"actual_units\":[1.5,null,2000],")
        .contains("\"expected_units\":[null,0.25,0],\"spread\":[null,0.5,1.0E-6],");
  }

  @Test
  void row_negativeZero_isWrittenAsZero() {
    ReportDetected record =
        ReportDetected.builder().from(SampleRows.detected()).severityScore(-0.0).build();

    assertThat(text(LogCodec.row(Logs.REPORTS_DETECTED, record), 1))
        .contains("\"severity_score\":0.0,");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void json_ofAnotherVersion_changesTheVersionOnly(Sample<?> sample) {
    Map<String, Object> one = fields(sample.row(), 1);
    Map<String, Object> many = fields(sample.row(), 1234567);

    assertThat(many.get("version")).isEqualTo(1234567);
    assertThat(new ArrayList<>(many.keySet())).isEqualTo(new ArrayList<>(one.keySet()));
    many.put("version", 1);
    assertThat(many).isEqualTo(one);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void key_isTheRunAndTheKeyFieldsAsTheyStandInTheRow(Sample<?> sample) {
    Map<String, Object> fields = fields(sample.row(), 1);
    List<Object> parts = new ArrayList<>(List.of(SampleRows.RUN.value()));
    sample.log().keyFields().forEach(f -> parts.add(fields.get(f).toString()));

    assertThat(sample.row().key()).isEqualTo(CanonicalJson.text(parts));
    assertThat(sample.row().runId()).isEqualTo(SampleRows.RUN);
    assertThat(sample.row().writtenAt()).isEqualTo(SampleRows.TICK);
    assertThat(sample.row().subject())
        .isEqualTo(sample.log().subjectField().map(f -> fields.get(f).toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void read_ofANewerRow_keepsWhatItDoesNotKnowOnRewrite(Sample<?> sample) {
    assertUnknownKept(sample);
  }

  private static <R extends LogRecord> void assertUnknownKept(Sample<R> sample) {
    String json = text(sample.row(), 1);
    String more = ",\"zz\":null,\"aa\":{\"b\":1.10,\"a\":[1,null,{\"c\":1E-7}]},\"mm\":\"x\"}";
    StoredRow newer = stored(sample.log(), json.substring(0, json.length() - 1) + more);

    LogRow rewritten = LogCodec.row(sample.log(), LogCodec.read(sample.log(), newer));

    Map<String, Object> fields = fields(rewritten, 1);
    assertThat(fields).isEqualTo(CanonicalJson.fields(newer.json())).containsKey("zz");
    assertThat(fields.get("aa")).asString().contains("1.10");
  }

  @Test
  void read_olderNamesOfThePosition_areUnderstood() {
    String older =
        text(sample(Logs.REPORTS_CLUSTERED).row(), 1)
            .replace("embedding_x", "tsne_x")
            .replace("embedding_y", "tsne_y");

    ReportClustered read =
        LogCodec.read(Logs.REPORTS_CLUSTERED, stored(Logs.REPORTS_CLUSTERED, older));

    assertThat(read).isEqualTo(sample(Logs.REPORTS_CLUSTERED).record());
  }

  @Test
  void read_fieldsThatAnOlderRowLacks_areAbsent() {
    Map<String, Object> older =
        CanonicalJson.fields(LogCodec.row(Logs.REPORTS_DETECTED, SampleRows.detected()).json(1));
    older
        .keySet()
        .removeAll(
            Set.of(
                "window_end",
                "impact_estimate",
                "suppressed_by",
                "attributed_revenue_total",
                "baseline_revenue_total",
                "degraded_reasons",
                "model_versions"));

    ReportDetected read =
        LogCodec.read(
            Logs.REPORTS_DETECTED, stored(Logs.REPORTS_DETECTED, CanonicalJson.text(older)));

    assertThat(read.windowEnd()).isEmpty();
    assertThat(read.impactEstimate()).isEmpty();
    assertThat(read.suppressedBy()).isEmpty();
    assertThat(read.degradedReasons()).isEmpty();
    assertThat(read.modelVersions()).isEmpty();
  }

  @Test
  void read_rowThatLacksWhatItNeeds_isNoRecord() {
    assertThatThrownBy(
            () ->
                LogCodec.read(
                    Logs.REPORTS_ENDED,
                    stored(
                        Logs.REPORTS_ENDED,
                        "{\"version\":1,\"run_id\":\"main\",\"written_at\":\"2025-08-07T16:00:00Z\"}")))
        .isInstanceOf(ContractException.class)
        .hasMessageStartingWith("not a ReportEnded: {");
  }

  /** A store that is opened again has nothing but the JSON. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void row_ofStoredJson_isTheRowThatWasStored(Sample<?> sample) {
    for (LogRow row : List.of(sample.row(), LogCodec.retraction(sample.stored()))) {
      LogRow again = LogRow.of(sample.log(), row.json(7));

      assertThat(again.runId()).isEqualTo(row.runId());
      assertThat(again.key()).isEqualTo(row.key());
      assertThat(again.subject()).isEqualTo(row.subject());
      assertThat(again.writtenAt()).isEqualTo(row.writtenAt());
      assertThat(again.isRetracted()).isEqualTo(row.isRetracted());
      assertThat(again.contentDigest()).isEqualTo(row.contentDigest());
      assertThat(again.json(3)).isEqualTo(row.json(3));
    }
  }

  /** The subject of a retraction is found again only if it is part of the key. */
  @Test
  void subject_isPartOfTheKeyOfLogsThatAreRunAgain() {
    for (Log<?> log : Logs.all()) {
      if (log.comparesContent()) {
        log.subjectField().ifPresent(field -> assertThat(log.keyFields()).contains(field));
      }
    }
  }

  /** Two people who act on one report at a time: the guard of the later must see the earlier. */
  @Test
  void subjectOfAnEdit_isWhatItIsAbout() {
    LogRow edit = sample(Logs.USER_EDITS).row();

    assertThat(edit.subject()).contains(SampleRows.REPORT.value());
    assertThat(edit.key()).doesNotContain(SampleRows.REPORT.value());
  }

  @Test
  void retractionOfAnEdit_withItsSubject_isRefused() {
    String retraction =
        new String(
            LogCodec.retraction(sample(Logs.USER_EDITS).stored()).json(2), StandardCharsets.UTF_8);
    String more = retraction.replace("\"retracted\"", "\"target_id\":\"x\",\"retracted\"");

    assertThat(LogRow.of(Logs.USER_EDITS, retraction.getBytes(StandardCharsets.UTF_8)).subject())
        .isEmpty();
    assertThatThrownBy(() -> LogRow.of(Logs.USER_EDITS, more.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("a retraction has nothing but its key");
  }

  /** The same act on the same state is one action, however often it is sent (spec 2.1, 2.6). */
  @Test
  void contentDigest_ofAnEdit_isThatOfItsKeyAlone() {
    UserEdit edit = PeopleSamples.edit(SampleRows.REPORT.value());
    UserEdit later =
        UserEdit.builder().from(edit).writtenAt(SampleRows.TICK.plusSeconds(60)).note("x").build();

    assertThat(digest(Logs.USER_EDITS, later)).isEqualTo(digest(Logs.USER_EDITS, edit));
  }

  @Test
  void wordsOfANewerLibrary_areReadAndKept() {
    UserEdit newer =
        UserEdit.builder()
            .from(PeopleSamples.edit(SampleRows.REPORT.value()))
            .action("meditate")
            .role("oracle")
            .reopenMode("slowly")
            .build();
    StoredRow row = StoredRow.of(LogCodec.row(Logs.USER_EDITS, newer), 1, CommitPosition.of(1), 1);

    assertThat(LogCodec.read(Logs.USER_EDITS, row)).isEqualTo(newer);
    assertThat(EditAction.of(newer.action())).isEmpty();
    assertThat(EditAction.of("request_review")).contains(EditAction.REQUEST_REVIEW);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("samples")
  void retraction_holdsKeyVersionAndRetractedAndNothingElse(Sample<?> sample) {
    StoredRow stored = sample.stored();

    LogRow retraction = LogCodec.retraction(stored);

    Map<String, Object> whole = CanonicalJson.fields(stored.json());
    Map<String, Object> fields = fields(retraction, 2);
    Set<String> expected = new HashSet<>(sample.log().keyFields());
    expected.addAll(Set.of("run_id", "written_at", "version", "retracted"));
    assertThat(fields.keySet()).isEqualTo(expected);
    assertThat(fields).containsEntry("retracted", true).containsEntry("version", 2);
    sample.log().keyFields().forEach(f -> assertThat(fields.get(f)).isEqualTo(whole.get(f)));
    assertThat(retraction.key()).isEqualTo(stored.key());
    assertThat(retraction.isRetracted()).isTrue();
    if (sample.log().comparesContent()) {
      assertThat(retraction.subject()).isEqualTo(sample.row().subject());
    }
    assertThat(retraction.writtenAt()).isEqualTo(stored.writtenAt());
    assertThat(retraction.sameContent(sample.row().contentDigest())).isFalse();
  }

  @Test
  void read_ofARetraction_isRefused() {
    StoredRow stored = sample(Logs.REPORTS_ENDED).stored();
    StoredRow retracted = StoredRow.of(LogCodec.retraction(stored), 2, CommitPosition.of(2), 2);

    assertThatThrownBy(() -> LogCodec.read(Logs.REPORTS_ENDED, retracted))
        .isInstanceOf(ContractException.class)
        .hasMessage(
            "minority_event_ended_log row 2 at position 2 is a retraction; it has no content");
  }

  @Test
  void contentDigest_ofAnotherVersion_isTheSame() {
    ReportEnded record = SampleRows.ended();
    ReportEnded later = ReportEnded.builder().from(record).version(7).build();
    ReportEnded other =
        ReportEnded.builder().from(record).windowEnd(SampleRows.TICK.plusSeconds(1)).build();

    assertThat(digest(Logs.REPORTS_ENDED, later)).isEqualTo(digest(Logs.REPORTS_ENDED, record));
    assertThat(digest(Logs.REPORTS_ENDED, other)).isNotEqualTo(digest(Logs.REPORTS_ENDED, record));
  }

  @Test
  void contentDigest_ofTheSameErrorAtAnotherTick_isTheSame() {
    ErrorRecord record = SampleRows.error();
    ErrorRecord again =
        ErrorRecord.builder()
            .from(record)
            .version(3)
            .writtenAt(SampleRows.TICK.plusSeconds(3600))
            .attempts(5)
            .build();
    ErrorRecord other = ErrorRecord.builder().from(record).message("another").build();

    assertThat(digest(Logs.ERRORS, again)).isEqualTo(digest(Logs.ERRORS, record));
    assertThat(LogCodec.row(Logs.ERRORS, again).key())
        .isEqualTo(LogCodec.row(Logs.ERRORS, record).key());
    assertThat(digest(Logs.ERRORS, other)).isNotEqualTo(digest(Logs.ERRORS, record));
  }

  private static <R extends LogRecord> byte[] digest(Log<R> log, R record) {
    return LogCodec.row(log, record).contentDigest();
  }

  @SuppressWarnings("unchecked")
  private static <R extends LogRecord> Sample<R> sample(Log<R> log) {
    return (Sample<R>) samples().filter(s -> s.log() == log).findFirst().orElseThrow();
  }

  private static StoredRow stored(Log<?> log, String json) {
    return StoredRow.of(log, json.getBytes(UTF_8), CommitPosition.of(1), 1);
  }

  private static Map<String, Object> fields(LogRow row, int version) {
    return CanonicalJson.fields(row.json(version));
  }

  private static String text(LogRow row, int version) {
    return new String(row.json(version), UTF_8);
  }

  /** Keeps the decimal of the samples a decimal: a double would drop its last zero. */
  @Test
  void fields_decimals_keepTheirDigits() {
    assertThat(fields(sample(Logs.CONTEXT).row(), 1).get("body"))
        .isEqualTo(
            Map.of(
                "name", "Summer", "spend", new BigDecimal("1200.00"), "regions", List.of("North")));
  }
}
