package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.core.log.file.Anchor;
import org.minorityreport.core.log.file.DirectoryLogStore;

/** What a released library wrote is read, checked and continued by this one. */
class SampleStoreTest {
  private static final Path SUMMARY =
      GoldenFile.inRepository("src/test/resources/sample-store/v1-summary.txt");

  @TempDir Path temporary;

  @BeforeAll
  static void regenerate(@TempDir Path made) {
    if (Boolean.getBoolean("mrs.regenerate")) {
      SampleStore.make(made);
      SampleStore.files(made)
          .forEach((name, text) -> GoldenFile.check(SampleStore.KEPT.resolve(name), text));
    }
  }

  @Test
  void code_makesTheSameBytes() {
    SampleStore.make(temporary.resolve("made"));

    assertThat(SampleStore.files(temporary.resolve("made")))
        .isEqualTo(SampleStore.files(SampleStore.KEPT));
  }

  /** Anchor, reports, events and numbers of rows are those of the release. */
  @Test
  void keptStore_isReadAsTheReleaseReadIt() {
    Path copy = SampleStore.copy(SampleStore.KEPT, temporary.resolve("copy"));
    Map<String, String> before = SampleStore.files(copy);
    try (DirectoryLogStore store = LogStores.directoryForReading(copy)) {
      assertThat(store.verify()).isEmpty();
      GoldenFile.check(SUMMARY, summary(store));
    }
    assertThat(SampleStore.files(copy)).isEqualTo(before);
  }

  @Test
  void keptStore_isContinued() {
    Path copy = SampleStore.copy(SampleStore.KEPT, temporary.resolve("copy"));
    Anchor anchor;
    try (DirectoryLogStore store = LogStores.directory(copy, SampleStore.OPTIONS)) {
      assertThat(store.openingReport()).isEmpty();
      assertThat(store.verify()).isEmpty();
      anchor = store.anchor();
      store.append(another(store));
      assertThat(store.head().value()).isEqualTo(anchor.position().value() + 1);
    }
    try (DirectoryLogStore store = LogStores.directoryForReading(copy)) {
      assertThat(store.verify(anchor)).isEmpty();
    }
  }

  @Test
  void sameRecordsAgain_appendNothing() {
    Path copy = SampleStore.copy(SampleStore.KEPT, temporary.resolve("copy"));
    try (DirectoryLogStore store = LogStores.directory(copy, SampleStore.OPTIONS)) {
      Anchor before = store.anchor();
      long appended = 0;
      for (Log<?> log : Logs.all()) {
        Map<String, StoredRow> newest = new LinkedHashMap<>();
        rows(store, log).forEach(row -> newest.put(row.key(), row));
        List<LogRow> again = newest.values().stream().map(row -> again(log, row)).toList();
        if (!again.isEmpty()) {
          AppendResult result =
              store.append(Commit.of(List.of(LogSlice.of(log, anyWriter(log), again))));
          assertThat(result.duplicates()).isEqualTo(again.size());
          appended += again.size();
        }
      }
      assertThat(appended).isGreaterThan(60);
      assertThat(store.anchor()).isEqualTo(before);
    }
  }

  /** Every record that is read is written with the same bytes. */
  @Test
  void records_areRewrittenAsTheyStand() {
    try (DirectoryLogStore store = LogStores.directoryForReading(SampleStore.KEPT)) {
      for (Log<?> log : Logs.all()) {
        for (StoredRow row : rows(store, log)) {
          assertThat(new String(again(log, row).json(row.version()), UTF_8)).isEqualTo(row.text());
        }
      }
    }
  }

  /** A sample that lacks something shows nothing about it. */
  @Test
  void sample_hasAllThatAStoreCanHave() throws IOException {
    try (DirectoryLogStore store = LogStores.directoryForReading(SampleStore.KEPT)) {
      List<StoredRow> all = new ArrayList<>();
      for (Log<?> log : Logs.all()) {
        all.addAll(rows(store, log));
      }
      assertThat(all).anyMatch(StoredRow::isRetracted);
      assertThat(all).anyMatch(row -> row.version() == 2 && !row.isRetracted());
      assertThat(all.stream().map(StoredRow::log).distinct()).hasSizeGreaterThanOrEqualTo(19);
      assertThat(store.head().value()).isGreaterThanOrEqualTo(8);
    }
    assertThat(SampleStore.files(SampleStore.KEPT))
        .containsKeys("format", "journal", "minority_reports_detected_log/000002.jsonl")
        .doesNotContainKeys("lock", "holder");
  }

  private static Commit another(LogStore store) {
    StoredRow row = rows(store, Logs.REPORTS_DETECTED).get(1);
    LogRow retraction = LogCodec.retraction(row);
    return Commit.of(
        List.of(LogSlice.of(Logs.REPORTS_DETECTED, Writer.DETECTION, List.of(retraction))));
  }

  private static String summary(DirectoryLogStore store) {
    StringBuilder lines = new StringBuilder();
    lines.append("anchor ").append(store.anchor()).append('\n');
    HydratedView view = Hydration.hydrate(store, SmallWorld.RUN, AsOf.now());
    view.reports()
        .all()
        .forEach(
            report ->
                lines.append(
                    "report %s %s %s\n"
                        .formatted(
                            report.reportId(),
                            report.reportStatus(),
                            report.reportGroupId().map(Object::toString).orElse("-"))));
    view.events()
        .all()
        .forEach(
            event ->
                lines.append(
                    "event %s %s %d\n"
                        .formatted(event.eventId(), event.eventStatus(), event.cohortSize())));
    for (Log<?> log : Logs.all()) {
      long rows = store.count(log, SmallWorld.RUN, store.head());
      if (rows > 0) {
        lines.append("rows %s %d\n".formatted(log, rows));
      }
    }
    return lines.toString();
  }

  private static <R extends LogRecord> LogRow again(Log<R> log, StoredRow row) {
    return row.isRetracted()
        ? LogRow.of(log, row.json())
        : LogCodec.row(log, LogCodec.read(log, row));
  }

  private static Writer anyWriter(Log<?> log) {
    return log.writers().stream().sorted().findFirst().orElseThrow();
  }

  private static List<StoredRow> rows(LogStore store, Log<?> log) {
    List<StoredRow> rows = new ArrayList<>();
    store.read(log, SmallWorld.RUN, CommitPosition.START, store.head(), rows::add);
    return rows;
  }
}
