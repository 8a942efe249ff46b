package org.minorityreport.core.hydrate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.RandomAccess;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Values in the order of their keys, given out as lists that do not change. A change costs a
 * search; what lies between two is taken over in pieces. Not thread-safe.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class SortedByKey<K extends Comparable<K>, V> {
  /** With more pieces than this, all is copied into one: looking at each costs a search for it. */
  private static final int MOST_PIECES = 4096;

  private Pieces<K, V> pieces = new Pieces<>(List.of());
  private final Map<K, @Nullable V> changes = new HashMap<>();

  /** Goes on from what was kept; before anything is put in. */
  void goOnFrom(Pieces.Piece<K, V> kept) {
    pieces = new Pieces<>(List.of(kept));
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
    return pieces.values();
  }

  private void take() {
    List<K> changed = new ArrayList<>(changes.keySet());
    Collections.sort(changed);
    List<Pieces.Piece<K, V>> taken = new ArrayList<>();
    List<K> keys = new ArrayList<>();
    List<V> values = new ArrayList<>();
    int at = 0;
    for (K key : changed) {
      int found = pieces.find(key);
      int place = found < 0 ? -found - 1 : found;
      if (place > at && !keys.isEmpty()) {
        taken.add(new Pieces.Piece<>(keys, values));
        keys = new ArrayList<>();
        values = new ArrayList<>();
      }
      pieces.between(at, place, taken);
      at = found < 0 ? place : place + 1;
      V value = changes.get(key);
      if (value != null) {
        keys.add(key);
        values.add(value);
      }
    }
    if (!keys.isEmpty()) {
      taken.add(new Pieces.Piece<>(keys, values));
    }
    pieces.between(at, pieces.size(), taken);
    Pieces<K, V> now = new Pieces<>(taken);
    pieces = now.count() > MOST_PIECES ? now.joined() : now;
  }

  /** {@return values that are made when they are looked at} */
  static <V> List<V> made(int size, IntFunction<V> value) {
    return new Made<>(size, value);
  }

  private static final class Made<V> extends AbstractList<V> implements RandomAccess {
    private final int size;
    private final IntFunction<V> value;

    Made(int size, IntFunction<V> value) {
      this.size = size;
      this.value = value;
    }

    @Override
    public V get(int index) {
      return value.apply(index);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
