package org.minorityreport.api.log;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;

/**
 * A row on its way into a store: canonical JSON, and what a log must know of it. All that is known
 * is taken from the JSON, so a store that keeps the JSON keeps everything.
 *
 * <p>Immutable and thread-safe; the array handed in is the row's own from then on.
 */
public final class LogRow {
  private static final int DIGEST_BYTES = 16;

  /** Making one takes as long as hashing a short row. It is as new after each digest. */
  private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(LogRow::sha256);

  private final Log<?> log;
  private final byte[] json;

  /** Made when it is asked for, at worst twice: a known row need not be looked through. */
  private @Nullable RowHead head;

  private volatile byte @Nullable [] digest;

  private LogRow(Log<?> log, byte[] json, @Nullable RowHead head) {
    this.log = log;
    this.json = json;
    this.head = head;
  }

  /**
   * The row that some JSON is. All of it is checked: what is no JSON, or has a name twice in one
   * object, would make its whole commit unreadable.
   *
   * @param log the log it goes to
   * @param json canonical JSON in UTF-8, without white space or line break; the version in it is
   *     that of a stored row, or any
   * @return the row
   * @throws org.minorityreport.api.error.ContractException if that is no row of the log
   */
  public static LogRow of(Log<?> log, byte[] json) {
    Objects.requireNonNull(log, "log");
    return new LogRow(log, json, RowHead.of(log, json));
  }

  /**
   * The row that some JSON is which is known to be sound, because it was just made of a record or
   * because a checksum says that it is what was once written: it is looked at only as far as the
   * fields go that a log must know, and not before one of them is asked for.
   *
   * <p>A caller who passes anything else breaks the log: a line break, a text that does not end or
   * a name that is there twice is taken in as it is, is durable once it is appended, and cannot be
   * taken out again. Whoever did not make the bytes calls {@link #of}.
   *
   * @param log the log it goes to
   * @param json as for {@link #of}, which is not checked
   * @return the row; if a field is missing that a log must know, asking it for one throws {@link
   *     org.minorityreport.api.error.ContractException}
   */
  public static LogRow ofSound(Log<?> log, byte[] json) {
    Objects.requireNonNull(log, "log");
    return new LogRow(log, Objects.requireNonNull(json, "json"), null);
  }

  private RowHead head() {
    RowHead known = head;
    if (known == null) {
      known = RowHead.ofSound(log, json);
      head = known;
    }
    return known;
  }

  /** {@return the log it goes to} */
  public Log<?> log() {
    return log;
  }

  /** {@return its line of work} */
  public RunId runId() {
    return head().runId();
  }

  /** {@return canonical JSON array of its key, {@code run_id} first} */
  public String key() {
    return head().key();
  }

  /** {@return what it is about: a report, an event, a store} */
  public Optional<String> subject() {
    return Optional.ofNullable(head().subject());
  }

  /** {@return its tick} */
  public Instant writtenAt() {
    return head().writtenAt();
  }

  /** {@return whether it retracts its key} */
  public boolean isRetracted() {
    return head().retracted();
  }

  /** {@return how many bytes it was made of; stored it may have some digits more or less} */
  public int length() {
    return json.length;
  }

  /** {@return the version in the JSON that it was made of; a store assigns its own} */
  public int statedVersion() {
    return head().version();
  }

  /**
   * The digest of what is compared to tell duplicates: all but the version, and but the fields that
   * the log does not compare.
   *
   * @return a copy of the first 16 bytes of SHA-256, which is computed once
   */
  public byte[] contentDigest() {
    return digest().clone();
  }

  private byte[] digest() {
    byte[] known = digest;
    if (known == null) {
      known = computed();
      digest = known;
    }
    return known;
  }

  private byte[] computed() {
    MessageDigest digest = SHA_256.get();
    ByteRanges compared = head().compared();
    if (compared == null) {
      digest.update(json, 0, head().versionFrom());
      digest.update(json, head().versionTo(), json.length - head().versionTo());
    } else {
      compared.update(digest, json);
    }
    return Arrays.copyOf(digest.digest(), DIGEST_BYTES);
  }

  /**
   * Whether two rows of one key say the same.
   *
   * @param other the digest of the other row
   * @return true if it is a duplicate
   */
  public boolean sameContent(byte[] other) {
    return Arrays.equals(digest(), other);
  }

  /**
   * Whether a stored row is this one, byte for byte but for the digits of the version: then it says
   * the same under the same key. If not, it may yet say the same, in a log that does not compare
   * all fields.
   *
   * @param stored holds the stored row, which must be sound
   * @param from where that begins
   * @param to where it ends
   * @return true if nothing but the version may differ
   */
  public boolean isStoredIn(byte[] stored, int from, int to) {
    if (Arrays.equals(json, 0, json.length, stored, from, to)) {
      return true; // most often, and needs no look at the fields
    }
    RowHead of = head();
    int version = from + of.versionFrom();
    int rest = to - (json.length - of.versionTo());
    return version < rest
        && Arrays.equals(json, 0, of.versionFrom(), stored, from, version)
        && Arrays.equals(json, of.versionTo(), json.length, stored, rest, to)
        && isNumber(stored, version, rest);
  }

  private static boolean isNumber(byte[] stored, int from, int to) {
    boolean digits = true;
    for (int i = from; i < to && digits; i++) {
      digits = stored[i] >= '0' && stored[i] <= '9';
    }
    return digits;
  }

  /**
   * The row as it is stored.
   *
   * @param version the version that the store assigned, 1 or more
   * @return canonical JSON in UTF-8, without line break
   */
  public byte[] json(int version) {
    byte[] digits = digits(version);
    RowHead of = head();
    int from = of.versionFrom();
    int rest = json.length - of.versionTo();
    byte[] stored = Arrays.copyOf(json, from + digits.length + rest);
    System.arraycopy(digits, 0, stored, from, digits.length);
    System.arraycopy(json, of.versionTo(), stored, from + digits.length, rest);
    return stored;
  }

  /**
   * Writes the row as it is stored, without making an array of it.
   *
   * @param version the version that the store assigned, 1 or more
   * @param to takes canonical JSON in UTF-8, without line break
   */
  public void write(int version, ByteArrayOutputStream to) {
    to.write(json, 0, head().versionFrom());
    to.writeBytes(digits(version));
    to.write(json, head().versionTo(), json.length - head().versionTo());
  }

  /** The row in a store. */
  StoredRow stored(int version, CommitPosition position, long rowNumber) {
    RowHead of = head().withVersion(version, digits(version).length);
    return new StoredRow(log, of, position, rowNumber, json(version));
  }

  private static byte[] digits(int version) {
    return Integer.toString(version).getBytes(StandardCharsets.US_ASCII);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** Log, key and whether it is a retraction, for messages. */
  @Override
  public String toString() {
    return log + " " + key() + (isRetracted() ? " (retraction)" : "");
  }
}
