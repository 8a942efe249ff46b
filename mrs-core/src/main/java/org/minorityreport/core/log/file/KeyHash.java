package org.minorityreport.core.log.file;

import com.google.common.hash.Hashing;
import com.google.common.primitives.Longs;
import java.nio.charset.StandardCharsets;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;

/**
 * 128 bits in place of a key: the first of SHA-256, so that nobody can make two keys meet. The low
 * half is never 0, which marks an empty place in a table.
 */
record KeyHash(long high, long low) {
  static KeyHash ofKey(Log<?> log, String key) {
    return of("k\n" + log.wireName() + '\n' + key);
  }

  static KeyHash ofSubject(RunId run, String subject) {
    return of("s\n" + run.value() + '\n' + subject);
  }

  /** A number as a key; numbers that differ make keys that differ. */
  static KeyHash ofNumber(int kind, long number) {
    long spread = number * 0x9E3779B97F4A7C15L; // odd, hence one to one
    return new KeyHash(spread, kind + 1L);
  }

  private static KeyHash of(String text) {
    byte[] digest = Hashing.sha256().hashString(text, StandardCharsets.UTF_8).asBytes();
    long low =
        Longs.fromBytes(
            digest[8],
            digest[9],
            digest[10],
            digest[11],
            digest[12],
            digest[13],
            digest[14],
            digest[15]);
    return new KeyHash(Longs.fromByteArray(digest), low == 0 ? 1 : low);
  }
}
