package org.minorityreport.examples.csv;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.function.Function;
import org.minorityreport.api.error.InvalidValueException;

/**
 * Reads a file with one thing per row: a store, a campaign, a context event. One thread at a time.
 *
 * @param <T> what a row is
 */
final class EntityTable<T> {
  private final Path path;
  private final TableKind kind;
  private final TableMapping table;
  private final ZoneId zone;
  private final Refusals refusals;

  /**
   * Takes what was read.
   *
   * @param <T> what a row is
   */
  interface Sink<T> {
    void take(int line, String raw, T value);
  }

  EntityTable(Path folder, Mapping mapping, TableKind kind) {
    this.kind = kind;
    this.table = mapping.table(kind);
    this.path = folder.resolve(table.file());
    this.zone = mapping.zone().orElse(ZoneOffset.UTC);
    this.refusals = new Refusals(kind, table.file());
  }

  boolean exists() {
    return Files.exists(path);
  }

  Refusals refusals() {
    return refusals;
  }

  void read(Function<EntityRow, T> reader, Sink<T> sink) {
    TimeText times = new TimeText(table.timeFormats());
    try (CsvFile file = CsvFile.open(path, table.delimiter())) {
      Columns columns = Columns.bind(path, kind, table, file);
      while (file.next()) {
        refusals.countRow();
        try {
          EntityRow row = new EntityRow(columns, times, zone, file.split());
          sink.take(file.line(), file.raw(), value(row, reader));
        } catch (BadRow e) {
          refusals.add(file.line(), file.raw(), e);
        }
      }
    }
  }

  private static <T> T value(EntityRow row, Function<EntityRow, T> reader) {
    try {
      return reader.apply(row);
    } catch (InvalidValueException e) {
      throw row.refused(e);
    }
  }
}
