package org.minorityreport.core.hydrate;

import java.util.ArrayList;
import java.util.List;
import org.minorityreport.api.view.RowRef;

/** Collects the rows that contribute to a hydrated row. Not thread-safe. */
final class RowRefs {
  private final List<RowPlace> rows = new ArrayList<>();

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

  /** {@return the rows, each once, by log and number} */
  List<RowRef> list() {
    List<RowPlace> sorted = new ArrayList<>(rows);
    sorted.sort(RowPlace.BY_LOG);
    List<RowRef> refs = new ArrayList<>(sorted.size());
    RowPlace before = null;
    for (RowPlace row : sorted) {
      if (before == null || RowPlace.BY_LOG.compare(before, row) != 0) {
        refs.add(RowRef.builder().log(row.log().wireName()).row(row.number()).build());
      }
      before = row;
    }
    return refs;
  }

  /** {@return the newest commit that brought one of them} */
  long lastChanged() {
    long newest = 0;
    for (RowPlace row : rows) {
      newest = Math.max(newest, row.position().value());
    }
    return newest;
  }
}
