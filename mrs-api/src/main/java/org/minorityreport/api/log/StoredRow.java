package org.minorityreport.api.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import org.minorityreport.api.id.RunId;

/** A row as a store gives it back. Immutable. */
public final class StoredRow {
  private final Log<?> log;
  private final RunId runId;
  private final String key;
  private final Instant writtenAt;
  private final int version;
  private final boolean retracted;
  private final CommitPosition position;
  private final long rowNumber;
  private final byte[] json;

  private StoredRow(
      Log<?> log,
      RunId runId,
      String key,
      Instant writtenAt,
      int version,
      boolean retracted,
      CommitPosition position,
      long rowNumber,
      byte[] json) {
    this.log = Objects.requireNonNull(log, "log");
    this.runId = Objects.requireNonNull(runId, "runId");
    this.key = Objects.requireNonNull(key, "key");
    this.writtenAt = Objects.requireNonNull(writtenAt, "writtenAt");
    this.retracted = retracted;
    this.version = version;
    this.position = Objects.requireNonNull(position, "position");
    this.rowNumber = rowNumber;
    this.json = json;
  }

  /**
   * A row that a store took in.
   *
   * @param row the row
   * @param version the version it got, 1 or more
   * @param position the commit that brought it
   * @param rowNumber its number among the rows of its run in its log, from 1
   * @return the stored row
   */
  public static StoredRow of(LogRow row, int version, CommitPosition position, long rowNumber) {
    return new StoredRow(
        row.log(),
        row.runId(),
        row.key(),
        row.writtenAt(),
        version,
        row.isRetracted(),
        position,
        rowNumber,
        row.json(version));
  }

  /**
   * A row that a store finds again in what it kept.
   *
   * @param log the log
   * @param runId its line of work
   * @param key canonical JSON array of its key, {@code run_id} first
   * @param writtenAt its tick
   * @param version the version it got, 1 or more
   * @param retracted whether it retracts its key
   * @param position the commit that brought it
   * @param rowNumber its number among the rows of its run in its log, from 1
   * @param json its canonical JSON in UTF-8, without line break; the row's own from then on
   * @return the stored row
   */
  public static StoredRow of(
      Log<?> log,
      RunId runId,
      String key,
      Instant writtenAt,
      int version,
      boolean retracted,
      CommitPosition position,
      long rowNumber,
      byte[] json) {
    return new StoredRow(log, runId, key, writtenAt, version, retracted, position, rowNumber, json);
  }

  /** {@return the log} */
  public Log<?> log() {
    return log;
  }

  /** {@return the line of work} */
  public RunId runId() {
    return runId;
  }

  /** {@return canonical JSON array of the key, {@code run_id} first} */
  public String key() {
    return key;
  }

  /** {@return the tick} */
  public Instant writtenAt() {
    return writtenAt;
  }

  /** {@return which appearance of its key it is, from 1} */
  public int version() {
    return version;
  }

  /** {@return whether it retracts its key} */
  public boolean isRetracted() {
    return retracted;
  }

  /** {@return the commit that brought it} */
  public CommitPosition position() {
    return position;
  }

  /** {@return its number among the rows of its run in its log, from 1} */
  public long rowNumber() {
    return rowNumber;
  }

  /** {@return a copy of its canonical JSON in UTF-8} */
  public byte[] json() {
    return json.clone();
  }

  /** {@return its canonical JSON as text} */
  public String text() {
    return new String(json, StandardCharsets.UTF_8);
  }

  /** Log, row number and position, for messages. */
  @Override
  public String toString() {
    return log + " row " + rowNumber + " at position " + position;
  }
}
