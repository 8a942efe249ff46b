package org.minorityreport.api.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A moment of a run: how many rows of the run each log had. Unlike a commit position it means the
 * same in every store that holds the run. Immutable.
 */
public final class Cut {
  /** The cut before the first row. */
  public static final Cut EMPTY = new Cut(new TreeMap<>());

  private final SortedMap<String, Long> rows;

  private Cut(SortedMap<String, Long> rows) {
    this.rows = Collections.unmodifiableSortedMap(rows);
  }

  /**
   * A cut.
   *
   * @param rows wire names of logs and their numbers of rows, 0 or more each
   * @return the cut
   * @throws org.minorityreport.api.error.InvalidValueException if a number is negative
   */
  @JsonCreator
  public static Cut of(Map<String, Long> rows) {
    rows.forEach((log, n) -> Rules.check(n >= 0, log, n, "0 rows or more"));
    return new Cut(new TreeMap<>(rows));
  }

  /**
   * How many rows a log had.
   *
   * @param log its wire name
   * @return 0 if the cut does not speak of it
   */
  public long rows(String log) {
    return rows.getOrDefault(log, 0L);
  }

  /** {@return all that the cut says, by wire name; cannot be changed} */
  @JsonValue
  public SortedMap<String, Long> rows() {
    return rows;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Cut that && rows.equals(that.rows);
  }

  @Override
  public int hashCode() {
    return rows.hashCode();
  }

  @Override
  public String toString() {
    return rows.toString();
  }
}
