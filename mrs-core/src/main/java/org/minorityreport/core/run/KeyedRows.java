package org.minorityreport.core.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.minorityreport.api.id.RunId;
import org.minorityreport.api.log.CommitPosition;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogStore;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.CanonicalJson;
import org.minorityreport.core.json.LogCodec;

/**
 * The rows of a run that stand, by subject and tick: those that the commit in the making says come
 * before those of the store. One thread.
 */
final class KeyedRows {
  private static final int TICKS_AT_ONCE = 64;

  private final LogStore store;
  private final RunId run;
  private final TickIndex ticks;
  private final TickRows pending;
  private final Map<Log<?>, Map<String, LogRow>> ahead = new HashMap<>();

  /**
   * Reads from a store.
   *
   * @param pending rows that are not appended yet; they must not change while this is used
   */
  KeyedRows(LogStore store, RunId run, TickIndex ticks, TickRows pending) {
    this.store = store;
    this.run = run;
    this.ticks = ticks;
    this.pending = pending;
  }

  /** {@return the key of a row about something at a tick} */
  String key(String subject, Instant tick) {
    return CanonicalJson.text(List.of(run.value(), subject, tick.toString()));
  }

  /** {@return the rows of some keys that stand, by key} */
  <R extends LogRecord> SortedMap<String, R> standing(Log<R> log, Collection<String> keys) {
    SortedMap<String, R> standing = new TreeMap<>();
    Set<String> stored = new HashSet<>(keys);
    Map<String, LogRow> of = ahead(log);
    for (String key : keys) {
      LogRow row = of.get(key);
      if (row != null) {
        stored.remove(key);
        if (!row.isRetracted()) {
          standing.put(key, CanonicalJson.read(row.json(1), log.recordType()));
        }
      }
    }
    store
        .latest(log, stored, store.head())
        .forEach(
            (key, row) -> {
              if (!row.isRetracted()) {
                standing.put(key, LogCodec.read(log, row));
              }
            });
    return standing;
  }

  /**
   * The newest row about each of some subjects.
   *
   * @param wanted reports or events
   * @param from rows of earlier ticks are not looked for
   * @param tick nor rows of later ones
   * @return of those that have one, by subject
   */
  <R extends LogRecord> SortedMap<String, R> newest(
      Log<R> log, Collection<String> wanted, Instant from, Instant tick) {
    SortedMap<String, R> found = new TreeMap<>();
    Set<String> missing = new TreeSet<>(wanted);
    NavigableSet<Instant> span = ticks.all().headSet(tick, true).tailSet(from, true);
    Iterator<Instant> back = span.descendingIterator();
    int some = 1; // most lie close by
    while (back.hasNext() && !missing.isEmpty()) {
      List<String> subjects = new ArrayList<>(missing);
      Map<String, String> subjectOf = new HashMap<>();
      for (int i = 0; i < some && back.hasNext(); i++) {
        Instant t = back.next();
        subjects.forEach(subject -> subjectOf.put(key(subject, t), subject));
      }
      some = Math.min(some * 4, TICKS_AT_ONCE);
      standing(log, subjectOf.keySet())
          .forEach(
              (key, row) ->
                  found.merge(
                      subjectOf.get(key),
                      row,
                      (a, b) -> a.writtenAt().isAfter(b.writtenAt()) ? a : b));
      missing.removeAll(found.keySet());
    }
    return found;
  }

  /** Reads the rows of a log that stand and lie in commits after a position. */
  <R extends LogRecord> void read(Log<R> log, CommitPosition after, Consumer<R> reader) {
    Map<String, R> rows = new TreeMap<>();
    Map<String, StoredRow> stored = new HashMap<>();
    store.read(log, run, after, store.head(), row -> stored.put(row.key(), row));
    stored.forEach(
        (key, row) -> {
          if (!row.isRetracted()) {
            rows.put(key, LogCodec.read(log, row));
          }
        });
    ahead(log)
        .forEach(
            (key, row) -> {
              if (row.isRetracted()) {
                rows.remove(key);
              } else {
                rows.put(key, CanonicalJson.read(row.json(1), log.recordType()));
              }
            });
    rows.values().forEach(reader);
  }

  private Map<String, LogRow> ahead(Log<?> log) {
    return ahead.computeIfAbsent(
        log,
        k -> {
          Map<String, LogRow> rows = new HashMap<>();
          pending.of(log).forEach(row -> rows.put(row.key(), row));
          return rows;
        });
  }
}
