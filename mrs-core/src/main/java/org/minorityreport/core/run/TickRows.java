package org.minorityreport.core.run;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.minorityreport.api.log.Log;
import org.minorityreport.api.log.LogRow;
import org.minorityreport.api.log.LogSlice;
import org.minorityreport.api.log.Logs;
import org.minorityreport.api.log.Writer;
import org.minorityreport.api.record.LogRecord;
import org.minorityreport.core.json.LogCodec;

/** The rows that one tick writes, by log and writer, in the order of the logs. */
final class TickRows {
  private final Map<Integer, Map<Writer, List<LogRow>>> rows = new TreeMap<>();

  <R extends LogRecord> void add(Log<R> log, Writer writer, List<R> records) {
    records.forEach(r -> add(log, writer, LogCodec.row(log, r)));
  }

  void add(Log<?> log, Writer writer, LogRow row) {
    rows.computeIfAbsent(Logs.all().indexOf(log), k -> new TreeMap<>())
        .computeIfAbsent(writer, k -> new ArrayList<>())
        .add(row);
  }

  /** Adds all rows of another tick. */
  void addAll(TickRows others) {
    others.rows.forEach(
        (log, byWriter) ->
            byWriter.forEach(
                (writer, list) -> list.forEach(row -> add(Logs.all().get(log), writer, row))));
  }

  /** Leaves out the rows of a log. */
  void remove(Log<?> log) {
    rows.remove(Logs.all().indexOf(log));
  }

  /** {@return the rows of a log} */
  List<LogRow> of(Log<?> log) {
    List<LogRow> all = new ArrayList<>();
    rows.getOrDefault(Logs.all().indexOf(log), Map.of()).values().forEach(all::addAll);
    return all;
  }

  /** {@return how many rows there are} */
  int size() {
    return rows.values().stream()
        .flatMap(byWriter -> byWriter.values().stream())
        .mapToInt(List::size)
        .sum();
  }

  /** {@return the keys of the rows of a log} */
  Set<String> keys(Log<?> log) {
    Set<String> keys = new HashSet<>();
    rows.getOrDefault(Logs.all().indexOf(log), Map.of())
        .values()
        .forEach(l -> l.forEach(r -> keys.add(r.key())));
    return keys;
  }

  List<LogSlice> slices() {
    List<LogSlice> slices = new ArrayList<>();
    rows.forEach(
        (log, byWriter) ->
            byWriter.forEach(
                (writer, list) -> slices.add(LogSlice.of(Logs.all().get(log), writer, list))));
    return slices;
  }
}
