package org.minorityreport.core.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.core.json.LogCodec;

/** Law: finalisation is a function of the logs, whatever is new at once, and whoever goes on. */
class FinalisationBatchesLawTest {
  private static final List<String> ACTIONS =
      List.of("approve", "edit", "dismiss", "reopen", "revert", "move", "confirm", "reject");

  @Property(tries = 8)
  void rows_areTheSameInAnyBatchesAndAfterRestarts(
      @ForAll @Size(7) List<@IntRange(max = 7) Integer> actions,
      @ForAll @Size(7) List<@IntRange(max = 2) Integer> targets,
      @ForAll @Size(7) List<@IntRange(max = 3) Integer> pauses) {
    List<String> atOnce = rows(actions, targets, List.of(1, 1, 1, 1, 1, 1, 1));
    assertThat(rows(actions, targets, pauses)).isEqualTo(atOnce);
  }

  /** What is written; after each act nobody finalises, or this process, the next, or a tick. */
  private static List<String> rows(
      List<Integer> actions, List<Integer> targets, List<Integer> pauses) {
    try (OutageWorld world = new OutageWorld()) {
      world.ticks(9, 14);
      String[] ids = {
        world.report("S1").reportId().value(),
        world.report("S2").reportId().value(),
        world.report("S1").reportGroupId().orElseThrow().value()
      };
      for (int i = 0; i < actions.size(); i++) {
        int target = targets.get(i);
        String action = ACTIONS.get(actions.get(i));
        if (target == 2 && action.equals("move")) {
          continue;
        }
        Log<UserEdit> log = target == 2 ? Logs.USER_EVENT_EDITS : Logs.USER_EDITS;
        UserEdit act = act(ids[target], action, i);
        world.logs.append(
            Commit.of(List.of(LogSlice.of(log, Writer.REVIEW, List.of(LogCodec.row(log, act))))));
        switch (pauses.get(i)) {
          case 1 -> world.finalise();
          case 2 -> world.restart();
          case 3 -> {
            world.restart();
            world.finalise();
          }
          default -> {
            // nobody does
          }
        }
      }
      world.ticks(15, 16);
      List<String> rows = new ArrayList<>();
      world.logs.read(
          Logs.REPORTS_FINALISED,
          OutageWorld.RUN,
          CommitPosition.START,
          world.logs.head(),
          row -> rows.add(row.text()));
      return rows;
    }
  }

  private static UserEdit act(String target, String action, int number) {
    UserEdit.Builder edit = UserEdit.builder();
    edit.runId(OutageWorld.RUN)
        .writtenAt(OutageWorld.at(14).plusSeconds(60 + number))
        .annotationId(name(number))
        .targetId(target)
        .action(action)
        .actor("ann")
        .role("data_scientist")
        .basedOn(Cut.EMPTY);
    switch (action) {
      case "edit" -> edit.confidence(0.3 + number / 20.0);
      case "move" -> edit.reportGroupId("new");
      case "revert" -> edit.refersTo(name(number - 1));
      default -> {
        // needs no more
      }
    }
    return edit.build();
  }

  private static AnnotationId name(int number) {
    return AnnotationId.of("AN-" + Integer.toHexString(number + 1).repeat(32));
  }
}
