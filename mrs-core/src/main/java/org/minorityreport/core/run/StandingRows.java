package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.id.StoreId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.log.Writer;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.DataCorrections;
import org.minorityreport.core.json.LogCodec;

/**
 * The rows of the stages that stand under the ticks that are run again. What people, administrators
 * and the inputs said is not among them: no rerun takes that back. One thread; of each row only its
 * key and its store are kept.
 */
final class StandingRows {
  /** The logs of the stages. */
  static final List<Log<?>> OF_STAGES =
      Logs.all().stream()
          .filter(log -> log.keyFields().contains("written_at"))
          .filter(
              log ->
                  log.writers().stream()
                      .anyMatch(
                          Set.of(
                                  Writer.DETECTION,
                                  Writer.CLUSTERING,
                                  Writer.ATTRIBUTION,
                                  Writer.COHORTING)
                              ::contains))
          .<Log<?>>map(log -> log)
          .toList();

  /** The logs of cohorting, whose rows are of all stores together. */
  static final List<Log<?>> OF_ALL_STORES =
      List.of(Logs.COHORT_PREDICTIONS, Logs.REPORTS_COHORTED, Logs.EVENTS);

  private final LogStore store;
  private final SortedMap<Instant, Map<Log<?>, SortedMap<String, Mark>>> byTick = new TreeMap<>();
  private final Map<String, StoreId> storeOf = new HashMap<>();

  /**
   * A row that stands.
   *
   * @param subject the report or event it is about, or null
   * @param store its store, null where rows are of all stores
   * @param isCorrection whether reconciliation wrote it
   */
  record Mark(@Nullable String subject, @Nullable StoreId store, boolean isCorrection) {}

  /**
   * Reads what stands.
   *
   * @param first rows of earlier ticks are not looked at
   */
  StandingRows(LogStore store, RunId run, TickIndex ticks, Instant first) {
    this.store = store;
    CommitPosition after = ticks.positionBefore(first);
    for (Log<?> log : OF_STAGES) {
      store.read(
          log,
          run,
          after,
          store.head(),
          row -> {
            if (!row.writtenAt().isBefore(first)) {
              note(row);
            }
          });
    }
  }

  private void note(StoredRow row) {
    SortedMap<String, Mark> rows =
        byTick
            .computeIfAbsent(row.writtenAt(), k -> new HashMap<>())
            .computeIfAbsent(row.log(), k -> new TreeMap<>());
    if (row.isRetracted()) {
      rows.remove(row.key());
    } else {
      rows.put(row.key(), mark(row));
    }
  }

  private Mark mark(StoredRow row) {
    String subject = row.subject().orElse(null);
    Log<?> log = row.log();
    boolean correction = DataCorrections.isOne(row);
    if (OF_ALL_STORES.contains(log)) {
      return new Mark(subject, null, correction);
    }
    boolean ofSeries = log == Logs.BASELINE_PREDICTIONS || log == Logs.CLASSIFIER_PREDICTIONS;
    StoreId known = subject == null || ofSeries ? null : storeOf.get(subject);
    if (known == null) {
      Object stated = CanonicalJson.fields(row.json()).get("store_id");
      known = stated == null ? null : StoreId.of(stated.toString());
      if (known != null && subject != null && !ofSeries) {
        storeOf.put(subject, known);
      }
    }
    return new Mark(subject, known, correction);
  }

  /** {@return the rows of a log that stand under a tick, by key} */
  SortedMap<String, Mark> at(Instant tick, Log<?> log) {
    return byTick.getOrDefault(tick, Map.of()).getOrDefault(log, new TreeMap<>());
  }

  /** {@return the keys of a log that stand under a tick and are wanted} */
  List<String> keys(Instant tick, Log<?> log, Predicate<Mark> wanted) {
    List<String> keys = new ArrayList<>();
    at(tick, log)
        .forEach(
            (key, mark) -> {
              if (wanted.test(mark)) {
                keys.add(key);
              }
            });
    return keys;
  }

  /** {@return what the rows of a log are about that stand under a tick} */
  Set<String> subjects(Instant tick, Log<?> log) {
    Set<String> subjects = new HashSet<>();
    at(tick, log).values().stream()
        .map(Mark::subject)
        .filter(Objects::nonNull)
        .forEach(subjects::add);
    return subjects;
  }

  /** {@return the rows of some keys, by key} */
  Collection<StoredRow> rows(Log<?> log, Collection<String> keys) {
    return new TreeMap<>(store.latest(log, keys, store.head())).values();
  }

  /** Takes back rows of a tick, and adds the retractions to its rows. */
  void retract(Instant tick, Log<?> log, Collection<String> keys, TickRows to) {
    for (StoredRow row : rows(log, keys)) {
      to.add(log, writer(log), LogCodec.retraction(row));
    }
    at(tick, log).keySet().removeAll(keys);
  }

  /** Notes rows that a tick writes now. */
  void add(Instant tick, Log<?> log, String key, Mark mark) {
    byTick
        .computeIfAbsent(tick, k -> new HashMap<>())
        .computeIfAbsent(log, k -> new TreeMap<>())
        .put(key, mark);
  }

  /** {@return the ticks under which a row of a log about something stands} */
  Optional<Instant> firstAbout(Log<?> log, String subject, boolean correction) {
    return byTick.keySet().stream()
        .filter(
            tick ->
                at(tick, log).values().stream()
                    .anyMatch(m -> subject.equals(m.subject()) && m.isCorrection() == correction))
        .findFirst();
  }

  /** The first writer by name: of logs with two, the stage, as it is the one that runs again. */
  private static Writer writer(Log<?> log) {
    return log.writers().stream().sorted().findFirst().orElseThrow();
  }
}
