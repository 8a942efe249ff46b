package org.minorityreport.core.provenance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.StoredRow;
import org.minorityreport.core.provenance.Place.RefRow;

/** The rows that a hydrated row names, to be searched for what it shows. Not thread-safe. */
final class RefRows {
  private static final Comparator<RefRow> BY_TICK =
      Comparator.comparing((RefRow row) -> row.stored().writtenAt())
          .thenComparing(row -> row.stored().position())
          .thenComparing(row -> Logs.all().indexOf(row.stored().log()))
          .thenComparing(row -> row.stored().rowNumber());

  private final List<RefRow> rows;

  private RefRows(List<RefRow> rows) {
    this.rows = rows;
  }

  /**
   * The rows that a hydrated row names.
   *
   * @param shown fields of the hydrated row
   * @param rows rows by {@link #name}; those that cannot be read are not there
   */
  static RefRows of(Map<String, Object> shown, Map<String, StoredRow> rows) {
    List<RefRow> found = new ArrayList<>();
    if (shown.get("row_refs") instanceof Collection<?> refs) {
      for (Object ref : refs) {
        if (ref instanceof Map<?, ?> place) {
          StoredRow row = rows.get(place.get("log") + " " + place.get("row"));
          if (row != null) {
            found.add(RefRow.of(row));
          }
        }
      }
    }
    found.sort(BY_TICK);
    return new RefRows(List.copyOf(found));
  }

  static String name(StoredRow row) {
    return row.log().wireName() + " " + row.rowNumber();
  }

  /** {@return all of them, oldest first} */
  List<RefRow> all() {
    return rows;
  }

  Stream<RefRow> of(Log<?> log) {
    return rows.stream().filter(row -> row.stored().log().equals(log));
  }

  /** {@return the rows of some logs about something} */
  Stream<RefRow> about(Collection<Log<?>> logs, String subject) {
    return rows.stream()
        .filter(row -> logs.contains(row.stored().log()))
        .filter(row -> row.stored().subject().filter(subject::equals).isPresent());
  }

  /** {@return the newest row of one log in which a field says something} */
  Optional<RefRow> newest(Log<?> log, String field, @Nullable Object value) {
    return newest(of(log), row -> Objects.equals(row.at(field), value));
  }

  static Optional<RefRow> newest(Stream<RefRow> of, Predicate<RefRow> wanted) {
    return of.filter(wanted).reduce((before, after) -> after);
  }
}
