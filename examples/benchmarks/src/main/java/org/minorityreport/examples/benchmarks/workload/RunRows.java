package org.minorityreport.examples.benchmarks.workload;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.input.Store;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.StoreRecord;

/** What a run writes about its stores and stages. */
final class RunRows {
  private static final Map<String, String> ROLES =
      Map.of(
          "detection", "baseline",
          "clustering", "cluster",
          "attribution", "attribution",
          "cohorting", "cohort");

  private RunRows() {}

  /** All stores, as first seen. */
  static List<StoreRecord> stores() {
    return IntStream.range(0, ReportTicks.STORES).mapToObj(RunRows::store).toList();
  }

  /** How each stage fared at a tick at which so many reports were open. */
  static List<StageRun> stages(long tick, int reports) {
    return Stream.of("detection", "clustering", "attribution", "cohorting")
        .map(stage -> stage(stage, tick, reports))
        .toList();
  }

  private static StageRun stage(String stage, long tick, int reports) {
    String role = ROLES.getOrDefault(stage, stage);
    return StageRun.builder()
        .runId(ReportTicks.RUN)
        .writtenAt(ReportTicks.time(tick))
        .stage(stage)
        .outcome(StageOutcome.OK)
        .rowsIn(reports)
        .rowsOut(reports)
        .rowsError(0)
        .putModelVersions(role, "model@1")
        .addCalls(
            ModelCalls.builder()
                .role(role)
                .modelName("model")
                .modelVersion("1")
                .route("primary")
                .ok(reports)
                .failed(0)
                .build())
        .configId("CF-9a755c08128a0af58b1ca9ad8e7d6274")
        .putInputDigests(
            "sales", "fbdf53370b79fac13b4e7edbabe3bdcaa7f1a58154eaefca62beb99002bfb992")
        .build();
  }

  private static StoreRecord store(int number) {
    StoreId id = StoreId.of(Integer.toString(number));
    return StoreRecord.builder()
        .runId(ReportTicks.RUN)
        .writtenAt(ReportTicks.time(0))
        .storeId(id)
        .store(
            Store.builder()
                .storeId(id)
                .retailer("Fairfield Market")
                .name("Fairfield Market " + number)
                .city("Liverpool")
                .region("North West")
                .country("GB")
                .lat(53.4 + number / 10_000.0)
                .lon(-2.9 - number / 10_000.0)
                .format("superstore")
                .timeZone("Europe/London")
                .build())
        .build();
  }
}
