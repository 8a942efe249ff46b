package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.rehearsal.Rehearsal;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

/**
 * A run in which people decide between ticks is the same when it is run again: each tick is told
 * what was confirmed when it was run first. Catches a rehearsal that knows of no outcomes, or of
 * all of them from the first tick on.
 */
class ReplayedDecisionsTest {
  @Test
  void rehearsal_ofARunWithDecisionsBetweenTicks_isEqual() {
    LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);
    try (Mrs mrs = SmallWorld.open(logs, new SmallWorld().tables(), 2)) {
      int decided = 0;
      for (Instant tick : SmallWorld.ticks()) {
        mrs.tick(tick);
        for (MinorityReport report : undecided(mrs)) {
          decided++;
          mrs.review()
              .act(
                  ReviewedWorld.ANN,
                  Commands.approve(report.reportId().value())
                      .basedOn(mrs.reports().refreshSeq())
                      .build());
        }
      }
      assertThat(decided).isGreaterThan(3);
      assertThat(mostConfirmedSeen(logs)).isGreaterThan(3);

      Rehearsal rehearsal = mrs.audit().rehearse(ReplayProgress.NONE);

      assertThat(rehearsal.logs()).allMatch(log -> log.firstDifference().isEmpty());
      assertThat(rehearsal.sourceChanges()).isEmpty();
    }
  }

  /** One open report at a time, so that later ticks ask about others. */
  private static List<MinorityReport> undecided(Mrs mrs) {
    return mrs.reports().all().stream()
        .filter(r -> r.finalDecision().isEmpty() && r.suppressedBy().isEmpty())
        .filter(r -> r.proposedCause().filter(c -> !c.equals("unknown")).isPresent())
        .limit(1)
        .toList();
  }

  private static long mostConfirmedSeen(LogStore logs) {
    List<Long> seen = new ArrayList<>();
    logs.read(
        Logs.STAGE_RUNS,
        SmallWorld.RUN,
        CommitPosition.START,
        logs.head(),
        row -> {
          StageRun stage = LogCodec.read(Logs.STAGE_RUNS, row);
          seen.add(stage.editsSeen().getOrDefault(Logs.REPORTS_FINALISED.wireName(), 0L));
        });
    return seen.stream().mapToLong(Long::longValue).max().orElse(0);
  }
}
