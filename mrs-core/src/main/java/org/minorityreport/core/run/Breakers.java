package org.minorityreport.core.run;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.model.ModelRole;
import org.minorityreport.api.model.ModelWay;
import org.minorityreport.api.record.ModelCalls;
import org.minorityreport.api.record.StageRun;

/**
 * Which models rest at which tick, because they failed too often (spec 5.5). Follows from the
 * {@code calls} of the ticks before and from nothing else, so that restarts, ticks run again and
 * back-fills agree: a tick at which at least half of a model's calls failed is a failed one; after
 * some of these in a row the model rests for some ticks, and is then tried again. Ticks at which it
 * was not called say nothing. Mutable, thread-safe; memory grows with the ticks.
 */
final class Breakers {
  private final Map<Slot, Rule> rules;
  private final NavigableMap<Instant, Map<Slot, Boolean>> ticks = new TreeMap<>();
  private final Map<Map<Slot, Boolean>, Map<Slot, Boolean>> same = new HashMap<>();
  private @Nullable Instant firstFailed;
  private @Nullable Instant foldedTo;
  private final SortedMap<Slot, State> folded = new TreeMap<>();
  private final Map<Instant, Set<Slot>> rested = new HashMap<>();

  /**
   * Nothing failed yet.
   *
   * @param rules when each model in service rests
   */
  Breakers(Map<Slot, Rule> rules) {
    this.rules = Map.copyOf(rules);
  }

  private Breakers(Breakers other) {
    this.rules = other.rules;
    this.ticks.putAll(other.ticks);
    this.firstFailed = other.firstFailed;
  }

  /** {@return the same, to be told of ticks that the other is not to know of yet} */
  synchronized Breakers copy() {
    return new Breakers(this);
  }

  /**
   * A model in its place.
   *
   * @param role wire name of the role
   * @param route in which way it is asked
   * @param model name and version
   */
  record Slot(String role, String route, String model) implements Comparable<Slot> {
    static Slot of(ModelRole role, ModelWay way, String model) {
      return new Slot(role.wireName(), way.wireName(), model);
    }

    @Override
    public int compareTo(Slot other) {
      int byRole = role.compareTo(other.role);
      int byRoute = byRole == 0 ? route.compareTo(other.route) : byRole;
      return byRoute == 0 ? model.compareTo(other.model) : byRoute;
    }
  }

  /**
   * When a model rests.
   *
   * @param failedTicks after how many failed ticks in a row
   * @param restTicks for how many ticks
   */
  record Rule(int failedTicks, int restTicks) {}

  /**
   * How a model stands after a tick.
   *
   * @param failed how many ticks in a row failed
   * @param resting for how many more ticks it rests
   * @param tried whether its rest is over and nothing was heard of it since
   */
  private record State(int failed, int resting, boolean tried) {
    static final State WELL = new State(0, 0, false);

    /**
     * How it stands after one more tick.
     *
     * @param bad whether that failed; null if the model was not called
     */
    State after(@Nullable Boolean bad, Rule rule) {
      if (bad == null) {
        return resting > 0 ? new State(failed, resting - 1, resting == 1) : this;
      }
      if (!bad) {
        return WELL;
      }
      boolean opens = tried || failed + 1 >= rule.failedTicks();
      return opens ? new State(0, rule.restTicks(), false) : new State(failed + 1, 0, false);
    }
  }

