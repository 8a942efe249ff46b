package org.minorityreport.core.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;

/** Turns records into rows of logs and back. Thread-safe. */
public final class LogCodec {
  private LogCodec() {}

  /**
   * The row of a record.
   *
   * @param <R> type of the record
   * @param log the log it goes to
   * @param row the record; its version is left to the store
   * @return the row
   */
  public static <R extends LogRecord> LogRow row(Log<R> log, R row) {
    return LogRow.ofSound(log, CanonicalJson.bytes(row));
  }

  /**
   * The retraction of a row: what every row has, its key and nothing else.
   *
   * @param row a row that stands
   * @return the row that takes it back
   */
  public static LogRow retraction(StoredRow row) {
    Map<String, Object> all = CanonicalJson.fields(row.json());
    Map<String, Object> kept = new LinkedHashMap<>();
    all.forEach(
        (name, value) -> {
          if (name.equals("run_id")
              || name.equals("written_at")
              || name.equals("version")
              || row.log().keyFields().contains(name)) {
            kept.put(name, value);
          }
        });
    kept.put("retracted", true);
    return LogRow.of(row.log(), CanonicalJson.object(kept));
  }

  /**
   * The record of a row.
   *
   * @param <R> type of the record
   * @param log the log it is of
   * @param row a row with content
   * @return the record
   * @throws ContractException if the row is a retraction or no such record
   */
  public static <R extends LogRecord> R read(Log<R> log, StoredRow row) {
    if (row.isRetracted()) {
      throw new ContractException(row + " is a retraction; it has no content");
    }
    return CanonicalJson.read(row.json(), log.recordType());
  }

  /**
   * Whether a row is of an older schema: it lacks a field that the same record has when it is
   * written now. Fields are only ever added, so a row that lacks none is as good as a new one.
   *
   * @param <R> type of the record
   * @param log the log it is of
   * @param row a row with content
   * @return whether a library wrote it that knew fewer fields
   */
  public static <R extends LogRecord> boolean isOfOlderSchema(Log<R> log, StoredRow row) {
    Set<String> now = CanonicalJson.fields(row(log, read(log, row)).json(row.version())).keySet();
    return !CanonicalJson.fields(row.json()).keySet().containsAll(now);
  }

  /**
   * The wire names of a log's properties in the order of its rows.
   *
   * @param log the log
   * @return names
   */
  public static List<String> properties(Log<?> log) {
    return DeclaredOrder.of(log.recordType());
  }
}
