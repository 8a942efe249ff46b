package org.minorityreport.examples.quickstart.dataset;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.input.RefusedRow;

/** Counts the rows of a set and keeps those that cannot be used; one thread at a time. */
final class Refusals {
  private static final double MAX_SHARE = 0.05;
  private static final int MAX_SHOWN = 5;

  private final List<RefusedRow> rows = new ArrayList<>();
  private long read;

  /** Counts a row, good or bad. */
  void countRow() {
    read++;
  }

  void add(String kind, String source, String raw, String message) {
    rows.add(RefusedRow.builder().kind(kind).source(source).payload(raw).message(message).build());
  }

  /** {@return the rows refused, in the order in which they were found} */
  List<RefusedRow> rows() {
    return rows;
  }

  /**
   * Refuses the whole set if too many of its rows are bad.
   *
   * @throws InvalidInputException that shows the first of them
   */
  void checkShare(Path folder) {
    if (rows.size() > MAX_SHARE * read) {
      List<String> first =
          rows.stream()
              .limit(MAX_SHOWN)
              .map(row -> row.source() + ": " + row.kind() + ": " + row.message())
              .toList();
      throw new InvalidInputException(
          folder.toString(),
          String.format(
                  Locale.ROOT,
                  "%d of %d rows cannot be used, expected at most %.0f %%; nothing was taken over."
                      + " The first:",
                  rows.size(),
                  read,
                  100 * MAX_SHARE)
              + "\n  "
              + String.join("\n  ", first));
    }
  }
}
