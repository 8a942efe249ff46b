package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.RefusedRow;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.core.identity.Digests;

/** Rows of errors_log for what a source could not read. */
final class DeadLetters {
  /** The stage that meets bad input. */
  static final String STAGE = "inputs";

  private static final int MAX_PAYLOAD = 64 * 1024;
  private static final String CUT = " [cut]";
  private static final Comparator<RefusedRow> ORDER =
      Comparator.comparing(RefusedRow::source)
          .thenComparing(RefusedRow::kind)
          .thenComparing(RefusedRow::payload)
          .thenComparing(RefusedRow::message);

  private DeadLetters() {}

  /** The rows in an order of their own, as the order of files must not matter. */
  static List<ErrorRecord> of(RunId run, Instant tick, List<RefusedRow> refused) {
    return refused.stream().sorted(ORDER).map(row -> of(run, tick, row)).toList();
  }

  private static ErrorRecord of(RunId run, Instant tick, RefusedRow row) {
    return ErrorRecord.builder()
        .runId(run)
        .writtenAt(tick)
        .stage(STAGE)
        .kind(row.kind())
        .source(row.source())
        .payloadDigest(Digests.sha256Hex(row.payload().getBytes(UTF_8)))
        .payload(cut(row.payload()))
        .message(row.message())
        .attempts(1)
        .build();
  }

  /** At most 64 KiB of UTF-8, never half a character. */
  private static String cut(String payload) {
    if (payload.getBytes(UTF_8).length <= MAX_PAYLOAD) {
      return payload;
    }
    int bytes = 0;
    int end = 0;
    while (end < payload.length()) {
      int next = Character.charCount(payload.codePointAt(end));
      bytes += payload.substring(end, end + next).getBytes(UTF_8).length;
      if (bytes > MAX_PAYLOAD - CUT.length()) {
        break;
      }
      end += next;
    }
    return payload.substring(0, end) + CUT;
  }
}
