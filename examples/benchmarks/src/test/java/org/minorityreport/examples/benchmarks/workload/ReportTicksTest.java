package org.minorityreport.examples.benchmarks.workload;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.record.ReportDetected;
import org.minorityreport.core.json.CanonicalJson;

class ReportTicksTest {
  private static final int OPEN = 50;
  private static final int TICKS = 200;

  private final ReportTicks ticks = new ReportTicks(OPEN);

  @Test
  void rows_ofATickAskedForTwice_areTheSame() {
    assertThat(new ReportTicks(OPEN).rows(17)).isEqualTo(ticks.rows(17)).hasSize(OPEN);
  }

  @Test
  void rows_areAsLongAsRowsOfTheSystem() {
    double mean =
        ticks.rows(100).stream()
            .mapToInt(row -> CanonicalJson.bytes(row).length)
            .average()
            .orElse(0);
    assertThat(mean).isBetween(550.0, 700.0);
  }

  @Test
  void rows_haveKeysOfTheirOwn_andTimesThatRise() {
    Set<String> keys = new HashSet<>();
    for (int tick = 0; tick < TICKS; tick++) {
      Instant expected = ticks.rows(0).get(0).writtenAt().plus(Duration.ofMinutes(15L * tick));
      for (ReportDetected row : ticks.rows(tick)) {
        assertThat(row.writtenAt()).isEqualTo(expected);
        assertThat(keys.add(row.reportId() + " " + row.writtenAt())).as(row.toString()).isTrue();
      }
    }
  }

  @Test
  void aReport_keepsItsOnset_closesOnceAndNeverComesBack() {
    Map<ReportId, ReportDetected> newest = new HashMap<>();
    for (int tick = 0; tick < TICKS; tick++) {
      List<ReportDetected> rows = ticks.rows(tick);
      for (ReportDetected row : rows) {
        ReportDetected before = newest.put(row.reportId(), row);
        if (before != null) {
          assertThat(before.windowEnd()).isEmpty();
          assertThat(row.firstDetectedFrom()).isEqualTo(before.firstDetectedFrom());
        }
      }
    }
    long closed = newest.values().stream().filter(row -> row.windowEnd().isPresent()).count();
    assertThat(newest.size() - closed).isEqualTo(OPEN - closedAt(TICKS - 1));
  }

  private long closedAt(int tick) {
    return ticks.rows(tick).stream().filter(row -> row.windowEnd().isPresent()).count();
  }
}
