package org.minorityreport.api.log;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.error.ContractException;
import org.minorityreport.api.error.MrsException;
import org.minorityreport.api.id.RunId;

/**
 * What a log must know of a row, taken from its JSON.
 *
 * @param runId its line of work
 * @param key canonical JSON array of its key
 * @param subject what it is about
 * @param writtenAt its tick
 * @param version the version that the JSON states
 * @param retracted whether it retracts its key
 * @param versionFrom where the digits of the version begin
 * @param versionTo where they end
 * @param compared the members that are compared; null if that is everything but the version
 */
record RowHead(
    RunId runId,
    String key,
    @Nullable String subject,
    Instant writtenAt,
    int version,
    boolean retracted,
    int versionFrom,
    int versionTo,
    @Nullable ByteRanges compared) {

  /**
   * Looks through a row.
   *
   * @throws ContractException if the bytes are no row of that log in canonical JSON, or more
   */
  static RowHead of(Log<?> log, byte[] json) {
    return of(
        log,
        json,
        scan -> {
          scan.run();
          StrictJson.check(json);
        });
  }

  /** Looks no further than it must, which is to the end where not all fields are compared. */
  static RowHead ofSound(Log<?> log, byte[] json) {
    return of(log, json, log.headFields().allCompared() ? RowScan::runThroughHead : RowScan::run);
  }

  private static RowHead of(Log<?> log, byte[] json, Consumer<RowScan> walk) {
    try {
      RowScan scan = new RowScan(log.headFields(), json);
      walk.accept(scan);
      return new RowHead(
          RunId.of(scan.text(HeadFields.RUN_ID)),
          key(log, scan),
          subject(log, scan),
          instant(json, scan),
          scan.version(),
          scan.isRetracted(),
          scan.from(HeadFields.VERSION),
          scan.to(HeadFields.VERSION),
          scan.compared());
    } catch (DateTimeException | MrsException e) {
      String text = new String(json, StandardCharsets.UTF_8);
      String shown = text.length() <= 200 ? text : text.substring(0, 200) + "...";
      throw new ContractException("not a row of " + log + " (" + e.getMessage() + "): " + shown, e);
    }
  }

  RowHead withVersion(int other, int digits) {
    return new RowHead(
        runId,
        key,
        subject,
        writtenAt,
        other,
        retracted,
        versionFrom,
        versionFrom + digits,
        compared);
  }

  private static String key(Log<?> log, RowScan scan) {
    int[] fields = log.headFields().key();
    StringBuilder key = new StringBuilder(160);
    key.append('[').append(scan.quoted(HeadFields.RUN_ID));
    for (int field : fields) {
      key.append(',').append(scan.quoted(field));
    }
    return key.append(']').toString();
  }

  private static @Nullable String subject(Log<?> log, RowScan scan) {
    int field = log.headFields().subject();
    return field != HeadFields.NONE && scan.has(field) ? scan.text(field) : null;
  }

  /** Most instants are whole seconds of this era, which need no parser. */
  private static Instant instant(byte[] json, RowScan scan) {
    int from = scan.from(HeadFields.WRITTEN_AT) + 1;
    int to = scan.to(HeadFields.WRITTEN_AT) - 1;
    long second = WholeSecond.of(json, from, to);
    return second == WholeSecond.NONE
        ? Instant.parse(scan.text(HeadFields.WRITTEN_AT))
        : Instant.ofEpochSecond(second);
  }
}
