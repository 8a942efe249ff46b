package org.minorityreport.core.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportEnded;

class LazyRecordTest {
  private static final String ENDED =
      "{\"report_id\":\"MR-6a20e58883f194e885a0d230525dd11f\",\"version\":3,\"run_id\":\"a\\\"}b\","
          + "\"written_at\":\"2025-08-09T18:00:00Z\",\"new_field\":{\"a\":[1,\"]}\"]},"
          + "\"store_id\":\"Café \\u2116 9\",\"window_end\":\"2025-08-09T14:00:00.250Z\","
          + "\"event_status\":\"ended\",\"end_reason\":\"returned_to_baseline\"}";

  static List<SampleRows.Sample<?>> samples() {
    return SampleRows.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void everyField_isWhatTheRecordSays(SampleRows.Sample<?> sample)
      throws ReflectiveOperationException {
    StoredRow row = sample.stored();
    Class<? extends LogRecord> type = sample.log().recordType();
    LogRecord whole = CanonicalJson.read(row.json(), type);
    LogRecord lazy = LazyRecord.of(type, row.json());
    for (Method field : type.getMethods()) {
      if (field.getParameterCount() == 0
          && !Modifier.isStatic(field.getModifiers())
          && !field.getName().equals("check")
          && !field.isAnnotationPresent(JsonAnyGetter.class)) {
        assertThat(field.invoke(lazy)).as(field.getName()).isEqualTo(field.invoke(whole));
      }
    }
  }

  @Test
  void textsWithQuotesAndBrackets_nestedUnknownFieldsAndFractions_areRead() {
    ReportEnded row = ended(ENDED);

    assertThat(row.runId().value()).isEqualTo("a\"}b");
    assertThat(row.storeId().value()).isEqualTo("Café № 9");
    assertThat(row.version()).isEqualTo(3);
    assertThat(row.windowEnd()).contains(Instant.parse("2025-08-09T14:00:00.250Z"));
  }

  @Test
  void fieldsAskedForInAnyOrder_areFound() {
    ReportEnded row = ended(ENDED);

    assertThat(row.windowEnd()).contains(Instant.parse("2025-08-09T14:00:00.250Z"));
    assertThat(row.runId().value()).isEqualTo("a\"}b");
    assertThat(row.windowEnd()).contains(Instant.parse("2025-08-09T14:00:00.250Z"));
    assertThat(row.storeId().value()).isEqualTo("Café № 9");
  }

  @Test
  void oldNames_areRead() {
    ReportClustered row =
        LazyRecord.of(
            ReportClustered.class,
            "{\"tsne_x\":0.5,\"embedding_y\":-1.25}".getBytes(StandardCharsets.UTF_8));

    assertThat(row.embeddingX()).hasValue(0.5);
    assertThat(row.embeddingY()).hasValue(-1.25);
  }

  @Test
  void missingField_isNamedWhenItIsAskedFor() {
    ReportEnded row = ended(ENDED.replace("end_reason", "end_season"));

    assertThatThrownBy(row::endReason)
        .isInstanceOf(ContractException.class)
        .hasMessageContaining("end_reason");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}", "[1]", "{\"report_id\":\"MR", "{\"report_id\":{\"a\":1}"})
  void whatIsNoObject_isRefused(String text) {
    assertThatThrownBy(() -> ended(text).endReason()).isInstanceOf(ContractException.class);
  }

  private static ReportEnded ended(String json) {
    return LazyRecord.of(ReportEnded.class, json.getBytes(StandardCharsets.UTF_8));
  }
}
