package org.minorityreport.examples.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Reads campaigns or context events: a table that may be missing. Rows that contradict each other
 * about one id are all refused; equal ones are one. One thread at a time.
 *
 * @param <T> what a row is
 */
final class ListedTable<T> {
  private final EntityTable<T> table;
  private final Function<EntityRow, T> reader;
  private final Function<T, String> id;
  private final String idColumn;
  private final SortedMap<String, List<Line<T>>> byId = new TreeMap<>();

  private record Line<T>(int line, String raw, T value) {}

  ListedTable(
      Path folder,
      Mapping mapping,
      TableKind kind,
      Function<EntityRow, T> reader,
      Function<T, String> id) {
    this.table = new EntityTable<>(folder, mapping, kind);
    this.reader = reader;
    this.id = id;
    this.idColumn = kind.required().get(0);
  }

  Refusals refusals() {
    return table.refusals();
  }

  /** {@return what the file holds, sorted by id; empty if there is no file} */
  Optional<List<T>> read() {
    if (!table.exists()) {
      return Optional.empty();
    }
    table.read(
        reader,
        (line, raw, value) ->
            byId.computeIfAbsent(id.apply(value), k -> new ArrayList<>())
                .add(new Line<>(line, raw, value)));
    List<T> values = new ArrayList<>();
    for (List<Line<T>> lines : byId.values()) {
      if (lines.stream().map(Line::value).distinct().count() == 1) {
        values.add(lines.get(0).value());
      } else {
        refuse(lines);
      }
    }
    return Optional.of(values);
  }

  private void refuse(List<Line<T>> lines) {
    T first = lines.get(0).value();
    Line<T> different =
        lines.stream().filter(line -> !line.value().equals(first)).findFirst().orElseThrow();
    for (Line<T> line : lines) {
      Line<T> other = line.value().equals(first) ? different : lines.get(0);
      table
          .refusals()
          .add(
              line.line(),
              line.raw(),
              new BadRow(
                  RefusalKinds.CONFLICTING_VALUES,
                  "column '"
                      + idColumn
                      + "' is "
                      + Quoted.text(id.apply(first))
                      + " as in line "
                      + other.line()
                      + ", which has other values, expected one row per "
                      + idColumn));
    }
  }
}
