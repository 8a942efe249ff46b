package org.minorityreport.core.hydrate;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.RandomAccess;
import org.jspecify.annotations.Nullable;

/**
 * Keys in order and the value of each, in pieces of other lists. Immutable, as long as these are.
 *
 * @param <K> type of the keys
 * @param <V> type of the values
 */
final class Pieces<K extends Comparable<K>, V> {
  private final List<Piece<K, V>> all;
  private final int[] starts;
  private final int size;

  Pieces(List<Piece<K, V>> all) {
    this.all = all.stream().filter(piece -> piece.size() > 0).toList();
    this.starts = new int[this.all.size()];
    int count = 0;
    for (int i = 0; i < starts.length; i++) {
      starts[i] = count;
      count += this.all.get(i).size();
    }
    this.size = count;
  }

  int size() {
    return size;
  }

  /** {@return how many pieces there are} */
  int count() {
    return starts.length;
  }

  /** {@return the place of a key, or, as searches do, where it would be} */
  int find(K key) {
    int low = 0;
    int high = starts.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      if (all.get(middle).first().compareTo(key) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    if (high < 0) {
      return -1;
    }
    int within = Collections.binarySearch(all.get(high).keys(), key);
    return within < 0 ? within - starts[high] : within + starts[high];
  }

  /** Adds the pieces of a range to a list. */
  void between(int from, int to, List<Piece<K, V>> into) {
    int at = from;
    while (at < to) {
      int piece = piece(at);
      int start = at - starts[piece];
      int end = Math.min(all.get(piece).size(), to - starts[piece]);
      into.add(all.get(piece).part(start, end));
      at = starts[piece] + end;
    }
  }

  /** {@return the same in one piece} */
  Pieces<K, V> joined() {
    List<K> keys = new ArrayList<>(size);
    List<V> values = new ArrayList<>(size);
    for (Piece<K, V> piece : all) {
      keys.addAll(piece.keys());
      values.addAll(piece.values());
    }
    return new Pieces<>(List.of(new Piece<>(keys, values)));
  }

  /** {@return the values, by key} */
  List<V> values() {
    return new Values();
  }

  private int piece(int place) {
    int found = Arrays.binarySearch(starts, place);
    return found < 0 ? -found - 2 : found;
  }

  /**
   * Some keys and the value of each.
   *
   * @param <K> type of the keys
   * @param <V> type of the values
   */
  static final class Piece<K, V> {
    private final List<K> keys;
    private final List<V> values;
    private final int size;
    private final @Nullable K first;

    /**
     * A piece.
     *
     * @param keys the keys, sorted
     * @param values the value of each
     */
    Piece(List<K> keys, List<V> values) {
      this.keys = keys;
      this.values = values;
      this.size = keys.size();
      this.first = size == 0 ? null : keys.get(0);
    }

    int size() {
      return size;
    }

    List<K> keys() {
      return keys;
    }

    List<V> values() {
      return values;
    }

    /** {@return the first key, at hand because searches ask for it over and over} */
    K first() {
      return Objects.requireNonNull(first);
    }

    private Piece<K, V> part(int from, int to) {
      return from == 0 && to == size
          ? this
          : new Piece<>(keys.subList(from, to), values.subList(from, to));
    }
  }

  private final class Values extends AbstractList<V> implements RandomAccess {
    @Override
    public V get(int index) {
      int piece = piece(index);
      return all.get(piece).values().get(index - starts[piece]);
    }

    @Override
    public int size() {
      return size;
    }
  }
}
