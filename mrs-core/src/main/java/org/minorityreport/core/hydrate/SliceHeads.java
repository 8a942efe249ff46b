package org.minorityreport.core.hydrate;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.log.file.RowSlice;

/**
 * Takes the heads of rows out of slices. The rows of a report or an event begin alike, and what
 * begins so and says {@code true} nowhere is told by a few comparisons; every other row is looked
 * through by the reader of the contract. One thread at a time.
 */
final class SliceHeads {
  private static final int ID = 35;
  private static final byte[] VERSION = bytes("\",\"version\":");

  private final Log<?> log;
  private final RunId run;
  private final Consumer<? super SeenRow> eye;
  private final SeenRow seen;
  private final LineWalk lines = new LineWalk();
  private final byte[] begin;
  private final byte[] middle;
  private byte[] time = new byte[0];
  private Instant tick = Instant.EPOCH;
  private int at;

  SliceHeads(Log<?> log, RunId run, Consumer<? super SeenRow> eye) {
    this.log = log;
    this.run = run;
    this.eye = eye;
    this.seen = new SeenRow(log);
    this.begin = bytes("{\"" + log.subjectField().orElse("") + "\":\"");
    this.middle = bytes(",\"run_id\":" + CanonicalJson.text(run.value()) + ",\"written_at\":\"");
  }

  void walk(RowSlice slice) {
    seen.position = slice.position();
    seen.number = slice.firstRow() - 1;
    byte[] bytes = slice.bytes();
    lines.over(bytes, slice.length());
    while (lines.next()) {
      boolean wanted =
          (!lines.isFlagged() && isPlain(bytes))
              || isOfRun(Arrays.copyOfRange(bytes, lines.start(), lines.end()));
      if (wanted) {
        seen.number++;
        seen.at(bytes, lines.start(), lines.end(), slice.segment(), slice.offset() + lines.start());
        eye.accept(seen);
      }
    }
  }

  /** A row of the run that is not degraded and takes nothing back, by the look of its beginning. */
  private boolean isPlain(byte[] bytes) {
    at = lines.start();
    if (!follows(bytes, begin)) {
      return false;
    }
    int subject = at;
    at += ID;
    if (!follows(bytes, VERSION)) {
      return false;
    }
    int version = version(bytes);
    if (version < 1 || !follows(bytes, middle) || !time(bytes)) {
      return false;
    }
    seen.subject(bytes, subject, subject + ID);
    seen.version = version;
    seen.writtenAt = tick;
    seen.retracted = false;
    seen.codes = null;
    return true;
  }

  private boolean follows(byte[] bytes, byte[] text) {
    boolean so =
        at + text.length <= lines.end()
            && Arrays.equals(bytes, at, at + text.length, text, 0, text.length);
    at += text.length;
    return so;
  }

  /** The version; 0 if it is too long to be told here. */
  private int version(byte[] bytes) {
    int from = at;
    int version = 0;
    while (at - from < 9 && bytes[at] >= '0' && bytes[at] <= '9') {
      version = version * 10 + bytes[at] - '0';
      at++;
    }
    return version;
  }

  /** Rows of a commit mostly have one tick, so the text of the one before is compared first. */
  private boolean time(byte[] bytes) {
    int from = at;
    int to = from + time.length;
    if (time.length > 0
        && to < lines.end()
        && bytes[to] == '"'
        && Arrays.equals(bytes, from, to, time, 0, time.length)) {
      return true;
    }
    to = from;
    while (to < lines.end() && bytes[to] != '"') {
      to++;
    }
    byte[] text = Arrays.copyOfRange(bytes, from, to);
    try {
      tick = Instant.parse(new String(text, StandardCharsets.ISO_8859_1));
    } catch (DateTimeException e) {
      return false;
    }
    time = text;
    return true;
  }

  private boolean isOfRun(byte[] json) {
    LogRow sound = LogRow.ofSound(log, json);
    StoredRow row = StoredRow.of(sound, sound.statedVersion(), seen.position, seen.number + 1);
    if (!row.runId().equals(run)) {
      return false;
    }
    seen.headOf(row);
    seen.number--; // the walk counts
    return true;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
