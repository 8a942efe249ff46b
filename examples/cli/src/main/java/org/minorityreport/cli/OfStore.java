package org.minorityreport.cli;

import java.util.Collection;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Mixin;

/** A command about one run of a store. */
abstract class OfStore implements Callable<Integer> {
  @Mixin final StoreOption store = new StoreOption();

  /** Prints a value: as one JSON object for programs, as its text for people. */
  final void show(Object value, String text) {
    if (store.json()) {
      store.json(value);
    } else {
      store.line(text.stripTrailing());
    }
  }

  /** Prints rows, one a line. */
  final <T> void list(Collection<? extends T> rows, Function<? super T, String> text) {
    for (T row : rows) {
      if (store.json()) {
        store.json(row);
      } else {
        store.line(text.apply(row));
      }
    }
  }
}
