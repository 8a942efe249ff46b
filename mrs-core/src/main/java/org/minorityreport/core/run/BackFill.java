package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.input.InputSnapshot;
import org.minorityreport.api.log.AppendResult;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.core.decision.People;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.input.Corrections;

/**
 * Runs many new ticks over data that do not change: the series of each store are folded over all of
 * them in one pass, and their commits are handed to the store together. The rows are those of one
 * tick after the other. Whatever comes in between (news of a source, an act of a person, an outage)
 * is left to a tick of its own. One thread.
 */
final class BackFill {
  /** Expectations kept of ticks folded ahead: 24 bytes for each series and tick. */
  private static final int EXPECTED_AHEAD = 8_000_000;

  private static final int MOST_TICKS_AHEAD = 4_096;

  /** Rows that wait for the disk together. */
  private static final int ROWS_TOGETHER = 4_096;

  private static final int TICKS_TOGETHER = 128;

  private final RunId run;
  private final LogStore store;
  private final Retrying sinks;
  private final Sources sources;
  private final PeopleHistory people;
  private final ModelService models;
  private final StoreDetections detections;
  private final TickPipeline pipeline;
  private final TickIndex ticks;
  private final RunState state;

  BackFill(
      RunId run,
      LogStore store,
      Retrying sinks,
      Sources sources,
      PeopleHistory people,
      ModelService models,
      StoreDetections detections,
      TickPipeline pipeline,
      TickIndex ticks,
      RunState state) {
    this.run = run;
    this.store = store;
    this.sinks = sinks;
    this.sources = sources;
    this.people = people;
    this.models = models;
    this.detections = detections;
    this.pipeline = pipeline;
    this.ticks = ticks;
    this.state = state;
  }

  /**
   * Runs as many of the next ticks as can be run together.
   *
   * @param wanted ticks
   * @return what became of the first of them; empty if the first one is a tick of its own
   */
  List<TickReport> run(List<Instant> wanted) {
    List<Instant> batch = wanted.subList(0, Math.min(wanted.size(), ticksAhead()));
    if (!isAhead(batch)) {
      return List.of();
    }
    InputSnapshot data = sources.today(batch.get(batch.size() - 1)); // as a moment ago
    List<People> nobody = batch.stream().map(people::at).toList();
    return detected(batch, data, nobody)
        .map(detected -> new Pass(data).run(batch, detected))
        .orElse(List.of());
  }

  private int ticksAhead() {
    int series = state.last().stores().values().stream().mapToInt(c -> c.series().size()).sum();
    return Math.max(2, Math.min(MOST_TICKS_AHEAD, EXPECTED_AHEAD / Math.max(1, series)));
  }

  /** Whether ticks are new, in order, and look at the data that the newest tick looked at. */
  private boolean isAhead(List<Instant> batch) {
    Instant last = ticks.newest().orElseThrow();
    try {
      for (Instant tick : batch) {
        if (!tick.isAfter(last) || !isUndecided(tick) || !state.isSeen(sources.today(tick))) {
          return false;
        }
        last = tick;
      }
    } catch (SourceFailure e) {
      return false; // an outage is a tick's own
    }
    return batch.size() > 1 && models.isCalm();
  }

  /** Whether nobody did anything yet: what people do counts by what the ticks before wrote. */
  private boolean isUndecided(Instant tick) {
    return people.at(tick).seen().isEmpty();
  }

  private Optional<List<StoreDetections.Detected>> detected(
      List<Instant> batch, InputSnapshot data, List<People> nobody) {
    try {
      return nobody.stream().allMatch(known -> known.seen().isEmpty())
          ? detections.detectAll(run, batch, data, nobody, state.last())
          : Optional.empty();
    } catch (SourceFailure e) {
      return Optional.empty(); // an outage is a tick's own
    }
  }

  /** Ticks over one snapshot, in groups that are appended together. */
  private final class Pass {
    private final TickInputs read;
    private final List<TickReport> reports = new ArrayList<>();
    private final List<Waiting> group = new ArrayList<>();
    private int rows;

    Pass(InputSnapshot data) {
      this.read = new TickInputs(data, null, List.of());
    }

    List<TickReport> run(List<Instant> batch, List<StoreDetections.Detected> detected) {
      boolean done = false;
      try {
        for (int i = 0; i < batch.size(); i++) {
          if (!isUndecided(batch.get(i))) { // somebody did something meanwhile
            append();
            return reports;
          }
          add(batch.get(i), detected.get(i));
        }
        append();
        done = true;
      } finally {
        if (!done) {
          state.forget(); // the carry in between is not kept
        }
      }
      return reports;
    }

    private void add(Instant tick, StoreDetections.Detected detected) {
      RunCarry carry = state.last();
      TickOutcome outcome = pipeline.apply(tick, read, carry, detected);
      TickRows all = new TickRows();
      all.addAll(outcome.rows());
      boolean alone = outcome.isAnyFailed() || state.isSuperseded(tick);
      state.reconcile(tick, RunState.Rerun.NONE, outcome.rows(), all);
      group.add(new Waiting(tick, outcome, all));
      rows += all.size();
      state.advance(read, carry, outcome.carry());
      if (alone || rows >= ROWS_TOGETHER || group.size() >= TICKS_TOGETHER) {
        append(); // reconciliation and resting models go by what the logs say
      }
    }

    private void append() {
      if (group.isEmpty()) {
        return;
      }
      List<Commit> commits = group.stream().map(each -> Commit.of(each.rows().slices())).toList();
      CommitPosition head = store.head();
      List<AppendResult> results = sinks.call(() -> store.appendAll(commits));
      for (int i = 0; i < results.size(); i++) {
        Waiting each = group.get(i);
        state.appended(each.tick(), head, results.get(i), each.rows());
        reports.add(each.outcome().report(each.tick(), results.get(i), Corrections.NONE));
      }
      group.clear();
      rows = 0;
    }
  }

  private record Waiting(Instant tick, TickOutcome outcome, TickRows rows) {}
}
