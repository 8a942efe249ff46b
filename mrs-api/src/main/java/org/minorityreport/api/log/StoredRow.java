package org.minorityreport.api.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.minorityreport.api.id.RunId;

/** A row as a store gives it back. Immutable. */
public final class StoredRow {
  private final Log<?> log;
  private final RowHead head;
  private final CommitPosition position;
  private final long rowNumber;
  private final byte[] json;

  StoredRow(Log<?> log, RowHead head, CommitPosition position, long rowNumber, byte[] json) {
    this.log = log;
    this.head = head;
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
    return row.stored(version, position, rowNumber);
  }

  /**
   * A row that a store finds again in what it kept.
   *
   * @param log the log
   * @param json its canonical JSON in UTF-8, without line break; the row's own from then on
   * @param position the commit that brought it
   * @param rowNumber its number among the rows of its run in its log, from 1
   * @return the stored row
   * @throws org.minorityreport.api.error.ContractException if the JSON is no row of the log
   */
  public static StoredRow of(Log<?> log, byte[] json, CommitPosition position, long rowNumber) {
    Objects.requireNonNull(log, "log");
    return new StoredRow(log, RowHead.of(log, json), position, rowNumber, json);
  }

  /** {@return the log} */
  public Log<?> log() {
    return log;
  }

  /** {@return the line of work} */
  public RunId runId() {
    return head.runId();
  }

  /** {@return canonical JSON array of the key, {@code run_id} first} */
  public String key() {
    return head.key();
  }

  /** {@return what it is about: a report, an event, a store} */
  public Optional<String> subject() {
    return Optional.ofNullable(head.subject());
  }

  /** {@return the tick} */
  public Instant writtenAt() {
    return head.writtenAt();
  }

  /** {@return which appearance of its key it is, from 1} */
  public int version() {
    return head.version();
  }

  /** {@return whether it retracts its key} */
  public boolean isRetracted() {
    return head.retracted();
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
