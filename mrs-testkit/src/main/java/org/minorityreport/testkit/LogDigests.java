package org.minorityreport.testkit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;

/**
 * Digests of the logs of a run: two runs with equal digests wrote the same bytes in the same order.
 * The log of tags is left out: tags hold commit positions, which depend on what else is in a store.
 */
public final class LogDigests {
  private LogDigests() {}

  /**
   * The digest of every log of a run that has rows, but for those of tags and notifications.
   *
   * @param store where the rows are
   * @param run the line of work
   * @return wire name to SHA-256, as hex, over the JSON of its rows with a line break after each,
   *     by wire name
   */
  public static SortedMap<String, String> of(LogStore store, RunId run) {
    CommitPosition head = store.head();
    SortedMap<String, String> digests = new TreeMap<>();
    for (Log<?> log : Logs.all()) {
      if (log != Logs.TAGS && log != Logs.NOTIFICATIONS && store.count(log, run, head) > 0) {
        MessageDigest digest = sha256();
        store.read(
            log,
            run,
            CommitPosition.START,
            head,
            row -> digest.update((row.text() + "\n").getBytes(StandardCharsets.UTF_8)));
        digests.put(log.wireName(), HexFormat.of().formatHex(digest.digest()));
      }
    }
    return digests;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
