package org.minorityreport.examples.csv;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How one table differs from the documented form: the file's name, what separates its fields, its
 * own names of columns, values that hold for every row, and its patterns of times.
 */
record TableMapping(
    String file,
    char delimiter,
    SortedMap<String, String> columns,
    SortedMap<String, String> constants,
    List<String> timeFormats) {

  static TableMapping of(TableKind kind) {
    return new TableMapping(kind.fileName(), ',', new TreeMap<>(), new TreeMap<>(), List.of());
  }

  /** The same for another file. */
  TableMapping of(String other) {
    return new TableMapping(other, delimiter, columns, constants, timeFormats);
  }
}
