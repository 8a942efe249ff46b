package org.minorityreport.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.minorityreport.api.id.AnnotationId;
import org.minorityreport.api.id.ReportId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.value.Cut;
import org.minorityreport.api.view.MinorityEvent;
import org.minorityreport.api.view.MinorityReport;
import org.minorityreport.core.Mrs;
import org.minorityreport.core.identity.Digests;
import org.minorityreport.core.json.LogCodec;

/**
 * Moves, splits, mergers and reverts that people make between ticks. What each is about is chosen
 * by what they see the first time; the acts are kept, so that another run can be told the same.
 */
final class PeoplesActs {
  /** What a person does. */
  enum Kind {
    MOVE_TO_NEW,
    MOVE,
    SPLIT,
    MERGE,
    APPROVE,
    REVERT
  }

  /**
   * An act to be made.
   *
   * @param tick before which tick
   * @param kind what
   * @param one chooses the report or event
   * @param other chooses the event to go to, or the act to revert
   */
  record Plan(int tick, Kind kind, int one, int other) {}

  private record Done(int tick, Log<UserEdit> log, UserEdit row) {}

  private final List<Done> done = new ArrayList<>();

  static Arbitrary<List<Plan>> plans(int ticks) {
    return Combinators.combine(
            Arbitraries.integers().between(1, ticks - 1),
            Arbitraries.of(Kind.class),
            Arbitraries.integers().between(0, 1000),
            Arbitraries.integers().between(0, 1000))
        .as(Plan::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Makes the acts planned before a tick; those for which there is nothing are left out. */
  void make(List<Plan> plans, int tick, Mrs mrs, LogStore store) {
    for (Plan plan : plans) {
      if (plan.tick() == tick) {
        act(plan, mrs, store);
      }
    }
  }

  /** Makes again what was made before a tick. */
  void repeat(int tick, LogStore store) {
    done.stream().filter(act -> act.tick() == tick).forEach(act -> append(act, store));
  }

  private void act(Plan plan, Mrs mrs, LogStore store) {
    List<MinorityReport> reports = mrs.reports().all();
    List<MinorityEvent> events = mrs.events().all();
    if (reports.isEmpty()) {
      return;
    }
    MinorityReport report = reports.get(plan.one() % reports.size());
    MinorityEvent event = events.get(plan.one() % events.size());
    MinorityEvent other = events.get(plan.other() % events.size());
    switch (plan.kind()) {
      case MOVE_TO_NEW -> edit(plan, store, report, b -> b.reportGroupId("new"));
      case MOVE -> edit(plan, store, report, b -> b.reportGroupId(other.eventId().value()));
      case SPLIT -> {
        List<ReportId> going =
            event.reportIds().subList(0, Math.min(event.reportIds().size(), 1 + plan.other() % 3));
        if (!going.isEmpty()) {
          on(plan, store, event, "split", b -> b.reportIds(going));
        }
      }
      case MERGE -> on(plan, store, event, "merge", b -> b.reportGroupId(other.eventId().value()));
      case APPROVE -> on(plan, store, event, "approve", b -> b);
      case REVERT -> {
        if (!done.isEmpty()) {
          Done act = done.get(plan.other() % done.size());
          append(
              plan,
              store,
              act.log(),
              act.row().targetId(),
              "revert",
              b -> b.refersTo(act.row().annotationId()));
        }
      }
    }
  }

  private void edit(
      Plan plan, LogStore store, MinorityReport report, UnaryOperator<UserEdit.Builder> more) {
    append(plan, store, Logs.USER_EDITS, report.reportId().value(), "move", more);
  }

  private void on(
      Plan plan,
      LogStore store,
      MinorityEvent event,
      String action,
      UnaryOperator<UserEdit.Builder> more) {
    append(plan, store, Logs.USER_EVENT_EDITS, event.eventId().value(), action, more);
  }

  private void append(
      Plan plan,
      LogStore store,
      Log<UserEdit> log,
      String target,
      String action,
      UnaryOperator<UserEdit.Builder> more) {
    String name = Digests.sha256Hex(("act " + done.size()).getBytes(UTF_8)).substring(0, 32);
    UserEdit.Builder row = UserEdit.builder();
    row.runId(SmallWorld.RUN)
        .writtenAt(Instant.parse("2025-08-01T00:00:00Z").plusSeconds(done.size()))
        .annotationId(AnnotationId.of("AN-" + name))
        .targetId(target)
        .action(action)
        .actor("ann")
        .role("data_scientist")
        .basedOn(Cut.of(Map.of()));
    Done act = new Done(plan.tick(), log, more.apply(row).build());
    done.add(act);
    append(act, store);
  }

  private static void append(Done act, LogStore store) {
    store.append(
        Commit.of(
            List.of(
                LogSlice.of(
                    act.log(), Writer.REVIEW, List.of(LogCodec.row(act.log(), act.row()))))));
  }

  /** {@return which reports each event with any has, as a view shows it} */
  static SortedMap<String, List<ReportId>> shown(Mrs mrs) {
    SortedMap<String, List<ReportId>> shown = new TreeMap<>();
    for (MinorityEvent event : mrs.events().all()) {
      if (!event.reportIds().isEmpty()) {
        shown.put(event.eventId().value(), event.reportIds());
      }
    }
    return shown;
  }
}
