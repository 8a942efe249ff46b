package org.minorityreport.core.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.StageOutcome;
import org.minorityreport.api.record.StageRun;
import org.minorityreport.api.stage.Placements;
import org.minorityreport.core.decision.PeopleHistory;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * The ticks of a run and the commit that brought each first: rows of a tick lie in that commit or,
 * after corrections, in later ones. Mutable, one thread; memory grows with the ticks.
 */
final class TickIndex {
  private final NavigableMap<Instant, CommitPosition> ticks = new TreeMap<>();
  private final NavigableSet<Instant> unclean = new TreeSet<>();
  private final NavigableSet<Instant> uncohorted = new TreeSet<>();
  private final Sources sources;
  private final PeopleHistory people;

  private TickIndex(Sources sources, PeopleHistory people) {
    this.sources = sources;
    this.people = people;
  }

  /** Reads the ticks from the logs. */
  static TickIndex of(LogStore store, RunId run, Sources sources, PeopleHistory people) {
    TickIndex index = new TickIndex(sources, people);
    store.read(Logs.STAGE_RUNS, run, CommitPosition.START, store.head(), index::note);
    return index;
  }

  private void note(StoredRow row) {
    if (!row.isRetracted()) {
      ticks.putIfAbsent(row.writtenAt(), row.position());
      StageRun stage = LogCodec.read(Logs.STAGE_RUNS, row);
      sources.note(stage);
      note(stage);
    }
  }

  private void note(StageRun stage) {
    people.remember(stage);
    if (stage.stage().equals(Stages.COHORTING)) {
      if (stage.outcome() == StageOutcome.FAILED) {
        uncohorted.add(stage.writtenAt());
      } else {
        uncohorted.remove(stage.writtenAt());
      }
    }
    boolean detected = stage.stage().equals(StageRuns.DETECTION);
    if (stage.outcome() == StageOutcome.FAILED
        || !(detected || stage.degradedReasons().isEmpty())) {
      unclean.add(stage.writtenAt());
    }
  }

  /** Takes note of what a new tick said of its stages. */
  void note(TickRows rows) {
    for (LogRow row : rows.of(Logs.STAGE_RUNS)) {
      note(CanonicalJson.read(row.json(1), StageRun.class));
    }
  }

  /**
   * The newest tick up to one after which no stage owed anything; the given one if that cannot be
   * told within a time.
   */
  Instant clean(Instant tick, Duration back) {
    Instant found = tick;
    while (unclean.contains(found)) {
      Instant earlier = ticks.lowerKey(found);
      if (earlier == null || earlier.isBefore(tick.minus(back))) {
        return tick;
      }
      found = earlier;
    }
    return found;
  }

  /** {@return the newest tick before a moment that could read the sales} */
  Optional<Instant> foldedBefore(Instant moment) {
    Instant tick = ticks.lowerKey(moment);
    while (tick != null && sources.isOutage(tick)) {
      tick = ticks.lowerKey(tick);
    }
    return Optional.ofNullable(tick);
  }

  /** {@return where people had put reports and events, as cohorting last knew it by a tick} */
  Placements placements(Instant tick) {
    Instant cohorted = ticks.floorKey(tick);
    while (cohorted != null && uncohorted.contains(cohorted)) {
      cohorted = ticks.lowerKey(cohorted);
    }
    return cohorted == null ? Placements.none() : people.placements(cohorted);
  }

  /** {@return whether people had put anything anywhere by a tick, be it taken back since} */
  boolean isMoved(Instant tick) {
    return people.isMoved(tick);
  }

  /** {@return whether a tick could not read the sales} */
  boolean isOutage(Instant tick) {
    return sources.isOutage(tick);
  }

  void add(Instant tick, CommitPosition position) {
    ticks.putIfAbsent(tick, position);
  }

  NavigableSet<Instant> all() {
    return ticks.navigableKeySet();
  }

  boolean has(Instant tick) {
    return ticks.containsKey(tick);
  }

  Optional<Instant> newest() {
    return ticks.isEmpty() ? Optional.empty() : Optional.of(ticks.lastKey());
  }

  /** {@return the tick before a moment} */
  Optional<Instant> before(Instant moment) {
    return Optional.ofNullable(ticks.lowerKey(moment));
  }

  /** {@return the position after which all rows of the ticks from a moment on lie} */
  CommitPosition positionBefore(Instant moment) {
    Map.@Nullable Entry<Instant, CommitPosition> entry = ticks.ceilingEntry(moment);
    return entry == null
        ? ticks.isEmpty() ? CommitPosition.START : ticks.lastEntry().getValue()
        : CommitPosition.of(entry.getValue().value() - 1);
  }
}
