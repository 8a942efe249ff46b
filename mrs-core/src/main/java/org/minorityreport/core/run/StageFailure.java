package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.core.identity.Digests;

/** Dead letters of stages that threw. */
final class StageFailure {
  /** The kind of these dead letters. */
  static final String KIND = "stage_failed";

  private static final String AT_TICK = " at tick ";

  private StageFailure() {}

  /**
   * The dead letter of a stage.
   *
   * @param about what it was working on: a store, or the tick
   * @param failure what it threw
   */
  static ErrorRecord letter(
      RunId run, Instant tick, String stage, Object about, @Nullable Throwable failure) {
    String payload = about + AT_TICK + tick;
    return ErrorRecord.builder()
        .runId(run)
        .writtenAt(tick)
        .stage(stage)
        .kind(KIND)
        .source(stage)
        .payloadDigest(Digests.sha256Hex(payload.getBytes(UTF_8)))
        .payload(payload)
        .message("it threw " + failure)
        .attempts(1)
        .build();
  }

  /** {@return what a stage was working on, by its dead letter} */
  static String about(ErrorRecord letter) {
    String payload = letter.payload();
    return payload.substring(0, payload.lastIndexOf(AT_TICK));
  }
}
