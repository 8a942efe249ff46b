package org.minorityreport.core.review;

import static org.minorityreport.core.review.Fields.refuseUnless;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.api.view.ReportQuery;

/** Checks the window that a person gives a report, and adds what it comes to. */
final class WindowRules {
  private final LogStore store;
  private final RunId run;

  WindowRules(LogStore store, RunId run) {
    this.store = store;
    this.run = run;
  }

  /**
   * The row with totals, impact and members of its window.
   *
   * @param basedOn the commit as of which they are computed
   * @param touched gets the reports beside which the window must keep its place
   */
  UserEdit figured(UserEdit row, Target target, CommitPosition basedOn, Set<String> touched) {
    MinorityReport report = target.report();
    if (report == null) {
      throw ActRefusedException.of(
          Refusal.WRONG_KIND, "the window of an event is that of its reports; edit those");
    }
    Instant start = row.windowStart().orElseThrow();
    Instant end = row.windowEnd().orElseThrow();
    Instant lastTick = lastTick(target.view().reports().refreshSeq());
    refuseUnless(
        !end.isAfter(lastTick),
        Refusal.WINDOW_AFTER_LAST_TICK,
        "window_end is " + end + "; it must not be after the last tick, " + lastTick);
    for (MinorityReport other : atStore(target.view().reports(), report.storeId())) {
      touched.add(other.reportId().value());
      boolean same = other.reportId().equals(report.reportId());
      boolean overlaps =
          other.windowStart().isBefore(end)
              && other.windowEnd().filter(ended -> !ended.isAfter(start)).isEmpty();
      refuseUnless(
          same || !overlaps || other.skus().stream().noneMatch(report.skus()::contains),
          Refusal.WINDOW_TAKEN,
          "the window overlaps that of "
              + other.reportId()
              + " ("
              + other.windowStart()
              + " to "
              + other.windowEnd().map(Instant::toString).orElse("now")
              + ") at the same store with the same product; keep clear of it");
    }
    UserEdit.Builder figured = UserEdit.builder().from(row);
    EditedWindow.of(store, run, report, basedOn).addTo(figured, start, end);
    return figured.build();
  }

  private static List<MinorityReport> atStore(MinorityReports reports, StoreId at) {
    return reports
        .find(
            ReportQuery.builder()
                .addStoreIds(at)
                .superseded(false)
                .pageSize(Integer.MAX_VALUE)
                .build())
        .items();
  }

  private Instant lastTick(CommitPosition asOf) {
    Instant[] last = {Instant.MIN};
    store.read(
        Logs.STAGE_RUNS,
        run,
        CommitPosition.START,
        asOf,
        row -> {
          if (!row.isRetracted() && row.writtenAt().isAfter(last[0])) {
            last[0] = row.writtenAt();
          }
        });
    return last[0];
  }
}
