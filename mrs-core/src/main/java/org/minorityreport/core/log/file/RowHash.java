package org.minorityreport.core.log.file;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogRow;

/** Makes the numbers that stand for keys, contents and subjects. */
final class RowHash {
  private static final ThreadLocal<MessageDigest> SHA_256 =
      ThreadLocal.withInitial(RowHash::sha256);
  private static final HashFunction SUBJECTS = Hashing.farmHashFingerprint64();

  private RowHash() {}

  static KeyHash ofKey(String key) {
    return keyHash(SHA_256.get().digest(key.getBytes(StandardCharsets.UTF_8)));
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  /** What a row says, likewise. */
  static KeyHash ofContent(LogRow row) {
    return keyHash(row.contentDigest());
  }

  /** 64 bits in place of what a row is about; 0 if it is about nothing. */
  static long ofSubject(LogRow row) {
    return row.subject().map(subject -> ofSubject(row.runId(), subject)).orElse(0L);
  }

  static long ofSubject(RunId run, String subject) {
    byte[] text = (run.value() + '\n' + subject).getBytes(StandardCharsets.UTF_8);
    return SUBJECTS.hashBytes(text).asLong();
  }

  private static KeyHash keyHash(byte[] digest) {
    return new KeyHash(number(digest, 0), number(digest, Long.BYTES));
  }

  private static long number(byte[] digest, int at) {
    return Longs.fromBytes(
        digest[at],
        digest[at + 1],
        digest[at + 2],
        digest[at + 3],
        digest[at + 4],
        digest[at + 5],
        digest[at + 6],
        digest[at + 7]);
  }
}
