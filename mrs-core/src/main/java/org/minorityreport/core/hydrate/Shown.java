package org.minorityreport.core.hydrate;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import java.util.function.Function;

/**
 * Reports or events that are made when somebody looks at them, and not kept. Immutable.
 *
 * @param <E> as the view holds them
 * @param <T> as they are shown
 */
final class Shown<E, T> extends AbstractList<T> implements RandomAccess {
  private final List<E> entries;
  private final Function<E, T> shown;

  private Shown(List<E> entries, Function<E, T> shown) {
    this.entries = entries;
    this.shown = shown;
  }

  static <E, T> List<T> of(List<E> entries, Function<E, T> shown) {
    return new Shown<>(entries, shown);
  }

  @Override
  public T get(int index) {
    return shown.apply(entries.get(index));
  }

  @Override
  public int size() {
    return entries.size();
  }
}
