package org.minorityreport.testkit;

import java.time.Instant;
import java.util.List;
import org.minorityreport.api.id.NotificationId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.MonitoringRecord;
import org.minorityreport.api.record.NotificationRecord;
import org.minorityreport.api.record.RetrainRequest;
import org.minorityreport.core.json.LogCodec;

/** Rows that monitoring writes about a model, which takes more days than the small worlds have. */
final class MonitoredRows {
  private static final Instant TICK = Instant.parse("2025-10-01T00:00:00Z");

  private MonitoredRows() {}

  static void into(LogStore store) {
    MonitoringRecord measure =
        MonitoringRecord.builder()
            .runId(SmallWorld.RUN)
            .writtenAt(TICK)
            .role("baseline")
            .modelName("mock-baseline")
            .modelVersion("1")
            .metric("input_drift")
            .subject("actual_units")
            .window("2025-09-03T00:00:00Z/2025-10-01T00:00:00Z")
            .reference("2025-08-05T00:00:00Z/2025-09-02T00:00:00Z")
            .samples(300)
            .value(0.31)
            .threshold(0.25)
            .crossed(true)
            .build();
    RetrainRequest request =
        RetrainRequest.builder()
            .runId(SmallWorld.RUN)
            .writtenAt(TICK)
            .requestId("RQ-" + "0".repeat(32))
            .role("baseline")
            .modelName("mock-baseline")
            .modelVersion("1")
            .reason("drift")
            .metric("input_drift")
            .value(0.31)
            .threshold(0.25)
            .build();
    NotificationRecord notification =
        NotificationRecord.builder()
            .runId(SmallWorld.RUN)
            .writtenAt(TICK)
            .notificationId(NotificationId.of("NO-" + "0".repeat(32)))
            .subject("stage_runs_log")
            .triggerCondition("2 ticks behind")
            .subscriber("ann")
            .channel("inbox")
            .position(1)
            .outcome("delivered")
            .attempt(1)
            .rule("late@1")
            .level("urgent")
            .build();
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    Logs.NOTIFICATIONS,
                    Writer.ALERTING,
                    List.of(LogCodec.row(Logs.NOTIFICATIONS, notification))),
                LogSlice.of(
                    Logs.MODEL_MONITORING,
                    Writer.LIFECYCLE,
                    List.of(LogCodec.row(Logs.MODEL_MONITORING, measure))),
                LogSlice.of(
                    Logs.RETRAIN_REQUESTS,
                    Writer.LIFECYCLE,
                    List.of(LogCodec.row(Logs.RETRAIN_REQUESTS, request))))));
  }
}
