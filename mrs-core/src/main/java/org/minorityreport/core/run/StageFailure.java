package org.minorityreport.core.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.record.ErrorRecord;
import org.minorityreport.core.identity.Digests;

/** Dead letters of stages that threw. */
final class StageFailure {
  private StageFailure() {}

  /**
   * The dead letter of a stage.
   *
   * @param about what it was working on: a store, or the tick
   * @param failure what it threw
   */
  static ErrorRecord letter(
      RunId run, Instant tick, String stage, Object about, @Nullable Throwable failure) {
    String payload = about + " at tick " + tick;
    return ErrorRecord.builder()
        .runId(run)
        .writtenAt(tick)
        .stage(stage)
        .kind("stage_failed")
        .source(stage)
        .payloadDigest(Digests.sha256Hex(payload.getBytes(UTF_8)))
        .payload(payload)
        .message("it threw " + failure)
        .attempts(1)
        .build();
  }
}
