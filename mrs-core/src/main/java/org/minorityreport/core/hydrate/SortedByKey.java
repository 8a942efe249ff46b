package org.minorityreport.core.hydrate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values in the order of their keys, given out as lists that do not change. Some changes cost a
 * search each and a copy of the list of references, many new values a sort. Not thread-safe.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class SortedByKey<K extends Comparable<K>, V> {
  private List<K> keys = List.of();
  private List<V> values = List.of();
  private final Map<K, @Nullable V> changes = new HashMap<>();

  /** Goes on from what was kept; before anything is put in. */
  void goOnFrom(Kept<K, V> kept) {
    keys = kept.keys();
    values = kept.values();
  }

  /** Takes a value for a key, in place of the one before. */
  void put(K key, V value) {
    changes.put(key, value);
  }

  /** Takes the value of a key away, if there is one. */
  void remove(K key) {
    changes.put(key, null);
  }

  /** {@return the values, by key} */
  List<V> list() {
    if (!changes.isEmpty()) {
      take();
      changes.clear();
    }
    return values;
  }

  private void take() {
    List<K> changed = new ArrayList<>(changes.keySet());
    Collections.sort(changed);
    List<K> newKeys = new ArrayList<>(keys.size() + changed.size());
    List<V> newValues = new ArrayList<>(keys.size() + changed.size());
    int at = 0;
    for (K key : changed) {
      int found = Collections.binarySearch(keys.subList(at, keys.size()), key);
      int place = at + (found < 0 ? -found - 1 : found);
      newKeys.addAll(keys.subList(at, place));
      newValues.addAll(values.subList(at, place));
      V value = changes.get(key);
      if (value != null) {
        newKeys.add(key);
        newValues.add(value);
      }
      at = found < 0 ? place : place + 1;
    }
    newKeys.addAll(keys.subList(at, keys.size()));
    newValues.addAll(values.subList(at, values.size()));
    keys = newKeys;
    values = Collections.unmodifiableList(newValues);
  }

  /** {@return values that are made when they are looked at} */
  static <V> List<V> made(int size, IntFunction<V> value) {
    return new AbstractList<>() {
      @Override
      public V get(int index) {
        return value.apply(index);
      }

      @Override
      public int size() {
        return size;
      }
    };
  }

  /**
   * What was kept.
   *
   * @param keys the keys, sorted
   * @param values the value of each
   */
  record Kept<K, V>(List<K> keys, List<V> values) {}
}
