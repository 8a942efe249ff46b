package org.minorityreport.examples.csv;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.minorityreport.api.error.InvalidInputException;
import org.minorityreport.api.input.RefusedRow;

/** Counts the rows of one table and keeps those that cannot be used; one thread at a time. */
final class Refusals {
  /**
   * More cannot be kept in memory, and are no sign of a delivery that is good but for some rows.
   */
  private static final int MAX_KEPT = 2_000_000;

  private final TableKind kind;
  private final String file;
  private final List<Refusal> refusals = new ArrayList<>();
  private final SortedMap<Integer, BadRow> withoutText = new TreeMap<>();
  private long rows;

  Refusals(TableKind kind, String file) {
    this.kind = kind;
    this.file = file;
  }

  /** Counts a row, good or bad. */
  void countRow() {
    rows++;
  }

  long rows() {
    return rows;
  }

  void add(int line, String raw, BadRow reason) {
    refusals.add(new Refusal(line, code(reason), raw, reason.message()));
    checkKept();
  }

  /** Refuses a row that was read before and whose text was not kept. */
  void addLater(int line, BadRow reason) {
    withoutText.put(line, reason);
    checkKept();
  }

  private void checkKept() {
    if (refusals.size() + withoutText.size() > MAX_KEPT) {
      RefusedRow first = inOrder().isEmpty() ? null : inOrder().get(0);
      throw new InvalidInputException(
          file,
          "more than "
              + MAX_KEPT
              + " of the first "
              + rows
              + " rows cannot be used"
              + (first == null ? "" : "; the first: " + first.source() + ": " + first.message()));
    }
  }

  /** Gives the rows refused later their text; reads the file again if there are any. */
  void fetchText(CsvFile again) {
    while (!withoutText.isEmpty() && again.next()) {
      BadRow reason = withoutText.remove(again.line());
      if (reason != null) {
        add(again.line(), again.raw(), reason);
      }
    }
  }

  boolean lackText() {
    return !withoutText.isEmpty();
  }

  int count() {
    return refusals.size();
  }

  /** {@return the refused rows in the order of the file} */
  List<RefusedRow> inOrder() {
    refusals.sort(Comparator.comparingInt(Refusal::line));
    return refusals.stream().map(this::row).toList();
  }

  private RefusedRow row(Refusal refusal) {
    return RefusedRow.builder()
        .kind(refusal.kind())
        .source(file + ":" + refusal.line())
        .payload(refusal.raw())
        .message(refusal.message())
        .build();
  }

  private String code(BadRow reason) {
    return switch (kind) {
      case SALES -> reason.kind();
      case STORES -> "store_" + reason.kind();
      case CAMPAIGNS -> "campaign_" + reason.kind();
      case CONTEXT -> "context_" + reason.kind();
      case DRIVERS -> "driver_" + reason.kind();
    };
  }
}
