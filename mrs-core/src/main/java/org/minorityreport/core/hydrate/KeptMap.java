package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A map that may go on from one that was kept: what changed since is in memory, all else is looked
 * up when it is asked for. Any number of threads may read while none writes.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class KeptMap<K, V> {
  /** How many changes a copy copies at most. */
  private static final int MOST_COPIED = 4096;

  private Map<K, @Nullable V> changed;

  /** What changed longer ago; copies share it, so it is not written to. */
  private Map<K, @Nullable V> older;

  private Base<K, V> base;

  KeptMap() {
    this(new HashMap<>(), new HashMap<>(), Base.none());
  }

  private KeptMap(Map<K, @Nullable V> changed, Map<K, @Nullable V> older, Base<K, V> base) {
    this.changed = changed;
    this.older = older;
    this.base = base;
  }

  /** Goes on from a map that was kept; before anything is put in. */
  void goOnFrom(Base<K, V> kept) {
    base = kept;
  }

  /** {@return what was kept, whatever changed since} */
  Base<K, V> kept() {
    return base;
  }

  /** {@return the value of a key; of one that was kept a copy, null if there is none} */
  @Nullable V get(K key) {
    V value = changed.get(key);
    if (value != null || changed.containsKey(key)) {
      return value;
    }
    value = older.get(key);
    return value != null || base == Base.NONE || older.containsKey(key) ? value : base.get(key);
  }

  V getOrDefault(K key, V otherwise) {
    return Objects.requireNonNullElse(get(key), otherwise);
  }

  boolean containsKey(K key) {
    return get(key) != null;
  }

  void put(K key, V value) {
    changed.put(key, value);
  }

  void remove(K key) {
    if (base == Base.NONE && older.isEmpty()) {
      changed.remove(key);
    } else {
      changed.put(key, null);
    }
  }

  /** {@return the value of a key to be changed in place, made if there is none} */
  V held(K key, Supplier<? extends V> made) {
    V value = changed.get(key);
    if (value == null) {
      V kept = get(key);
      value = kept == null ? made.get() : kept;
      changed.put(key, value);
    }
    return value;
  }

  /** {@return the value of a key to be changed in place; null if there is none} */
  @Nullable V held(K key) {
    V value = changed.get(key);
    if (value == null) {
      value = get(key);
      if (value != null) {
        changed.put(key, value);
      }
    }
    return value;
  }

  /** {@return the keys that have a value, in any order} */
  List<K> keys() {
    Map<K, @Nullable V> all = older.isEmpty() ? changed : merged();
    List<K> keys = new ArrayList<>();
    all.forEach(
        (key, value) -> {
          if (value != null) {
            keys.add(key);
          }
        });
    for (K key : base.keys()) {
      if (!all.containsKey(key)) {
        keys.add(key);
      }
    }
    return keys;
  }

  private Map<K, @Nullable V> merged() {
    Map<K, @Nullable V> merged = new HashMap<>(older);
    merged.putAll(changed);
    return merged;
  }

  /** {@return a map that stays as this is now, though its values are the same} */
  KeptMap<K, V> copy() {
    if (changed.size() > MOST_COPIED) {
      older = merged();
      changed = new HashMap<>();
    }
    return new KeptMap<>(new HashMap<>(changed), older, base);
  }

  /**
   * A map that was kept. Thread-safe.
   *
   * @param <K> type of the keys
   * @param <V> type of the values
   */
  interface Base<K, V> {
    /** Nothing was kept. */
    Base<Object, Object> NONE =
        new Base<>() {
          @Override
          public @Nullable Object get(Object key) {
            return null;
          }

          @Override
          public List<Object> keys() {
            return List.of();
          }
        };

    /** {@return a new copy of the value of a key; null if there is none} */
    @Nullable V get(K key);

    /** {@return its keys} */
    List<K> keys();

    @SuppressWarnings("unchecked") // it gives nothing, of whatever type
    static <K, V> Base<K, V> none() {
      return (Base<K, V>) NONE;
    }
  }
}
