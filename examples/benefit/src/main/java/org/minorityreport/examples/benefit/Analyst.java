package org.minorityreport.examples.benefit;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.Decider;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.api.record.ReportFinalised;
import org.minorityreport.api.record.ReportMember;
import org.minorityreport.api.record.ReportSpine;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.LogCodec;

/**
 * A simulated person who decides about every report of a run, right in a share of cases. The
 * decisions are rows of finalisation. Of two analysts of one seed, the better errs only where the
 * worse does too.
 */
final class Analyst {
  /** What should be decided about a report. */
  enum Truth {
    UNPAID,
    PAID,
    NOTHING
  }

  private final LogStore store;
  private final RunId run;
  private final TrueEffects effects;
  private final long seed;

  Analyst(LogStore store, RunId run, TrueEffects effects, long seed) {
    this.store = store;
    this.run = run;
    this.effects = effects;
    this.seed = seed;
  }

  /**
   * Decides about every report; later decisions take the place of earlier ones.
   *
   * @param accuracy share of right decisions, 0 to 1
   * @param at when
   */
  void decide(double accuracy, Instant at) {
    List<LogRow> rows = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(seed);
    for (ReportDetected report : reports()) {
      boolean right = random.nextDouble() < accuracy;
      Truth truth = truth(report);
      String decision = truth == Truth.NOTHING && right ? "dismissed" : "edited";
      boolean unpaid = (truth == Truth.UNPAID) == right;
      rows.add(row(report, decision, unpaid, at));
    }
    if (!rows.isEmpty()) {
      LogSlice slice = LogSlice.of(Logs.REPORTS_FINALISED, Writer.FINALISATION, rows);
      store.append(Commit.of(List.of(slice)));
    }
  }

  /** Which of the two moved the sales in the window of a report more. */
  Truth truth(ReportDetected report) {
    double unpaid = 0;
    double paid = 0;
    for (ReportMember member : report.members()) {
      Instant end = member.windowEnd().orElse(report.writtenAt());
      unpaid += effects.anomalies(report.storeId(), report.windowStart(), end);
      paid += effects.campaigns(report.storeId(), report.windowStart(), end);
    }
    if (unpaid == 0 && paid == 0) {
      return Truth.NOTHING;
    }
    return unpaid > paid ? Truth.UNPAID : Truth.PAID;
  }

  /** The newest row of each report. */
  List<ReportDetected> reports() {
    Map<ReportId, ReportDetected> newest = new TreeMap<>();
    store.read(
        Logs.REPORTS_DETECTED,
        run,
        CommitPosition.START,
        store.head(),
        row -> {
          ReportDetected report = LogCodec.read(Logs.REPORTS_DETECTED, row);
          newest.put(report.reportId(), report);
        });
    return List.copyOf(newest.values());
  }

  private static LogRow row(ReportDetected report, String decision, boolean unpaid, Instant at) {
    boolean dismissed = decision.equals("dismissed");
    String cause = unpaid ? "weather" : "paid_media";
    String act = report.reportId() + " " + at;
    AnnotationId id =
        AnnotationId.of(
            "AN-" + Digests.sha256Hex(act.getBytes(StandardCharsets.UTF_8)).substring(0, 32));
    return LogCodec.row(
        Logs.REPORTS_FINALISED,
        ReportFinalised.builder()
            .from((ReportSpine) report)
            .writtenAt(at)
            .reportStatus("finalised")
            .finalDecision(decision)
            .finalCause(dismissed ? Optional.empty() : Optional.of(cause))
            .finalCauseCategory(dismissed ? Optional.empty() : Optional.of(cause))
            .finalizedAt(at)
            .annotationId(id)
            .decidedBy(Decider.builder().actor("analyst").role("marketer").build())
            .decisionLevel("report")
            .sourceUsedWindowStart("detected")
            .sourceUsedWindowEnd("detected")
            .sourceUsedStructure("detected")
            .sourceUsedTotals("detected")
            .sourceUsedCluster("none")
            .sourceUsedProposed("attribution")
            .sourceUsedGroupId("cohort")
            .sourceUsedFinal("finalised")
            .build());
  }

  static Instant later(Instant tick, int hours) {
    return tick.plus(Duration.ofHours(hours));
  }
}
