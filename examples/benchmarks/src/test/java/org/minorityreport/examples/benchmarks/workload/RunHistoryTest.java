package org.minorityreport.examples.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.hydrate.HydratedView;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.log.LogStores;

class RunHistoryTest {
  private static final int OPEN = 30;
  private static final int TICKS = 40;

  private final RunHistory history = new RunHistory(OPEN);

  @Test
  void rows_hydrate_toReportsThatAreComplete() {
    HydratedView view = view();
    List<MinorityReport> reports = view.reports().all();
    assertThat(reports.size()).isBetween(OPEN * TICKS / 11, OPEN * TICKS / 8);
    assertThat(view.reports().active()).hasSizeBetween(OPEN * 3 / 4, OPEN);
    assertThat(reports)
        .allSatisfy(
            report -> {
              assertThat(report.reportStatus()).matches("(cohorted|finalised).*");
              assertThat(report.confidenceScore()).isPresent();
              assertThat(report.retailer()).isPresent();
              assertThat(report.endReason().isPresent()).isEqualTo(!report.isOpen());
              assertThat(report.degradedReasons()).noneMatch(code -> code.endsWith("_down"));
            });
  }

  @Test
  void events_areOfAFewReports_onOneSide() {
    HydratedView view = view();
    List<MinorityEvent> events = view.events().all();
    assertThat((double) view.reports().all().size() / events.size()).isBetween(2.0, 4.0);
  }

  /** What the goals speak of: about a thousand bytes in each of four logs. */
  @Test
  void rows_areAsLongAsRowsOfTheSystem() {
    Map<String, Double> means =
        rows(20).stream()
            .collect(
                Collectors.groupingBy(
                    row -> row.log().wireName(), Collectors.averagingInt(LogRow::length)));
    assertThat(
            means.get(Logs.REPORTS_DETECTED.wireName())
                + means.get(Logs.REPORTS_CLUSTERED.wireName())
                + means.get(Logs.REPORTS_ATTRIBUTED.wireName())
                + means.get(Logs.REPORTS_COHORTED.wireName()))
        .isBetween(3_800.0, 4_500.0);
  }

  private HydratedView view() {
    try (LogStore store = LogStores.inMemory()) {
      for (int tick = 0; tick < TICKS; tick++) {
        store.append(RunHistory.commit(rows(tick)));
      }
      assertThat(store.head()).isEqualTo(CommitPosition.of(TICKS));
      return Hydration.hydrate(store, ReportTicks.RUN, AsOf.now());
    }
  }

  private List<LogRow> rows(int tick) {
    List<LogRow> rows = new ArrayList<>(history.aboutRun(tick, OPEN));
    for (int place = 0; place < OPEN; place++) {
      rows.addAll(history.aboutReport(place, tick));
    }
    return rows;
  }
}
