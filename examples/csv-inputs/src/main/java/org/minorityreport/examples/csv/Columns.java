package org.minorityreport.examples.csv;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.error.InvalidInputException;

/** The columns of the contract, found in the header of one file. Immutable. */
final class Columns {
  private final SortedMap<String, Column> byWireName;
  private final List<Column> others;

  private Columns(SortedMap<String, Column> byWireName, List<Column> others) {
    this.byWireName = byWireName;
    this.others = Collections.unmodifiableList(others);
  }

  static Columns bind(Path file, TableKind kind, TableMapping mapping, CsvFile csv) {
    String[] header = csv.header(kind);
    Map<String, Integer> positions = positions(file, header);
    SortedMap<String, Column> bound = new TreeMap<>();
    List<String> missing = new ArrayList<>();
    List<String> all = new ArrayList<>(kind.required());
    all.addAll(kind.optional());
    for (String wireName : all) {
      String constant = mapping.constants().get(wireName);
      String name = mapping.columns().getOrDefault(wireName, wireName);
      Integer position = positions.get(name);
      if (constant != null && position != null) {
        throw new InvalidInputException(
            file.toString(),
            "column '"
                + name
                + "' is in the file and a constant "
                + Quoted.text(constant)
                + " in the mapping, expected one of them");
      } else if (constant != null) {
        bound.put(wireName, Column.constant(wireName, constant));
      } else if (position != null) {
        bound.put(wireName, Column.at(wireName, name, position));
        positions.remove(name);
      } else if (kind.required().contains(wireName) || mapping.columns().containsKey(wireName)) {
        missing.add("'" + name + "'" + (name.equals(wireName) ? "" : " (" + wireName + ")"));
      } else {
        bound.put(wireName, Column.absent(wireName));
      }
    }
    if (!missing.isEmpty()) {
      throw new InvalidInputException(
          file.toString(),
          (missing.size() == 1 ? "column " : "columns ")
              + String.join(", ", missing)
              + (missing.size() == 1 ? " is" : " are")
              + " missing; the header has "
              + Quoted.text(String.join(", ", header))
              + ", expected "
              + kind.expectation());
    }
    return new Columns(bound, others(header, positions));
  }

  private static Map<String, Integer> positions(Path file, String[] header) {
    Map<String, Integer> positions = new HashMap<>();
    for (int i = 0; i < header.length; i++) {
      String name = header[i].strip();
      Integer before = name.isEmpty() ? null : positions.putIfAbsent(name, i);
      if (before != null) {
        throw new InvalidInputException(
            file.toString(),
            "column '"
                + name
                + "' stands twice in the header, as column "
                + (before + 1)
                + " and "
                + (i + 1)
                + ", expected every name once");
      }
    }
    return positions;
  }

  private static List<Column> others(String[] header, Map<String, Integer> unbound) {
    List<Column> others = new ArrayList<>();
    Arrays.stream(header)
        .map(String::strip)
        .filter(unbound::containsKey)
        .forEach(name -> others.add(Column.at(name, name, unbound.getOrDefault(name, 0))));
    return others;
  }

  Column get(String wireName) {
    Column column = byWireName.get(wireName);
    if (column == null) {
      throw new IllegalArgumentException(wireName);
    }
    return column;
  }

  boolean has(String wireName) {
    return byWireName.containsKey(wireName);
  }

  /** {@return the columns that the contract does not name, in the order of the file} */
  List<Column> others() {
    return others;
  }
}
