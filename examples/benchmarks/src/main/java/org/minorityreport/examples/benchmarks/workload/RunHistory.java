package org.minorityreport.examples.benchmarks.workload;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.EndReason;
import org.minorityreport.api.record.EventRecord;
import org.minorityreport.api.record.EventStatus;
import org.minorityreport.api.record.ReportAttributed;
import org.minorityreport.api.record.ReportClustered;
import org.minorityreport.api.record.ReportCohorted;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportEnded;
import org.minorityreport.core.json.LogCodec;

/**
 * The commits of a run as the stages leave them, one per tick: per open report a row of MRDL, MRCL,
 * MRPAL and MRCH, MEEL rows for those that close and MRFL rows for half of them, MELOG rows for the
 * events that changed, a row of each stage, and with the first tick all stores. A report has rows
 * at 7 to 14 ticks, 10 on average.
 *
 * <p>Rows depend on tick and place alone. Thread-safe.
 */
public final class RunHistory {
  private static final int SHORTEST_LIFE = 7;
  private static final int LIVES = 8;

  /** A bit of the seed: every second report is decided when it closes. */
  private static final int DECIDED = 4;

  private final ReportTicks ticks;

  /**
   * A run.
   *
   * @param openReports reports that are open at every tick, 1 or more
   */
  public RunHistory(int openReports) {
    this.ticks = new ReportTicks(openReports, SHORTEST_LIFE, LIVES);
  }

  /**
   * The rows about one report at a tick.
   *
   * @param place place of the report, from 0
   * @param tick the tick, from 0
   * @return rows of several logs
   */
  public List<LogRow> aboutReport(int place, long tick) {
    ReportLife life = ticks.life(place, tick);
    ReportDetected detected = ReportTicks.row(life, tick);
    ReportClustered clustered = LaterStages.clustered(detected, life, tick);
    ReportAttributed attributed = LaterStages.attributed(detected, life, tick);
    EventOfReports event = EventOfReports.of(life);
    ReportCohorted cohorted =
        LaterStages.cohorted(clustered, attributed, event, tick, event.reports(ticks, tick));
    List<LogRow> rows = new ArrayList<>();
    rows.add(LogCodec.row(Logs.REPORTS_DETECTED, detected));
    rows.add(LogCodec.row(Logs.REPORTS_CLUSTERED, clustered));
    rows.add(LogCodec.row(Logs.REPORTS_ATTRIBUTED, attributed));
    rows.add(LogCodec.row(Logs.REPORTS_COHORTED, cohorted));
    if (life.last() == tick) {
      rows.add(LogCodec.row(Logs.REPORTS_ENDED, ended(detected)));
      if ((life.seed() & DECIDED) == 0) {
        rows.add(LogCodec.row(Logs.REPORTS_FINALISED, LaterStages.finalised(cohorted, life)));
      }
    }
    return rows;
  }

  /**
   * The rows of a tick that are not about one report.
   *
   * @param tick the tick, from 0
   * @param places how many places have rows at this tick
   * @return rows of several logs
   */
  public List<LogRow> aboutRun(long tick, int places) {
    List<LogRow> rows = new ArrayList<>();
    if (tick == 0) {
      RunRows.stores().forEach(store -> rows.add(LogCodec.row(Logs.STORES, store)));
    }
    Set<EventOfReports> changed = new LinkedHashSet<>();
    for (int place = 0; place < places; place++) {
      ReportLife life = ticks.life(place, tick);
      if (life.first() == tick || life.last() == tick || tick == 0) {
        changed.add(EventOfReports.of(life));
      }
    }
    changed.forEach(event -> rows.add(LogCodec.row(Logs.EVENTS, event(event, tick))));
    RunRows.stages(tick, places).forEach(run -> rows.add(LogCodec.row(Logs.STAGE_RUNS, run)));
    return rows;
  }

  /**
   * A commit of rows, each in the slice of its log.
   *
   * @param rows rows of any logs, in any order of logs
   * @return the commit
   */
  public static Commit commit(List<LogRow> rows) {
    Map<Log<?>, List<LogRow>> byLog = new LinkedHashMap<>();
    Logs.all().forEach(log -> byLog.put(log, new ArrayList<>()));
    rows.forEach(row -> byLog.computeIfAbsent(row.log(), log -> new ArrayList<>()).add(row));
    List<LogSlice> slices = new ArrayList<>();
    byLog.forEach(
        (log, some) -> {
          if (!some.isEmpty()) {
            Writer writer = log.writers().stream().sorted().findFirst().orElseThrow();
            slices.add(LogSlice.of(log, writer, some));
          }
        });
    return Commit.of(slices);
  }

  private static ReportEnded ended(ReportDetected row) {
    return ReportEnded.builder()
        .reportId(row.reportId())
        .runId(row.runId())
        .writtenAt(row.writtenAt())
        .storeId(row.storeId())
        .windowEnd(row.windowEnd())
        .eventStatus(EventStatus.ENDED)
        .endReason(EndReason.RETURNED_TO_BASELINE)
        .build();
  }

  private EventRecord event(EventOfReports event, long tick) {
    List<ReportLife> lives = event.reports(ticks, tick);
    List<ReportDetected> rows =
        lives.stream()
            .map(life -> ReportTicks.row(life, Math.min(tick, life.last())))
            .sorted(Comparator.comparing(ReportDetected::reportId))
            .toList();
    boolean over = lives.stream().allMatch(life -> life.last() <= tick);
    Instant time = ReportTicks.time(tick);
    int cause = Mix.below(LaterStages.CAUSES.size(), event.seed());
    return EventRecord.builder()
        .eventId(event.id())
        .runId(ReportTicks.RUN)
        .writtenAt(time)
        .anchorReportId(ReportTicks.reportId(lives.get(0).seed()))
        .eventStatus(over ? EventStatus.ENDED : EventStatus.ACTIVE)
        .cohortName(LaterStages.CAUSES.get(cause))
        .addCohortReason("same_region", "shared_cause", "temporal_overlap")
        .cohortConfidence(0.85)
        .cohortSize(rows.size())
        .reportIds(rows.stream().map(ReportDetected::reportId).toList())
        .storeIds(rows.stream().map(ReportDetected::storeId).distinct().sorted().toList())
        .addRegions("North West")
        .direction(event.direction())
        .windowStart(
            rows.stream().map(ReportDetected::windowStart).sorted().findFirst().orElseThrow())
        .windowEnd(
            over
                ? rows.stream()
                    .flatMap(r -> r.windowEnd().stream())
                    .sorted(Comparator.reverseOrder())
                    .findFirst()
                : Optional.empty())
        .severityScore(rows.stream().mapToDouble(ReportDetected::severityScore).max().orElse(0))
        .impactEstimate(
            rows.stream().flatMap(r -> r.impactEstimate().stream()).reduce(BigDecimal::add))
        .attributedSalesTotal(
            rows.stream()
                .map(ReportDetected::attributedSalesTotal)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .baselineSalesTotal(
            rows.stream()
                .map(ReportDetected::baselineSalesTotal)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .proposedCause(LaterStages.CAUSES.get(cause))
        .proposedCauseCategory(LaterStages.CATEGORIES.get(cause))
        .confidenceScore(0.75)
        .createdAt(
            ReportTicks.time(
                Math.max(0, lives.stream().mapToLong(ReportLife::first).min().orElse(0))))
        .endedAt(over ? Optional.of(time) : Optional.empty())
        .isDegraded(false)
        .build();
  }
}
