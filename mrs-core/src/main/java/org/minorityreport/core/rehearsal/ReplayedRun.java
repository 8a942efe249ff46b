package org.minorityreport.core.rehearsal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.Commit;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.ContextRecorded;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.record.UserEdit;
import org.minorityreport.api.rehearsal.ReplayProgress;
import org.minorityreport.core.json.LogCodec;
import org.minorityreport.core.run.RunSetup;
import org.minorityreport.core.run.Runner;

/**
 * Runs ticks again into a store of their own: each sees of what people did, and of sources that
 * were out, what it saw when it was run first.
 */
final class ReplayedRun {
  private ReplayedRun() {}

  /**
   * Runs ticks.
   *
   * @param again what to run them with; its logs are empty
   * @param logs the logs of the first time
   * @param upTo later commits of these are not looked at
   * @param ticks the ticks, in their order
   * @param progress is told of each
   */
  static void run(
      RunSetup again,
      LogStore logs,
      CommitPosition upTo,
      List<Instant> ticks,
      ReplayProgress progress) {
    RunId run = again.run();
    SortedMap<CommitPosition, List<LogSlice>> people = new TreeMap<>();
    // What it reads of a parent is its own there: the store has no other run.
    UnaryOperator<UserEdit> own = act -> UserEdit.builder().from(act).runId(run).build();
    add(people, logs, Logs.SETTINGS, Writer.ADMINISTRATION, run, upTo, UnaryOperator.identity());
    add(people, logs, Logs.USER_EDITS, Writer.REVIEW, run, upTo, own);
    add(people, logs, Logs.USER_EVENT_EDITS, Writer.REVIEW, run, upTo, own);
    add(
        people,
        logs,
        Logs.CONTEXT_RECORDED,
        Writer.REVIEW,
        run,
        upTo,
        said -> ContextRecorded.builder().from(said).runId(run).build());
    add(
        people,
        logs,
        Logs.REPORTS_FINALISED,
        Writer.FINALISATION,
        run,
        upTo,
        UnaryOperator.identity());
    people.values().forEach(slices -> again.logs().append(Commit.of(slices)));
    List<StageRun> first = new ArrayList<>();
    logs.read(
        Logs.STAGE_RUNS,
        run,
        CommitPosition.START,
        upTo,
        row -> {
          if (!row.isRetracted()) {
            first.add(LogCodec.read(Logs.STAGE_RUNS, row));
          }
        });
    try (Runner runner = new Runner(again, first)) {
      for (int i = 0; i < ticks.size(); i++) {
        runner.tick(ticks.get(i));
        progress.done(ticks.get(i), i + 1, ticks.size());
      }
    }
  }

  /** Which act came last matters, be it about a report or an event: commits stay apart. */
  private static <R extends LogRecord> void add(
      SortedMap<CommitPosition, List<LogSlice>> people,
      LogStore logs,
      Log<R> log,
      Writer writer,
      RunId run,
      CommitPosition upTo,
      UnaryOperator<R> own) {
    SortedMap<CommitPosition, List<LogRow>> rows = new TreeMap<>();
    logs.read(
        log,
        run,
        CommitPosition.START,
        upTo,
        row ->
            rows.computeIfAbsent(row.position(), k -> new ArrayList<>())
                .add(
                    row.isRetracted()
                        ? LogCodec.retraction(row)
                        : LogCodec.row(log, own.apply(LogCodec.read(log, row)))));
    rows.forEach(
        (position, of) ->
            people
                .computeIfAbsent(position, k -> new ArrayList<>())
                .add(LogSlice.of(log, writer, of)));
  }
}
