package org.minorityreport.examples.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ReadingTest {
  private static final String FIRST = "MR-00000000000000000000000000000001";
  private static final String SECOND = "MR-f0000000000000000000000000000001";

  /** The newest row is neither the last of its file nor in the last file, and a version decides. */
  @ParameterizedTest
  @EnumSource(names = {"KEYSCAN", "JACKSON", "DUCKDB"})
  void answer_isOfTheNewestRows_whereverTheyStand(ReadingKind kind, @TempDir Path store)
      throws Exception {
    write(
        store,
        "minority_reports_detected_log/000001.jsonl",
        row(FIRST, 1, "10:00:00", "attributed_sales_total", "1"),
        row(FIRST, 1, "12:00:00", "attributed_sales_total", "10"),
        row(FIRST, 1, "11:00:00", "attributed_sales_total", "100"));
    write(
        store,
        "minority_reports_detected_log/000002.jsonl",
        row(SECOND, 10, "09:00:00", "attributed_sales_total", "1000.5"),
        row(SECOND, 9, "09:00:00", "attributed_sales_total", "10000"),
        row(FIRST, 1, "09:00:00", "attributed_sales_total", "100000"));
    write(
        store,
        "minority_reports_proposed_attribution_log/000001.jsonl",
        row(FIRST, 1, "12:00:00", "confidence_score", "0.25"));
    write(
        store,
        "minority_event_ended_log/000001.jsonl",
        row(FIRST, 1, "12:00:00", "end_reason", "\"no_data\""));
    write(
        store,
        "minority_reports_clustered_log/000001.jsonl",
        row(FIRST, 1, "12:00:00", "cluster_id", "\"CL-1\""));
    write(
        store,
        "minority_reports_cohorted_log/000001.jsonl",
        row(FIRST, 1, "12:00:00", "cohort_size", "1"));
    try (Reading reading = kind.open(store, 2)) {
      reading.run();
      Answer answer = reading.answer().orElseThrow();
      assertThat(answer.reports()).isEqualTo(2);
      assertThat(answer.sales()).isEqualByComparingTo(new BigDecimal("1010.5"));
      assertThat(answer.confidence()).isEqualByComparingTo(new BigDecimal("0.25"));
    }
  }

  @Test
  void keyScan_ofRowsInAnotherOrder_fails(@TempDir Path store) throws Exception {
    write(store, "minority_reports_detected_log/000001.jsonl", "{\"version\":1}");
    try (Reading reading = ReadingKind.KEYSCAN.open(store, 1)) {
      assertThatThrownBy(reading::run).hasMessageContaining("report_id");
    }
  }

  private static String row(String id, int version, String time, String field, String value) {
    return "{\"report_id\":\"%s\",\"version\":%d,\"run_id\":\"north\",\"written_at\":\"2025-01-01T%sZ\",\"%s\":%s}"
        .formatted(id, version, time, field, value);
  }

  private static void write(Path store, String name, String... rows) throws Exception {
    Path file = store.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, String.join("\n", rows) + "\n", StandardCharsets.UTF_8);
  }
}
