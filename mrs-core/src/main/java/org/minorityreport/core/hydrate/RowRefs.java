package org.minorityreport.core.hydrate;

import java.util.Comparator;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.api.view.RowRef;

/** Collects the rows that contribute to a hydrated row. Not thread-safe. */
final class RowRefs {
  private static final Comparator<StoredRow> BY_PLACE =
      Comparator.comparing((StoredRow row) -> row.log().wireName())
          .thenComparingLong(StoredRow::rowNumber);

  private final SortedSet<StoredRow> rows = new TreeSet<>(BY_PLACE);

  RowRefs add(SourcedRow<?> row) {
    return add(row.stored());
  }

  RowRefs add(StoredRow row) {
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
        .map(row -> RowRef.builder().log(row.log().wireName()).row(row.rowNumber()).build())
        .toList();
  }

  /** {@return the newest commit that brought one of them} */
  long lastChanged() {
    return rows.stream().mapToLong(row -> row.position().value()).max().orElse(0);
  }
}
