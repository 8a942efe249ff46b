package org.minorityreport.core.hydrate;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.view.RowRef;

/** Collects the rows that contribute to a hydrated row. Not thread-safe. */
final class RowRefs {
  private final SortedSet<RowPlace> rows = new TreeSet<>(RowPlace.BY_LOG);

  RowRefs add(SourcedRow<?> row) {
    return add(row.place());
  }

  RowRefs add(RowPlace row) {
    rows.add(row);
    return this;
  }

  RowRefs addAll(RowRefs others) {
    rows.addAll(others.rows);
    return this;
  }

  /** {@return the rows by log and number} */
  List<RowRef> list() {
    return rows.stream()
        .map(row -> RowRef.builder().log(row.log().wireName()).row(row.number()).build())
        .toList();
  }

  /** {@return the newest commit that brought one of them} */
  long lastChanged() {
    return rows.stream().mapToLong(row -> row.position().value()).max().orElse(0);
  }
}
