package org.minorityreport.examples.quickstart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.examples.csv.CsvInputs;

/** Bad input from a file to the logs and the view (spec 8.2). */
class BadInputTest {
  private static final Instant FIRST = Instant.parse("2025-07-08T00:00:00Z");
  private static final Instant ONSET = Instant.parse("2025-08-05T10:00:00Z");
  private static final String HOT = "300";

  @TempDir Path folder;

  private final LogStore logs = LogStores.inMemory();
  private final List<String> sales = goodRows("100", HOT);

  /** Each bad row costs itself: its raw text is kept, and the report beside it is found. */
  @Test
  void badRows_areDeadLettersWithFileLineAndTextAndTheRestIsProcessed() throws IOException {
    String delivered = "{\"cadence\": \"PT1H\", \"delivered_at\": \"2025-08-06T00:00:00Z\"}";
    List<String> bad =
        List.of(
            "S1,cola,yesterday,5",
            "S1,cola,2025-08-01T00:00:00Z,-5",
            "S1,cola,2025-08-01T00:00:00Z,5000000000",
            "S9,cola,2025-08-01T00:00:00Z,5",
            "S1,cola,2025-08-06T01:00:00Z,5",
            "S1,cola,2025-03-30T01:30,5");
    sales.addAll(bad);
    sales.add(sales.get(0)); // an identical row is harmless

    MinorityReport report = run(delivered);

    assertThat(report.firstDetectedFrom()).isEqualTo(ONSET);
    assertThat(report.degradedReasons())
        .as("there are no files of campaigns and context")
        .containsExactly("CAMPAIGNS_missing", "CONTEXT_missing");
    List<ErrorRecord> letters = letters();
    assertThat(letters).extracting(ErrorRecord::payload).containsExactlyInAnyOrderElementsOf(bad);
    assertThat(letters)
        .extracting(ErrorRecord::kind)
        .containsExactlyInAnyOrder(
            "unparseable_time",
            "negative_units",
            "absurd_units",
            "unknown_store",
            "after_delivery",
            "skipped_time");
    assertThat(letters)
        .allSatisfy(
            letter -> {
              assertThat(letter.stage()).isEqualTo("inputs");
              assertThat(letter.source()).matches("sales\\.csv:\\d+");
              assertThat(letter.payloadDigest()).hasSize(64);
              assertThat(letter.version()).isEqualTo(1);
            });
  }

  /** Both are refused and the step is unknown: it counts for nothing in the totals. */
  @Test
  void twoValuesForOneStep_areBothRefusedAndTheStepIsUnknown() throws IOException {
    MinorityReport before = run("{\"cadence\": \"PT1H\"}");
    sales.add("S1,cola," + ONSET.plus(Duration.ofHours(1)) + ",7");
    try (LogStore others = LogStores.inMemory()) {
      MinorityReport after = run("{\"cadence\": \"PT1H\"}", others);

      assertThat(after.reportId()).isEqualTo(before.reportId());
      assertThat(before.attributedSalesTotal().subtract(after.attributedSalesTotal()))
          .isEqualByComparingTo(HOT);
      assertThat(letters(others))
          .extracting(ErrorRecord::kind)
          .containsExactly("conflicting_values", "conflicting_values");
    }
  }

  @Test
  void tooManyBadRows_stopTheRunBeforeAnythingIsWritten() throws IOException {
    for (int i = 0; i < 60; i++) {
      sales.add("S1,cola,never " + i + ",5");
    }

    assertThatThrownBy(() -> run("{\"cadence\": \"PT1H\"}"))
        .isInstanceOf(InvalidInputException.class)
        .hasMessageContaining("sales.csv");
    assertThat(logs.head()).isEqualTo(CommitPosition.START);
  }

  @Test
  void netNegativeSales_areRefused_orKeptAsTheyAre() throws IOException {
    sales.clear();
    sales.addAll(goodRows("100", "-20"));

    assertThatThrownBy(() -> run("{\"cadence\": \"PT1H\", \"max_refused_share\": 0.1}"))
        .as("without the steps there is no report")
        .isInstanceOf(NoSuchElementException.class);
    assertThat(letters()).hasSize(8).allMatch(l -> l.kind().equals("negative_units"));
    try (LogStore others = LogStores.inMemory()) {
      MinorityReport report = run("{\"cadence\": \"PT1H\", \"returns\": true}", others);

      assertThat(letters(others)).isEmpty();
      assertThat(report.attributedSalesTotal()).isEqualByComparingTo("-160");
      assertThat(report.firstDetectedFrom()).isEqualTo(ONSET);
    }
  }

  private MinorityReport run(String mapping) throws IOException {
    return run(mapping, logs);
  }

  /** Hourly ticks over the day of the anomaly. */
  private MinorityReport run(String mapping, LogStore store) throws IOException {
    Files.writeString(
        folder.resolve("stores.csv"),
        "store_id,retailer,time_zone\nS1,Corner,Europe/London\nS2,Corner,\n");
    Files.writeString(
        folder.resolve("sales.csv"),
        "store_id,sku,timestamp,units\n" + String.join("\n", sales) + "\n");
    Files.writeString(folder.resolve("mapping.json"), mapping);
    try (Mrs mrs = Mrs.builder().logs(store).inputs(CsvInputs.in(folder)).threads(2).build()) {
      Instant end = Instant.parse("2025-08-05T23:00:00Z");
      for (Instant t = Instant.parse("2025-08-05T09:00:00Z"); !t.isAfter(end); t = next(t)) {
        mrs.tick(t);
      }
      return mrs.reports().all().stream().findFirst().orElseThrow();
    }
  }

  private List<ErrorRecord> letters() {
    return letters(logs);
  }

  private static List<ErrorRecord> letters(LogStore store) {
    List<ErrorRecord> letters = new ArrayList<>();
    store.read(
        Logs.ERRORS,
        RunId.of("main"),
        CommitPosition.START,
        store.head(),
        row -> letters.add(LogCodec.read(Logs.ERRORS, row)));
    return letters;
  }

  /** Four weeks of one product at one store, and eight hours that deviate. */
  private static List<String> goodRows(String usual, String deviating) {
    List<String> rows = new ArrayList<>();
    Instant end = Instant.parse("2025-08-06T00:00:00Z");
    for (Instant t = FIRST; t.isBefore(end); t = next(t)) {
      boolean deviates = !t.isBefore(ONSET) && t.isBefore(ONSET.plus(Duration.ofHours(8)));
      rows.add("S1,cola," + t + "," + (deviates ? deviating : usual));
    }
    return rows;
  }

  private static Instant next(Instant time) {
    return time.plus(Duration.ofHours(1));
  }
}