  /** Takes note of what a stage said of a tick; the newest word counts. */
  synchronized void note(StageRun stage) {
    Instant tick = stage.writtenAt();
    Map<Slot, Boolean> now = new HashMap<>(ticks.getOrDefault(tick, Map.of()));
    Set<String> roles = roles(stage.stage());
    now.keySet().removeIf(slot -> roles.contains(slot.role()));
    boolean failed = false;
    for (ModelCalls calls : stage.calls()) {
      Slot slot =
          new Slot(calls.role(), calls.route(), calls.modelName() + "@" + calls.modelVersion());
      if (rules.containsKey(slot) && calls.ok() + calls.failed() > 0) {
        boolean bad = 2 * calls.failed() >= calls.ok() + calls.failed();
        now.put(slot, bad);
        failed |= bad;
      }
    }
    Map<Slot, Boolean> kept = same.computeIfAbsent(now, Map::copyOf);
    Map<Slot, Boolean> before = ticks.put(tick, kept);
    if (failed && (firstFailed == null || tick.isBefore(firstFailed))) {
      firstFailed = tick;
    }
    if (foldedTo != null && !tick.isAfter(foldedTo) && !kept.equals(before)) {
      foldedTo = null;
    }
  }

  private static Set<String> roles(String stage) {
    return switch (stage) {
      case StageRuns.DETECTION ->
          Set.of(ModelRole.BASELINE.wireName(), ModelRole.CLASSIFIER.wireName());
      case Stages.CLUSTERING -> Set.of(ModelRole.CLUSTER.wireName());
      case Stages.ATTRIBUTION -> Set.of(ModelRole.ATTRIBUTION.wireName());
      case Stages.COHORTING -> Set.of(ModelRole.COHORT.wireName());
      default -> Set.of();
    };
  }

  /** {@return in which ways models of a role are not asked at a tick} */
  synchronized Set<ModelWay> resting(ModelRole role, Instant tick) {
    EnumSet<ModelWay> ways = EnumSet.noneOf(ModelWay.class);
    for (Slot slot : resting(tick)) {
      if (slot.role().equals(role.wireName())) {
        ways.add(way(slot));
      }
    }
    return ways;
  }

  private Set<Slot> resting(Instant tick) {
    if (isWell(tick)) {
      return Set.of();
    }
    Instant known = foldedTo;
    if (known == null || tick.isAfter(known)) {
      fold(tick);
      return restingNow();
    }
    return rested.getOrDefault(tick, Set.of());
  }

  private Set<Slot> restingNow() {
    Set<Slot> slots = new HashSet<>();
    folded.forEach(
        (slot, state) -> {
          if (state.resting() > 0) {
            slots.add(slot);
          }
        });
    return slots;
  }

  private static ModelWay way(Slot slot) {
    for (ModelWay way : ModelWay.values()) {
      if (way.wireName().equals(slot.route())) {
        return way;
      }
    }
    throw new IllegalStateException(slot.toString());
  }

  /**
   * {@return whether no model of some roles failed at the newest ticks, so that none rests soon}
   */
  synchronized boolean isCalm(Collection<ModelRole> roles) {
    if (firstFailed == null) {
      return true;
    }
    fold(Instant.MAX);
    Set<String> names = new HashSet<>();
    roles.forEach(role -> names.add(role.wireName()));
    return folded.entrySet().stream()
        .filter(e -> names.contains(e.getKey().role()))
        .allMatch(e -> e.getValue().equals(State.WELL));
  }

  /** {@return whether no tick before a moment failed} */
  synchronized boolean isWell(Instant tick) {
    return firstFailed == null || !firstFailed.isBefore(tick);
  }

  /** Finds how the models stand before a moment, and when they rested until then. */
  private void fold(Instant moment) {
    Instant from = foldedTo;
    if (from == null) {
      folded.clear();
      rested.clear();
    }
    NavigableMap<Instant, Map<Slot, Boolean>> more =
        from == null
            ? ticks.subMap(Objects.requireNonNull(firstFailed), true, moment, false)
            : ticks.subMap(from, false, moment, false);
    more.forEach(
        (tick, calls) -> {
          Set<Slot> now = restingNow();
          if (!now.isEmpty()) {
            rested.put(tick, now);
          }
          rules.forEach(
              (slot, rule) ->
                  folded.merge(
                      slot,
                      State.WELL.after(calls.get(slot), rule),
                      (before, first) -> before.after(calls.get(slot), rule)));
        });
    foldedTo = more.isEmpty() ? from : more.lastKey();
  }
}
