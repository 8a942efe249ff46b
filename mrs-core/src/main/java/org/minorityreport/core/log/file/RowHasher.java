package org.minorityreport.core.log.file;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.LogRow;

/** Makes the numbers that stand for keys, contents and subjects. One thread at a time. */
final class RowHasher {
  private static final HashFunction SUBJECTS = Hashing.sipHash24();

  private final MessageDigest sha256;

  RowHasher() {
    try {
      this.sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  KeyHash key(String key) {
    byte[] digest = sha256.digest(key.getBytes(StandardCharsets.UTF_8));
    return new KeyHash(number(digest, 0), number(digest, 8));
  }

  /** What a row says, likewise. */
  static KeyHash content(LogRow row) {
    byte[] digest = row.contentDigest();
    return new KeyHash(number(digest, 0), number(digest, 8));
  }

  /** 64 bits in place of what a row is about; 0 if it is about nothing. */
  static long subject(LogRow row) {
    return row.subject().map(subject -> subject(row.runId(), subject)).orElse(0L);
  }

  static long subject(RunId run, String subject) {
    return SUBJECTS.hashString(run.value() + '\n' + subject, StandardCharsets.UTF_8).asLong();
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
