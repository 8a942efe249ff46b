package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.feed.Outlook;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.series.Cadence;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.log.LogStores;
import org.minorityreport.mock.world.World;

/** Outlooks of open reports of a simulated week, tick by tick (spec 8.5). */
class OutlooksOfAWeekTest {
  private record Told(Outlook outlook, Instant tick, double soFar) {}

  /**
   * Catches an end before now, an interval that leaves its middle out, and a total that is no
   * better than to say that nothing more will come.
   */
  @Test
  void outlooks_areOrdered_lieAhead_andComeNearerToTheEndThanWhatIsThereSoFar() {
    World world = World.builder().stores(60).skus(1).days(7).cadence(Cadence.parse("PT1H")).build();
    List<Told> told = new ArrayList<>();
    Map<String, MinorityReport> last = new TreeMap<>();
    try (LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);
        Mrs mrs =
            Mrs.builder()
                .logs(logs)
                .inputs(world.inputs())
                .clock(SmallWorld.CLOCK)
                .threads(2)
                .build()) {
      for (Instant tick : world.ticks(Duration.ofHours(2))) {
        mrs.tick(tick);
        for (Outlook outlook : mrs.feed().outlooks()) {
          MinorityReport report = mrs.reports().get(outlook.anomalyId().value());
          double soFar = units(report);
          told.add(new Told(outlook, tick, soFar));
        }
      }
      mrs.reports().all().forEach(report -> last.put(report.reportId().value(), report));
    }

    assertThat(told).hasSizeGreaterThan(20);
    double missed = 0;
    double missing = 0;
    for (Told each : told) {
      Outlook outlook = each.outlook();
      assertThat(outlook.endLower()).isAfterOrEqualTo(each.tick());
      assertThat(outlook.expectedEnd())
          .isAfterOrEqualTo(outlook.endLower())
          .isBeforeOrEqualTo(outlook.endUpper());
      assertThat(outlook.expectedUnits()).isBetween(outlook.unitsLower(), outlook.unitsUpper());
      MinorityReport end = last.get(outlook.anomalyId().value());
      if (end != null && end.windowEnd().isPresent()) {
        double whole = units(end);
        missed += Math.abs(outlook.expectedUnits().doubleValue() - whole);
        missing += Math.abs(each.soFar() - whole);
      }
    }
    assertThat(missed)
        .as("error of the outlooks, and without them: %s", missing)
        .isLessThan(missing);
  }

  private static double units(MinorityReport report) {
    return report.attributedSalesTotal().subtract(report.baselineSalesTotal()).doubleValue();
  }
}
