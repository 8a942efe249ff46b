package org.minorityreport.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.log.AsOf;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.record.Role;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.review.ActRefusedException;
import org.minorityreport.api.review.Actor;
import org.minorityreport.api.review.Commands;
import org.minorityreport.api.review.Done;
import org.minorityreport.api.review.Refusal;
import org.minorityreport.api.review.ReviewCommand;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.api.view.MinorityReports;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.hydrate.Hydration;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.log.LogStores;

/** Analysts act while ticks are in progress: nothing is lost, and every refusal is justified. */
class ReviewThreadsTest {
  private static final int ANALYSTS = 8;
  private static final int ACTS = 25;

  /**
   * What became of an act.
   *
   * @param act the row; null if it was refused
   * @param refusal why; null if it was accepted
   */
  private record Result(Done act, ActRefusedException refusal) {}

  @Test
  void eightAnalystsAgainstTicks_loseNothing_andAreRefusedOnlyForAReason() throws Exception {
    LogStore logs = LogStores.inMemory(SmallWorld.CLOCK);
    var ticks = SmallWorld.ticks();
    int begun = ticks.size() * 3 / 5;
    ExecutorService people = Executors.newFixedThreadPool(ANALYSTS);
    try (Mrs mrs = SmallWorld.open(logs, new SmallWorld().tables(), 1)) {
      ticks.subList(0, begun).forEach(mrs::tick);
      CountDownLatch start = new CountDownLatch(1);
      List<Future<List<Result>>> waiting = new ArrayList<>();
      for (int i = 0; i < ANALYSTS; i++) {
        waiting.add(people.submit(analyst(mrs, i, start)));
      }
      start.countDown();
      ticks.subList(begun, ticks.size()).forEach(mrs::tick);
      List<Result> results = new ArrayList<>();
      for (Future<List<Result>> one : waiting) {
        results.addAll(one.get());
      }

      Set<AnnotationId> accepted = new HashSet<>();
      results.stream()
          .filter(r -> r.act() != null)
          .forEach(r -> accepted.add(r.act().row().annotationId()));
      assertThat(inLog(logs)).as("nothing is lost, nothing more is there").isEqualTo(accepted);
      assertThat(results).hasSize(ANALYSTS * ACTS);
      assertThat(accepted).isNotEmpty();
      results.stream().filter(r -> r.act() == null).forEach(r -> justified(logs, r.refusal()));
      assertThat(mrs.reports().all())
          .isEqualTo(Hydration.hydrate(logs, SmallWorld.RUN, AsOf.now()).reports().all());
    } finally {
      people.shutdownNow();
      logs.close();
    }
  }

  private static Callable<List<Result>> analyst(Mrs mrs, int number, CountDownLatch start) {
    return () -> {
      Random random = new Random(number);
      Actor actor = Actor.of("analyst-" + number, Role.DATA_SCIENTIST);
      List<Result> results = new ArrayList<>();
      start.await();
      for (int i = 0; i < ACTS; i++) {
        MinorityReports seen = mrs.reports();
        MinorityReport report = seen.all().get(random.nextInt(Math.min(6, seen.all().size())));
        ReviewCommand command =
            command(random.nextInt(5), report).basedOn(seen.refreshSeq()).build();
        try {
          results.add(new Result(mrs.review().act(actor, command), null));
        } catch (ActRefusedException e) {
          results.add(new Result(null, e));
        }
      }
      return results;
    };
  }

  private static ReviewCommand.Builder command(int kind, MinorityReport report) {
    String id = report.reportId().value();
    return switch (kind) {
      case 0 -> Commands.edit(id).cause("Street party").causeCategory("retail_event");
      case 1 -> Commands.dismiss(id, "noise");
      case 2 -> Commands.move(id, "new");
      case 3 -> Commands.requestReview(id, "data_scientist", "really?");
      default -> Commands.comment(id, "seen");
    };
  }

  /** A stale act met a state that differs from the one it saw, and both are as they were. */
  private static void justified(LogStore logs, ActRefusedException refused) {
    assertThat(refused.refusal()).isIn(Refusal.STALE, Refusal.SAME_EVENT);
    if (refused.refusal() == Refusal.STALE) {
      var seen = refused.seen().orElseThrow();
      var now = refused.now().orElseThrow();
      assertThat(seen.sameAs(now)).isFalse();
      assertThat(now.position()).isGreaterThan(seen.position());
      for (var state : List.of(seen, now)) {
        MinorityReport then =
            Hydration.hydrate(
                    logs, SmallWorld.RUN, AsOf.atPosition(CommitPosition.of(state.position())), 1)
                .reports()
                .get(state.targetId());
        assertThat(state.primaryCause()).isEqualTo(then.proposedCause());
        assertThat(state.eventId()).isEqualTo(then.reportGroupId());
      }
    }
  }

  private static Set<AnnotationId> inLog(LogStore logs) {
    Set<AnnotationId> ids = new HashSet<>();
    logs.read(
        Logs.USER_EDITS,
        SmallWorld.RUN,
        CommitPosition.START,
        logs.head(),
        row -> {
          UserEdit edit = LogCodec.read(Logs.USER_EDITS, row);
          assertThat(ids.add(edit.annotationId())).isTrue();
        });
    return ids;
  }
}
