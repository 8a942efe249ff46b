package org.minorityreport.api.log;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.value.Rules;

/**
 * A row on its way into a store: canonical JSON with a gap for the version that the store assigns.
 *
 * <p>Immutable; the arrays handed in are the row's own from then on.
 */
public final class LogRow {
  private final Log<?> log;
  private final RunId runId;
  private final String key;
  private final @Nullable String subject;
  private final Instant writtenAt;
  private final boolean retracted;
  private final byte[] head;
  private final byte[] tail;
  private final byte[] contentDigest;

  private LogRow(
      Log<?> log,
      RunId runId,
      String key,
      @Nullable String subject,
      Instant writtenAt,
      boolean retracted,
      byte[] head,
      byte[] tail,
      byte[] contentDigest) {
    this.log = Objects.requireNonNull(log, "log");
    this.runId = Objects.requireNonNull(runId, "runId");
    this.key = Objects.requireNonNull(key, "key");
    this.subject = subject;
    this.writtenAt = Objects.requireNonNull(writtenAt, "writtenAt");
    this.retracted = retracted;
    this.head = head;
    this.tail = tail;
    this.contentDigest = contentDigest;
  }

  /**
   * A row.
   *
   * @param log the log it goes to
   * @param runId its line of work
   * @param key canonical JSON array of its key, {@code run_id} first
   * @param subject what it is about, or null
   * @param writtenAt its tick
   * @param retracted whether it retracts its key
   * @param head its JSON up to the version, in UTF-8, without line break
   * @param tail its JSON after the version, likewise
   * @param contentDigest 16 bytes that are equal exactly for rows of a key that count as equal
   * @return the row
   * @throws org.minorityreport.api.error.InvalidValueException if the digest is not 16 bytes long
   */
  public static LogRow of(
      Log<?> log,
      RunId runId,
      String key,
      @Nullable String subject,
      Instant writtenAt,
      boolean retracted,
      byte[] head,
      byte[] tail,
      byte[] contentDigest) {
    Rules.check(contentDigest.length == 16, "content_digest", contentDigest.length, "16 bytes");
    return new LogRow(log, runId, key, subject, writtenAt, retracted, head, tail, contentDigest);
  }

  /** {@return the log it goes to} */
  public Log<?> log() {
    return log;
  }

  /** {@return its line of work} */
  public RunId runId() {
    return runId;
  }

  /** {@return canonical JSON array of its key, {@code run_id} first} */
  public String key() {
    return key;
  }

  /** {@return what it is about: a report, an event, a store} */
  public Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  /** {@return its tick} */
  public Instant writtenAt() {
    return writtenAt;
  }

  /** {@return whether it retracts its key} */
  public boolean isRetracted() {
    return retracted;
  }

  /** {@return a copy of the 16 bytes that are equal exactly for rows that count as equal} */
  public byte[] contentDigest() {
    return contentDigest.clone();
  }

  /**
   * Whether two rows of one key say the same.
   *
   * @param digest the digest of the other row
   * @return true if it is a duplicate
   */
  public boolean sameContent(byte[] digest) {
    return Arrays.equals(contentDigest, digest);
  }

  /**
   * The row as it is stored.
   *
   * @param version the version that the store assigned, 1 or more
   * @return canonical JSON in UTF-8, without line break
   */
  public byte[] json(int version) {
    byte[] digits = Integer.toString(version).getBytes(StandardCharsets.US_ASCII);
    byte[] json = Arrays.copyOf(head, head.length + digits.length + tail.length);
    System.arraycopy(digits, 0, json, head.length, digits.length);
    System.arraycopy(tail, 0, json, head.length + digits.length, tail.length);
    return json;
  }

  /** Log, key and whether it is a retraction, for messages. */
  @Override
  public String toString() {
    return log + " " + key + (retracted ? " (retraction)" : "");
  }
}
