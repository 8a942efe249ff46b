package org.minorityreport.examples.benchmarks.reading;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.core.json.CanonicalJson;

/** The newest row of each report in each log, and where it stands. One thread at a time. */
final class NewestRows {
  /** The logs whose rows are about one report and begin with their key. */
  static final List<Log<?>> LOGS =
      List.of(
          Logs.REPORTS_DETECTED,
          Logs.REPORTS_ENDED,
          Logs.REPORTS_CLUSTERED,
          Logs.REPORTS_ATTRIBUTED,
          Logs.REPORTS_COHORTED,
          Logs.REPORTS_FINALISED);

  /** The 128 bits of a report's id. */
  record Id(long high, long low) {}

  /** A row: when it was written, its version, and its bytes in a file. */
  record Row(long writtenAt, long version, int file, long offset, int length) {
    boolean isNewerThan(Row other) {
      return writtenAt != other.writtenAt ? writtenAt > other.writtenAt : version > other.version;
    }
  }

  private final Map<String, Map<Id, Row>> byLog = new HashMap<>();

  /** The rows of the log that a file is of. */
  Map<Id, Row> of(Path file) {
    Path folder = file.getParent();
    String log = folder == null ? "" : String.valueOf(folder.getFileName());
    return byLog.computeIfAbsent(log, name -> new HashMap<>());
  }

  static void add(Map<Id, Row> rows, Id id, Row row) {
    rows.merge(id, row, (known, other) -> other.isNewerThan(known) ? other : known);
  }

  void addAll(NewestRows others) {
    others.byLog.forEach(
        (log, rows) -> {
          Map<Id, Row> ours = byLog.computeIfAbsent(log, name -> new HashMap<>());
          rows.forEach((id, row) -> add(ours, id, row));
        });
  }

  /** Reads the newest rows to see what they say. */
  Answer answer(List<Path> files) throws IOException {
    Set<Id> reports = new HashSet<>();
    byLog.values().forEach(rows -> reports.addAll(rows.keySet()));
    return new Answer(
        reports.size(),
        sum(files, Logs.REPORTS_DETECTED, "attributed_sales_total"),
        sum(files, Logs.REPORTS_ATTRIBUTED, "confidence_score"));
  }

  private BigDecimal sum(List<Path> files, Log<?> log, String field) throws IOException {
    Map<Integer, RandomAccessFile> open = new HashMap<>();
    BigDecimal sum = BigDecimal.ZERO;
    try {
      for (Row row : byLog.getOrDefault(log.wireName(), Map.of()).values()) {
        RandomAccessFile file = open.get(row.file);
        if (file == null) {
          file = new RandomAccessFile(files.get(row.file).toFile(), "r");
          open.put(row.file, file);
        }
        byte[] json = new byte[row.length];
        file.seek(row.offset);
        file.readFully(json);
        sum = sum.add(new BigDecimal(String.valueOf(CanonicalJson.fields(json).get(field))));
      }
    } finally {
      for (RandomAccessFile file : open.values()) {
        file.close();
      }
    }
    return sum;
  }
}
