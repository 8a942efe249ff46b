package org.minorityreport.core.json;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.identity.Digests;

/** Turns records into rows of logs and back. Thread-safe. */
public final class LogCodec {
  private static final byte[] VERSION = "\"version\":".getBytes(StandardCharsets.US_ASCII);
  private static final int DIGEST_BYTES = 16;
  private static final Map<Log<?>, KeyParts> KEYS = new ConcurrentHashMap<>();

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
    byte[] json = CanonicalJson.bytes(row);
    KeyParts parts = KEYS.computeIfAbsent(log, KeyParts::new);
    return row(
        log,
        row.runId(),
        parts.key(row),
        parts.subject(row).orElse(null),
        row.writtenAt(),
        false,
        json);
  }

  /**
   * The row that stored JSON is of: what {@link #row(Log, LogRecord)} made before it was stored.
   *
   * @param log the log it is in
   * @param json the JSON of one row, its version included
   * @return the row
   * @throws ContractException if the text is no row of that log
   */
  public static LogRow row(Log<?> log, byte[] json) {
    return row(log, RowHeader.of(log, json, 0, json.length), json);
  }

  /**
   * The row that stored JSON is of, if its header is known.
   *
   * @param log the log it is in
   * @param header the header of the row
   * @param json the JSON of the row, its version included
   * @return the row
   */
  public static LogRow row(Log<?> log, RowHeader header, byte[] json) {
    return row(
        log,
        header.runId(),
        header.key(),
        header.subject().orElse(null),
        header.writtenAt(),
        header.isRetracted(),
        json);
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
    String subject = row.log().subjectField().map(f -> String.valueOf(all.get(f))).orElse(null);
    return row(
        row.log(),
        row.runId(),
        row.key(),
        subject,
        row.writtenAt(),
        true,
        CanonicalJson.object(kept));
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
   * The wire names of a log's properties in the order of its rows.
   *
   * @param log the log
   * @return names
   */
  public static List<String> properties(Log<?> log) {
    return DeclaredOrder.of(log.recordType());
  }

  private static LogRow row(
      Log<?> log,
      RunId run,
      String key,
      @Nullable String subject,
      Instant writtenAt,
      boolean retracted,
      byte[] json) {
    int start = versionStart(json);
    int end = start;
    while (json[end] >= '0' && json[end] <= '9') {
      end++;
    }
    byte[] head = Arrays.copyOf(json, start);
    byte[] tail = Arrays.copyOfRange(json, end, json.length);
    byte[] compared =
        log.notCompared().isEmpty() ? Digests.sha256(head, tail) : comparable(log, json);
    return LogRow.of(
        log,
        run,
        key,
        subject,
        writtenAt,
        retracted,
        head,
        tail,
        Arrays.copyOf(compared, DIGEST_BYTES));
  }

  /** The first property of that name is the row's own: only scalars stand before it. */
  private static int versionStart(byte[] json) {
    for (int i = 0; i <= json.length - VERSION.length; i++) {
      if (Arrays.equals(json, i, i + VERSION.length, VERSION, 0, VERSION.length)) {
        return i + VERSION.length;
      }
    }
    throw new ContractException("no version in " + new String(json, StandardCharsets.UTF_8));
  }

  private static byte[] comparable(Log<?> log, byte[] json) {
    Map<String, Object> fields = new LinkedHashMap<>(CanonicalJson.fields(json));
    fields.keySet().removeAll(log.notCompared());
    fields.remove("version");
    return Digests.sha256(CanonicalJson.object(fields));
  }
}
