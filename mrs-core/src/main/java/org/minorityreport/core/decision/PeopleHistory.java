package org.minorityreport.core.decision;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.core.json.LogCodec;

/**
 * What each tick of a run knows of people, made from the logs: a tick that was run sees again the
 * rows that it saw then, as stage_runs_log pins them. As long as nobody did anything no log is read
 * but those of people. One thread at a time; memory grows with the rows of four times the
 * look-back: as far as a correction may send ticks back. For earlier ticks all is read again.
 */
public final class PeopleHistory {
  private static final List<Log<? extends LogRecord>> SAID =
      List.of(Logs.REPORTS_DETECTED, Logs.REPORTS_ATTRIBUTED, Logs.REPORTS_COHORTED, Logs.EVENTS);

  /**
   * Rows of earlier ticks cannot matter to a tick, in look-backs: a report lasts for less than one.
   */
  private static final int NEEDED = 2;

  private static final int KEPT = 4;

  private final LogStore store;
  private final RunId run;
  private final Duration lookBack;
  private final PeopleLogs logs;
  private final TreeMap<Instant, SortedMap<String, Long>> pins = new TreeMap<>();
  private final TreeMap<Instant, Map<Log<?>, SortedMap<String, StoredRow>>> rows = new TreeMap<>();
  private CommitPosition readUpTo = CommitPosition.START;
  private Instant keptFrom = Instant.MIN;
  private People newest = People.NOBODY;
  private Instant newestTick = Instant.MIN;

  /**
   * The history of a run.
   *
   * @param store the logs
   * @param run the line of work
   * @param lookBack how far back a tick looks at sales
   */
  public PeopleHistory(LogStore store, RunId run, Duration lookBack) {
    this.store = Objects.requireNonNull(store, "store");
    this.run = Objects.requireNonNull(run, "run");
    this.lookBack = Objects.requireNonNull(lookBack, "lookBack");
    this.logs = new PeopleLogs(store, run);
  }

  /**
   * Takes note of what a tick saw.
   *
   * @param stage how a stage fared at the tick
   */
  public void remember(StageRun stage) {
    pins.put(stage.writtenAt(), stage.editsSeen());
  }

  /**
   * What a tick knows.
   *
   * @param tick a tick of the run, or the next one
   * @return what it knows of people
   */
  public People at(Instant tick) {
    SortedMap<String, Long> now = logs.counts();
    SortedMap<String, Long> seen = pins.getOrDefault(tick, now);
    if (seen.isEmpty()) {
      return People.NOBODY;
    }
    read(tick);
    if (!newestTick.isBefore(tick)) {
      startAgain();
    }
    pins.subMap(newestTick, false, tick, false).forEach(this::advance);
    return newest.see(logs.between(newest.seen(), seen), tick);
  }

  /**
   * How much of what people did a tick saw.
   *
   * @param tick a tick of the run
   * @return rows of each log that it saw any of, by wire name
   */
  public SortedMap<String, Long> editsSeen(Instant tick) {
    return Collections.unmodifiableSortedMap(pins.getOrDefault(tick, new TreeMap<>()));
  }

  /**
   * Where people put reports and events, as a tick knew it.
   *
   * @param tick a tick of the run
   * @return what it knew of that
   */
  public Placements placements(Instant tick) {
    SortedMap<String, Long> now = logs.counts();
    return logs.placements(pins.getOrDefault(tick, now));
  }

  /**
   * Whether people had put any report or event anywhere, be it taken back since.
   *
   * @param tick a tick of the run
   * @return whether it knew of a move, a split or a merger
   */
  public boolean isMoved(Instant tick) {
    SortedMap<String, Long> now = logs.counts();
    return logs.isMoved(pins.getOrDefault(tick, now));
  }

  private void advance(Instant tick, SortedMap<String, Long> seen) {
    newest =
        newest
            .see(logs.between(newest.seen(), seen), tick)
            .after(
                tick,
                said(tick, Logs.REPORTS_DETECTED),
                said(tick, Logs.REPORTS_ATTRIBUTED),
                said(tick, Logs.REPORTS_COHORTED),
                said(tick, Logs.EVENTS),
                tick.minus(lookBack));
    newestTick = tick;
  }

  private void startAgain() {
    newest = People.NOBODY;
    newestTick = Instant.MIN;
  }

  /** Reads what came since; a row under a tick that was passed makes that tick be passed again. */
  private void read(Instant tick) {
    Instant needed = tick.minus(lookBack.multipliedBy(NEEDED));
    if (needed.isBefore(keptFrom)) {
      rows.clear();
      readUpTo = CommitPosition.START;
      keptFrom = needed;
      startAgain();
    }
    CommitPosition head = store.head();
    for (Log<?> log : SAID) {
      store.read(log, run, readUpTo, head, row -> add(log, row));
    }
    readUpTo = head;
    Instant from = tick.minus(lookBack.multipliedBy(KEPT));
    if (from.isAfter(keptFrom)) {
      rows.headMap(from).clear();
      keptFrom = from;
    }
  }

  private void add(Log<?> log, StoredRow row) {
    if (row.writtenAt().isBefore(keptFrom)) {
      return;
    }
    rows.computeIfAbsent(row.writtenAt(), k -> new HashMap<>())
        .computeIfAbsent(log, k -> new TreeMap<>())
        .put(row.key(), row);
    if (!newestTick.isBefore(row.writtenAt())) {
      startAgain();
    }
  }

  private <R extends LogRecord> List<R> said(Instant tick, Log<R> log) {
    return rows.getOrDefault(tick, Map.of()).getOrDefault(log, new TreeMap<>()).values().stream()
        .filter(row -> !row.isRetracted())
        .map(row -> LogCodec.read(log, row))
        .toList();
  }
}
