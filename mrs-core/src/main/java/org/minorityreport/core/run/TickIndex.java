package org.minorityreport.core.run;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
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
 * The ticks of a run, how their stages fared, and the commit that brought each first: rows of a
 * tick lie in that commit or, after corrections, in later ones. Mutable, one thread; memory grows
 * with the ticks.
 */
final class TickIndex {
  private final NavigableMap<Instant, CommitPosition> ticks = new TreeMap<>();
  private final NavigableMap<Instant, Map<String, StageRun>> troubled = new TreeMap<>();
  private final Map<StageRun, StageRun> same = new HashMap<>();
  private final NavigableSet<Instant> caughtUp = new TreeSet<>();
  private final Sources sources;
  private final PeopleHistory people;
  private final ModelService models;

  private TickIndex(Sources sources, PeopleHistory people, ModelService models) {
    this.sources = sources;
    this.people = people;
    this.models = models;
  }

  /** Reads the ticks from the logs. */
  static TickIndex of(
      LogStore store, RunId run, Sources sources, PeopleHistory people, ModelService models) {
    TickIndex index = new TickIndex(sources, people, models);
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
    models.note(stage);
    Instant tick = stage.writtenAt();
    boolean well =
        stage.outcome() != StageOutcome.FAILED
            && stage.degradedReasons().isEmpty()
            && stage.calls().stream().allMatch(call -> call.failed() == 0);
    if (well) {
      Map<String, StageRun> before = troubled.getOrDefault(tick, new HashMap<>());
      before.remove(stage.stage());
      if (before.isEmpty()) {
        troubled.remove(tick);
      }
    } else {
      troubled.computeIfAbsent(tick, k -> new HashMap<>()).put(stage.stage(), slim(stage));
    }
    if (stage.stage().equals(Stages.ATTRIBUTION)) {
      if (stage.outcome() == StageOutcome.OK) {
        caughtUp.add(tick);
      } else {
        caughtUp.remove(tick);
      }
    }
  }

  /** Without what says nothing of trouble: of most ticks with trouble the rest is the same. */
  private StageRun slim(StageRun stage) {
    StageRun slim =
        StageRun.builder()
            .from(stage)
            .writtenAt(Instant.EPOCH)
            .version(1)
            .rowsIn(0)
            .rowsOut(0)
            .rowsError(0)
            .modelVersions(new TreeMap<>())
            .editsSeen(new TreeMap<>())
            .inputDigests(new TreeMap<>())
            .calls(stage.calls().stream().filter(call -> call.failed() > 0).toList())
            .build();
    return same.computeIfAbsent(slim, k -> slim);
  }

  /** Takes note of what ticks said of their stages, once that is appended. */
  void note(TickRows rows) {
    for (LogRow row : rows.of(Logs.STAGE_RUNS)) {
      StageRun stage = CanonicalJson.read(row.json(1), StageRun.class);
      sources.note(stage);
      note(stage);
    }
  }

  /** {@return whether the fallback alone spoke for a baseline model at a tick, as that rested} */
  boolean isBaselineResting(Instant tick) {
    return models.isBaselineResting(tick);
  }

  /** {@return whether a baseline model rested when the tick that first saw a step was run} */
  boolean isBaselineResting(Instant stepEnd, Instant upTo) {
    if (models.isWell(upTo)) {
      return false;
    }
    Instant tick = ticks.ceilingKey(stepEnd);
    while (tick != null && sources.isOutage(tick)) {
      tick = ticks.higherKey(tick);
    }
    return tick != null && !tick.isAfter(upTo) && models.isBaselineResting(tick);
  }

  /** {@return whether no call of any tick before a moment failed} */
  boolean isWell(Instant moment) {
    return models.isWell(moment);
  }

  /** {@return what a stage said of a tick at which it failed, or something of it} */
  Optional<StageRun> trouble(Instant tick, String stage) {
    return Optional.ofNullable(troubled.getOrDefault(tick, Map.of()).get(stage));
  }

  /** {@return the ticks of a span, both ends included, at which a stage or a call failed} */
  NavigableSet<Instant> troubled(Instant from, Instant to) {
    return from.isAfter(to)
        ? new TreeSet<>()
        : troubled.subMap(from, true, to, true).navigableKeySet();
  }

  /**
   * From which tick on later stages may owe rows after a tick. Nothing of what was detected before
   * a tick is owed after it if all reports that were owed had been given to all stages and not one
   * of their rows lacked anything; of a tick without reports that cannot be told.
   *
   * @param tick the tick
   * @param bound what was detected before is let go
   * @param absent codes of the sources that are not there today: what they alone lack is not owed
   *     yet
   * @return the first such tick; empty if nothing is owed
   */
  Optional<Instant> owedSince(Instant tick, Instant bound, Set<String> absent) {
    Instant from = bound;
    for (Instant good : caughtUp.headSet(tick, true).descendingSet()) {
      if (good.isBefore(bound)) {
        break;
      }
      if (!owes(good, Set.of())) {
        from = good;
        break;
      }
    }
    return troubled(from, tick).stream().filter(each -> owes(each, absent)).findFirst();
  }

  /** {@return whether stages after detection may owe rows about what a tick detected} */
  boolean owes(Instant tick, Set<String> absent) {
    return troubled.getOrDefault(tick, Map.of()).values().stream()
        .anyMatch(
            run ->
                !run.stage().equals(StageRuns.DETECTION)
                    && (run.outcome() == StageOutcome.FAILED
                        || !absent.containsAll(run.degradedReasons())));
  }

  /** {@return the newest tick up to one at which cohorting did not fail} */
  Optional<Instant> joined(Instant tick) {
    Instant found = ticks.floorKey(tick);
    while (found != null
        && trouble(found, Stages.COHORTING)
            .filter(run -> run.outcome() == StageOutcome.FAILED)
            .isPresent()) {
      found = ticks.lowerKey(found);
    }
    return Optional.ofNullable(found);
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
    return joined(tick).map(people::placements).orElseGet(Placements::none);
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

  /** {@return the commit that first brought a tick that was run} */
  CommitPosition positionOf(Instant tick) {
    return Objects.requireNonNull(ticks.get(tick), tick + " was never run");
  }

  /** {@return the tick before a moment} */
  Optional<Instant> before(Instant moment) {
    return Optional.ofNullable(ticks.lowerKey(moment));
  }

  /** {@return the first tick that a commit brought after some position} */
  Optional<Instant> firstAfter(CommitPosition position) {
    return ticks.entrySet().stream()
        .filter(tick -> tick.getValue().compareTo(position) > 0)
        .map(Map.Entry::getKey)
        .findFirst();
  }

  /** {@return the position after which all rows of the ticks from a moment on lie} */
  CommitPosition positionBefore(Instant moment) {
    Map.@Nullable Entry<Instant, CommitPosition> entry = ticks.ceilingEntry(moment);
    return entry == null
        ? ticks.isEmpty() ? CommitPosition.START : ticks.lastEntry().getValue()
        : CommitPosition.of(entry.getValue().value() - 1);
  }
}
